import { type Span, touches } from '../text/span';
import { EXTENSION, readCableLink } from './cableLink';
import { findIds } from './mentionedIds';

/** A place in a note, a text that is no cable, that names a cable or a paragraph of it. */
export interface NoteCitation extends Span {
  /** The canonical id. */
  readonly mrn: string;
  /** The number of the paragraph, the first of several; null for the cable as a whole. */
  readonly paragraph: number | null;
}

/** How far from an id the paragraph meant can stand. */
const REACH = 60;

const PARAGRAPHS = String.raw`(?:¶{1,2}|\bparas?\.?|\bparagraphs?)[ ;]{0,2}(\d{1,3})(?:\s?[-–]\s?\d{1,3})?`;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** `¶2`, `, para 2`, `: paragraphs 2-4` behind an id; a citation has the date in between. */
const BEHIND = new RegExp(
  String.raw`^(?:,[ ;]{0,2}${MONTH}[ ;]\d{1,2},[ ;]\d{4})?[ ;]{0,2}[,:(]?[ ;]{0,2}${PARAGRAPHS}(?!\w|[.,]\d)`,
  'i',
);
const PARAGRAPH_OF = new RegExp(String.raw`(${PARAGRAPHS}[ ;]{1,2})of(?=[ ;]{1,2}\d)`, 'gi');
/** `para 2 of` before an id. */
const BEFORE = new RegExp(String.raw`(?:^|[^\w¶])(${PARAGRAPHS}[ ;]{1,2}(?:of|in)[ ;]{1,2})$`, 'i');

const LINK = new RegExp(
  String.raw`\b[a-z][a-z0-9+-]{0,30}:\/\/${EXTENSION.replace('.', String.raw`\.`)}(\/cable\/[^\s)>\]"'?#]{1,60})(?:\?(paragraph=\d{1,3})(?!\d))?`,
  'gi',
);
/** Where a link of Markdown leads, `](here)`, up to a place in it. */
const IN_TARGET = /\]\(<?[^()\s<>]{0,200}$/;

/**
 * The cables that a note names, in the order of its text: by ids in any spelling that prints the year (see `findIds`), with the
 * paragraph that stands beside one, and by links to this extension. The names of files in links are passed over, for a file may be
 * called anything. Linear in the length of the text.
 */
export function noteCitations(text: string): readonly NoteCitation[] {
  const plain = plainOf(text);
  const found: NoteCitation[] = [];
  for (const match of text.matchAll(LINK)) {
    const link = readCableLink(decoded(match[1] ?? ''), match[2] ?? '');
    if (link) found.push({ start: match.index, end: match.index + match[0].length, ...link });
  }
  for (const { start, end, mrn } of findIds(plain)) {
    if (IN_TARGET.test(text.slice(Math.max(0, start - 210), start))) continue;
    const behind = BEHIND.exec(plain.slice(end, end + REACH));
    if (behind) {
      found.push({ start, end: end + behind[0].length, mrn, paragraph: Number(behind[1]) });
      continue;
    }
    const before = BEFORE.exec(plain.slice(Math.max(0, start - REACH), start));
    const from = start - (before?.[1]?.length ?? 0);
    found.push({ start: from, end, mrn, paragraph: before ? Number(before[2]) : null });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, i) => start >= (found[i - 1]?.end ?? 0));
}

/** So far around a place the text decides what is named there. */
const NEIGHBOURHOOD = 500;

/** What of `noteCitations` touches `offset`, without a look at the rest of the text; null where nothing does. */
export function noteCitationAt(text: string, offset: number): NoteCitation | null {
  const from = Math.max(0, offset - NEIGHBOURHOOD);
  const found = noteCitations(text.slice(from, offset + NEIGHBOURHOOD)).find(citation =>
    touches(citation, offset - from),
  );
  return found ? { ...found, start: found.start + from, end: found.end + from } : null;
}

/**
 * A text of the same length in which ids can be looked for: emphasis is blank, and what parts cells, lines and links is no blank, so that
 * no number beside it is taken for a year.
 */
function plainOf(text: string): string {
  return (
    text
      .replace(/[*_~`]/g, ' ')
      .replace(/[\r\n|[\]]/g, ';')
      // `SECTION 2 of 07 MUSCAT 154` counts sections; a paragraph is never one.
      .replace(PARAGRAPH_OF, '$1in')
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
