import { distance } from 'fastest-levenshtein';
import type { Cable, Paragraph } from '../../cable/model';
import { type Span, textOf } from '../../text/span';

/** What a copy prints a second time, and the same where it stands first. */
export interface PrintedTwice {
  readonly first: Span;
  /** Whole lines. */
  readonly again: Span;
}

/**
 * The part of the head, from the classification line on, that the copy prints a second time, line for line; null if it does not.
 * One line printed twice, and one SUBJECT under another, are slips of their own.
 */
export function headPrintedTwice({ text, lines, classLine, subject, body }: Cable): PrintedTwice | null {
  if (!classLine || !subject || subject.start < classLine.start) return null;
  const printed = (line: number) => text.slice(lines.start(line), lines.end(line)).trim();
  const top = lines.lineAt(classLine.start);
  const last = lines.lineAt(subject.end);
  // Some copies print the subject above.
  if (last <= top) return null;
  const end = lines.lineAt(body.start);
  const begins = printed(top);
  for (let start = last + 1; start <= Math.min(end, last + REACH); start++) {
    if (printed(start) !== begins) continue;
    let line = 1;
    while (line <= last - top && printed(start + line) === printed(top + line)) line++;
    if (line <= last - top) return null;
    const first = { start: lines.start(top), end: lines.end(last) };
    return { first, again: { start: lines.start(start), end: lines.end(start + line - 1) } };
  }
  return null;
}

/** How many lines behind the subject the head may begin again. */
const REACH = 8;

/** Paragraphs that a copy prints again, by what is printed before them: the parser may take a number that goes back for none. */
export interface PageAgain {
  readonly from: number;
  readonly to: number;
  readonly first: Span;
  readonly again: Span;
}

/**
 * The pages that a copy prints again, by the index in `paragraphs` at which the second printing begins. Their numbers go back,
 * and all that stood from there on comes again, letters apart that a scan damaged.
 */
export function pagesPrintedTwice({ text, paragraphs }: Cable): ReadonlyMap<number, PageAgain> {
  const found = new Map<number, PageAgain>();
  const numbers = paragraphs.map(paragraph => {
    const digits = paragraph.number ?? printedDigits(paragraph);
    return digits === null ? null : Number(digits);
  });
  const goesBack = (i: number) => (numbers[i] ?? Number.POSITIVE_INFINITY) <= (numbers[i - 1] ?? 0);
  if (!numbers.some((_, i) => goesBack(i))) return found;
  const lastAt = new Map<number, number>();
  for (const [i, paragraph] of paragraphs.entries()) {
    const number = numbers[i] ?? null;
    if (number === null) continue;
    const from = lastAt.get(number);
    const first = from === undefined ? undefined : paragraphs[from];
    lastAt.set(number, i);
    if (from === undefined || !first || !goesBack(i)) continue;
    const count = i - from;
    const isAgain = (k: number) =>
      numbers[from + k] === numbers[i + k] && isSame(text, paragraphs[from + k], paragraphs[i + k]);
    let same = 0;
    while (same < count && isAgain(same)) same++;
    if (same < count) continue;
    const to = numbers[i - 1] ?? number;
    found.set(i, { from: number, to, first: first.printed, again: paragraph.printed });
  }
  return found;
}

/** The digits that are printed before a paragraph, whatever the parser makes of them; null where there are none. */
export function printedDigits({ printed }: Paragraph): string | null {
  return /\d+/.exec(printed.value)?.[0] ?? null;
}

/** How many letters and digits of a paragraph are compared, how few would prove nothing, and which share a scan may damage. */
const COMPARED = 160;
const FEWEST = 60;
const DAMAGED = 0.1;

function isSame(text: string, a: Paragraph | undefined, b: Paragraph | undefined): boolean {
  if (!a || !b) return false;
  const [one, other] = [a, b].map(({ textStart, end }) =>
    textOf(text, { start: textStart, end: Math.min(end, textStart + 3 * COMPARED) })
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, COMPARED),
  ) as [string, string];
  const shorter = Math.min(one.length, other.length);
  return shorter >= FEWEST && distance(one.slice(0, shorter), other.slice(0, shorter)) <= DAMAGED * shorter;
}
