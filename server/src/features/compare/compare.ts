import type { Cable } from '../../cable/model';
import { cutWords } from '../words';
import { alignParts, type Pair } from './align';
import { isInCapitals, type Part, partsOf, type Word } from './parts';
import { isBlackedOut, type Reading, readingsOf, wholeLines } from './readings';

/** What a difference is: something blacked out, missing lines or words or a whole part, another reading, another mark or number. */
export type DifferenceKind =
  | 'redaction'
  | 'lines'
  | 'words'
  | 'part'
  | 'reading'
  | 'marking'
  | 'number'
  | 'throughout';

export interface Difference {
  readonly kind: DifferenceKind;
  /** The part of the cable: `Subject`, `¶4`. */
  readonly part: string;
  /** In words: `A reads “x”, B reads “y”.` */
  readonly text: string;
  /** Where it is in each copy, 0-based; null where that copy has nothing. */
  readonly lineA: number | null;
  readonly lineB: number | null;
}

/** How two copies of a cable differ, named A and B. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Whether there are more. */
  readonly truncated: boolean;
  /** `3 differences: 1 redaction, 2 other readings`, or that there is none. */
  readonly summary: string;
}

const MOST_DIFFERENCES = 500;

/** Words longer than this are cut, in UTF-16 code units. */
const LONGEST = 200;

/**
 * Compares two copies part by part. Wraps, page lines, captions repeated in the text and other marks of copies make no difference;
 * nor do the forms of quotation marks and dashes, and capitals where one copy has nothing else. Linear in the lengths of the texts.
 */
export function compareCables(a: Cable, b: Cable): Comparison {
  const foldCase = isInCapitals(a) || isInCapitals(b);
  const all = alignParts(partsOf(a, foldCase), partsOf(b, foldCase)).flatMap(differencesOf);
  const differences = all.slice(0, MOST_DIFFERENCES);
  return { differences, truncated: all.length > differences.length, summary: summaryOf(all) };
}

function differencesOf([a, b]: Pair): readonly Difference[] {
  if (!a || !b) return onlyIn(a, b);
  const at = { part: (a.number === null ? b : a).name, lineA: a.line, lineB: b.line };
  const found: Difference[] = [];
  // A number that cannot be told is a fault of the copy.
  if (a.number !== null && b.number !== null && a.number !== b.number)
    found.push({ kind: 'number', ...at, text: `A has the number ${a.number}, B ${b.number}.` });
  if (a.marking !== b.marking) found.push({ kind: 'marking', ...at, text: markings(a, b) });
  const readings = readingsOf(a.words, b.words);
  if (readings) found.push(...readings.map(reading => ({ ...at, ...differenceIn(reading, a, b) })));
  else found.push({ kind: 'throughout', ...at, text: 'The two read differently throughout.' });
  return found;
}

function onlyIn(a: Part | null, b: Part | null): readonly Difference[] {
  const part = a ?? b;
  if (!part) return [];
  const text = `${a ? 'B' : 'A'} does not have it: ${quoted(part.words)}.`;
  return [{ kind: 'part', part: part.name, lineA: a?.line ?? null, lineB: b?.line ?? null, text }];
}

function markings({ marking: a }: Part, { marking: b }: Part): string {
  if (a === null) return `A has no mark, B (${b}).`;
  return b === null ? `A is marked (${a}), B has no mark.` : `A is marked (${a}), B (${b}).`;
}

function differenceIn({ a, b }: Reading, partA: Part, partB: Part): Omit<Difference, 'part'> {
  const lineA = a[0]?.line ?? partA.line;
  const lineB = b[0]?.line ?? partB.line;
  const [kind, text] = inWords(a, b);
  return { kind, text, lineA, lineB };
}

function inWords(a: readonly Word[], b: readonly Word[]): readonly [DifferenceKind, string] {
  if (a.length > 0 && isBlackedOut(b)) return ['redaction', `B blacks out ${quoted(a)}.`];
  if (b.length > 0 && isBlackedOut(a)) return ['redaction', `A blacks out ${quoted(b)}.`];
  if (a.length === 0) return lacking('A', b);
  if (b.length === 0) return lacking('B', a);
  return ['reading', `A reads ${quoted(a)}, B ${quoted(b)}.`];
}

function lacking(who: string, words: readonly Word[]): readonly [DifferenceKind, string] {
  const lines = wholeLines(words);
  if (lines === 0) return ['words', `${who} lacks ${quoted(words)}.`];
  return ['lines', `${who} lacks ${lines === 1 ? 'a line' : `${lines} lines`}: ${quoted(words)}.`];
}

function quoted(words: readonly Word[]): string {
  return `“${cutWords(words.map(({ text }) => text).join(' '), LONGEST)}”`;
}

const SUMMARY: Readonly<Record<DifferenceKind, readonly [one: string, many: string]>> = {
  redaction: ['redaction', 'redactions'],
  lines: ['place with lost lines', 'places with lost lines'],
  words: ['place with lost words', 'places with lost words'],
  part: ['part in one copy only', 'parts in one copy only'],
  reading: ['other reading', 'other readings'],
  marking: ['other mark', 'other marks'],
  number: ['other number', 'other numbers'],
  throughout: ['part that differs throughout', 'parts that differ throughout'],
};

function summaryOf(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'The two copies say the same.';
  const counts = (Object.keys(SUMMARY) as DifferenceKind[]).flatMap(kind => {
    const count = differences.filter(difference => difference.kind === kind).length;
    return count === 0 ? [] : [`${count} ${SUMMARY[kind][count === 1 ? 0 : 1]}`];
  });
  const all = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
  return `${all}: ${counts.join(', ')}`;
}
