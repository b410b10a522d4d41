import { diffArrays } from 'diff';
import type { Word } from './parts';

/** Words of one copy and what the other has in their place. */
export interface Reading {
  readonly a: readonly Word[];
  readonly b: readonly Word[];
}

/** Two texts with more different words than this are not compared word by word. */
const MOST_EDITS = 600;

/** The places where two texts read differently; null where they differ throughout. Linear in their lengths. */
export function readingsOf(a: readonly Word[], b: readonly Word[]): readonly Reading[] | null {
  const changes = diffArrays([...a], [...b], {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return null;
  const readings: { a: Word[]; b: Word[] }[] = [];
  let open: { a: Word[]; b: Word[] } | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = null;
      continue;
    }
    if (!open) {
      open = { a: [], b: [] };
      readings.push(open);
    }
    (added ? open.b : open.a).push(...value);
  }
  return readings.filter(reading => !isSame(reading));
}

/** Whether the two differ in blanks alone, or both black something out. */
function isSame({ a, b }: Reading): boolean {
  const joined = (words: readonly Word[]) => words.map(({ key }) => key).join('');
  return joined(a) === joined(b) || (isBlackedOut(a) && isBlackedOut(b));
}

/** What publishers put in the place of a word: `XXXXX`, `█`, `____`, `[...]`, `(b)(1)`, `REDACTED`. */
const BLACK =
  /^[^\p{L}\p{N}]{0,4}(?:X{3,}|[█■▇]{1,400}|_{3,}|\*{3,}|\.{3,}|…|REDACTED|DELETED|EXCISED|B\)?\(?[1-9])[^\p{L}\p{N}]{0,4}$/iu;

/** `[NAME REMOVED]` */
const IN_BRACKETS = /\[[A-Z ]{0,40}(?:REMOVED|REDACTED|DELETED|EXCISED|OMITTED|WITHHELD)\]/gi;

/** Whether words are all blacked out. */
export function isBlackedOut(words: readonly Word[]): boolean {
  const text = words.map(({ text }) => text).join(' ');
  const pieces = text.replace(IN_BRACKETS, 'XXX').split(' ');
  return (
    pieces.some(piece => BLACK.test(piece)) &&
    pieces.every(piece => BLACK.test(piece) || /^[^\p{L}\p{N}]*$/u.test(piece))
  );
}

/** How many whole lines words are; 0 where they begin or end within one. */
export function wholeLines(words: readonly Word[]): number {
  if (!words[0]?.beginsLine || !words.at(-1)?.endsLine) return 0;
  return new Set(words.map(({ line }) => line)).size;
}
