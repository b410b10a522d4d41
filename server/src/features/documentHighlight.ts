import type { Cable, ClassLine } from '../cable/model';
import { precedenceWord } from '../reference/precedence';
import { type Field, type Span, touches } from '../text/span';
import { citingAt, sameCitings } from './citing';

export interface Highlight extends Span {
  /** `named`: the entry of the REF field, or the classification line; `used`: a mention of it, or a page line. */
  readonly role: 'named' | 'used';
}

/**
 * All places of the open cable that mean the same as the one at `offset`: a reference's entry in the list and its mentions, the
 * places that print the cable's own station and serial, and whole markings: classification, portion marks, captions, precedences. A
 * single letter elsewhere is marked alone, for an editor that is told nothing marks every such letter. Empty elsewhere.
 */
export function highlightsAt(cable: Cable, offset: number): readonly Highlight[] {
  const citing = citingAt(cable, offset);
  if (!citing) {
    const own = ownIdentity(cable);
    if (own.some(place => touches(place, offset))) return own;
    return markingsAt(cable, offset) ?? letterAt(cable, offset);
  }
  return sameCitings(cable, citing).map(({ start, end, place }) => ({
    start,
    end,
    role: place === 'list' ? 'named' : 'used',
  }));
}

/** The markings that say the same as the one at `offset`; null where there is none. */
function markingsAt(cable: Cable, offset: number): readonly Highlight[] | null {
  const { classLine, transmission, paragraphs, captions } = cable;
  const { routing, security, dtg, to, info } = transmission;
  const isHere = (span: Span) => touches(span, offset);
  const same = (fields: readonly Field<string>[]) => {
    const here = fields.find(isHere);
    if (!here) return null;
    return fields
      .filter(({ value }) => value === here.value)
      .map(({ start, end }): Highlight => ({ start, end, role: 'named' }));
  };
  const classification = [classLine?.classification, security?.group].filter(field => field != null);
  if (classification.some(isHere))
    return classification.map(({ start, end }, i) => ({ start, end, role: i === 0 ? 'named' : 'used' }));
  const prosigns = [...(dtg?.precedences ?? []), ...(routing ? [routing.digraph] : [])];
  const words = [...to, ...info].flatMap(({ precedence }) => precedence ?? []);
  return (
    same(paragraphs.flatMap(({ marking }) => marking ?? [])) ??
    same(captions) ??
    same([...words, ...prosigns.map(field => ({ ...field, value: wordOf(field.value) }))])
  );
}

/** `RR` and `R` → ROUTINE */
function wordOf(prosign: string): string {
  const [letter = ''] = prosign;
  return letter === 'Z' || letter === 'O' || letter === 'P' || letter === 'R'
    ? precedenceWord(letter)
    : prosign;
}

/** Letters parted by stops, strokes or single blanks: `E.O.`, `S/NF`, `S E C R E T`. */
const SPACED = /[./ ]/;

/** A single letter, with the other single letters that it is one marking with; nothing where no single letter stands. */
function letterAt({ text }: Cable, offset: number): readonly Highlight[] {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const isSingle = (at: number) => isLetter(at) && !isLetter(at - 1) && !isLetter(at + 1);
  const at = isSingle(offset) ? offset : offset - 1;
  if (!isSingle(at)) return [];
  let [start, end] = [at, at + 1];
  while (SPACED.test(text.charAt(start - 1)) && isSingle(start - 2) && at - start < LONGEST) start -= 2;
  while (SPACED.test(text.charAt(end)) && isSingle(end + 1) && end - at < LONGEST) end += 2;
  return [{ start, end, role: 'used' }];
}

/** No marking of single letters is longer. */
const LONGEST = 80;

function ownIdentity({ classLine, pageLines }: Cable): readonly Highlight[] {
  const named = classLine ? postAndSerial(classLine) : [];
  const used = pageLines.map(
    ({ post, serial }): Highlight => ({ start: post.start, end: serial.end, role: 'used' }),
  );
  return [...named, ...used];
}

function postAndSerial({ post, serial }: ClassLine): readonly Highlight[] {
  return post && serial ? [{ start: post.start, end: serial.end, role: 'named' }] : [];
}
