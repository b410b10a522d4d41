import type { CableEntry, Capped } from '../../archive/snapshot';
import { shortYear, splitMrn } from '../../cable/identity';
import { placeOf } from '../../reference/routing';
import { touches } from '../../text/span';
import type { Reading } from '../reading';
import { cutWords } from '../words';
import { type CaretLine, replacedBy, typed } from './caretLine';
import { COMPLETION_LIMIT, type Completion } from './completion';

const REF_LINE = /^\s*REF(?:TEL)?S?(?:\(S\))?\s?:/i;
/** `ref `, `refs A, `, `Ref. A and `, and the letter that is typed after it. */
const LETTER = /\brefs?\.?\s+(?:[A-Z]\s?(?:,|and|-|&|\/)\s?){0,10}[A-Z]?$/i;
/** What is typed of an entry, after its keyword and letter: `07 MUSC`. */
const ENTRY = /[A-Za-z0-9][A-Za-z0-9 .'-]{0,40}$/;
/** The beginning of an id in running text: `07 MUSC`, `07MUSCAT7`, `MUSCAT 00`. */
const ID = /\b(?:\d{2}(?:\d{2})? ?[A-Z][A-Z .'-]{1,20} ?\d{0,6}|[A-Z]{3,}(?: [A-Z]{3,}){0,2} \d{0,6})$/;

/** The letters of the list of references, after `ref ` in the text. */
export function letterCompletions(
  { cable, snapshot }: Reading,
  line: CaretLine,
): readonly Completion[] | null {
  if (line.offset < cable.body.start || !LETTER.test(line.before)) return null;
  const replaces = replacedBy(line, typed(line, /(?<=[\s,/&-])[A-Za-z]?$/));
  return (cable.references?.items ?? []).flatMap(({ label, mrn, value }): Completion[] => {
    if (!label) return [];
    const [entry] = mrn === null ? [] : snapshot.find(mrn);
    const detail = [mrn ?? cutWords(value, 40), entry?.subject ?? ''].filter(Boolean).join(' · ');
    return [{ kind: 'letter', text: label.value, detail, replaces }];
  });
}

/**
 * Cables of the archive, by what is typed of id, subject or TAGS: after `REF:`, in the list, and in the text after the
 * beginning of an id. With nothing typed, those of the same station. Looks through the archive as the search by Ctrl+T does,
 * so it answers requests by the user, not every key press.
 */
export function cableCompletions(reading: Reading, line: CaretLine): Capped<Completion> | null {
  const { cable, snapshot, uri } = reading;
  const query = queryAt(reading, line);
  if (query === null) return null;
  const own = cable.mrn === null ? null : splitMrn(cable.mrn);
  const { items, truncated } = snapshot.search(query.trim() || (own?.post ?? ''), COMPLETION_LIMIT);
  const replaces = replacedBy(line, query);
  return {
    items: items.filter(entry => entry.uri !== uri).flatMap(entry => toCompletion(entry, replaces)),
    truncated,
  };
}

/** What is typed of a reference at the caret; null if none is expected. */
function queryAt({ cable }: Reading, line: CaretLine): string | null {
  const list = cable.references;
  const isInList = list !== null && touches(list, line.offset) && line.offset >= list.keyword.end;
  const keyword = REF_LINE.exec(line.before)?.[0];
  if (!isInList && keyword === undefined) {
    const id = typed(line, ID);
    return line.offset >= cable.body.start && id !== '' ? id : null;
  }
  const entry = typed({ ...line, before: line.before.slice(keyword?.length ?? 0) }, ENTRY);
  // `A. MUSC`: the letter is not part of what is typed.
  return entry.replace(/^\(?[A-Za-z][.):]\s*/, '').replace(/^[A-Za-z]$/, '');
}

function toCompletion({ mrn, subject }: CableEntry, replaces: Completion['replaces']): readonly Completion[] {
  const parts = mrn === null ? null : splitMrn(mrn);
  if (mrn === null || !parts) return [];
  const text = `${shortYear(parts.year)} ${placeOf(parts.post)} ${parts.serial}`;
  const filter = [text, mrn, `${placeOf(parts.post)} ${parts.serial}`, subject ?? ''].join(' ');
  return [{ kind: 'cable', text, detail: subject ?? '', filter, replaces }];
}
