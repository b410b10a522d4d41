import * as l10n from '@vscode/l10n';
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
    found.push({ kind: 'number', ...at, text: l10n.t('A has the number {0}, B {1}.', a.number, b.number) });
  if (a.marking !== b.marking) found.push({ kind: 'marking', ...at, text: markings(a, b) });
  const readings = readingsOf(a.words, b.words);
  if (readings) found.push(...readings.map(reading => ({ ...at, ...differenceIn(reading, a, b) })));
  else found.push({ kind: 'throughout', ...at, text: l10n.t('The two read differently throughout.') });
  return found;
}

function onlyIn(a: Part | null, b: Part | null): readonly Difference[] {
  const part = a ?? b;
  if (!part) return [];
  const text = a
    ? l10n.t('B does not have it: “{0}”.', shown(part.words))
    : l10n.t('A does not have it: “{0}”.', shown(part.words));
  return [{ kind: 'part', part: part.name, lineA: a?.line ?? null, lineB: b?.line ?? null, text }];
}

function markings({ marking: a }: Part, { marking: b }: Part): string {
  if (a === null) return l10n.t('A has no mark, B ({0}).', b ?? '');
  return b === null
    ? l10n.t('A is marked ({0}), B has no mark.', a)
    : l10n.t('A is marked ({0}), B ({1}).', a, b);
}

function differenceIn({ a, b }: Reading, partA: Part, partB: Part): Omit<Difference, 'part'> {
  const lineA = a[0]?.line ?? partA.line;
  const lineB = b[0]?.line ?? partB.line;
  const [kind, text] = inWords(a, b);
  return { kind, text, lineA, lineB };
}

function inWords(a: readonly Word[], b: readonly Word[]): readonly [DifferenceKind, string] {
  if (a.length > 0 && isBlackedOut(b)) return ['redaction', l10n.t('B blacks out “{0}”.', shown(a))];
  if (b.length > 0 && isBlackedOut(a)) return ['redaction', l10n.t('A blacks out “{0}”.', shown(b))];
  if (a.length === 0) return missingInA(b);
  if (b.length === 0) return missingInB(a);
  return ['reading', l10n.t('A reads “{0}”, B “{1}”.', shown(a), shown(b))];
}

function missingInA(words: readonly Word[]): readonly [DifferenceKind, string] {
  const lines = wholeLines(words);
  if (lines === 0) return ['words', l10n.t('A lacks “{0}”.', shown(words))];
  return [
    'lines',
    lines === 1
      ? l10n.t('A lacks a line: “{0}”.', shown(words))
      : l10n.t('A lacks {0} lines: “{1}”.', lines, shown(words)),
  ];
}

function missingInB(words: readonly Word[]): readonly [DifferenceKind, string] {
  const lines = wholeLines(words);
  if (lines === 0) return ['words', l10n.t('B lacks “{0}”.', shown(words))];
  return [
    'lines',
    lines === 1
      ? l10n.t('B lacks a line: “{0}”.', shown(words))
      : l10n.t('B lacks {0} lines: “{1}”.', lines, shown(words)),
  ];
}

function shown(words: readonly Word[]): string {
  return cutWords(words.map(({ text }) => text).join(' '), LONGEST);
}

/** How many differences of a kind there are, in words. */
const COUNTED: Readonly<Record<DifferenceKind, (count: number) => string>> = {
  redaction: n => (n === 1 ? l10n.t('1 redaction') : l10n.t('{0} redactions', n)),
  lines: n => (n === 1 ? l10n.t('1 place with lost lines') : l10n.t('{0} places with lost lines', n)),
  words: n => (n === 1 ? l10n.t('1 place with lost words') : l10n.t('{0} places with lost words', n)),
  part: n => (n === 1 ? l10n.t('1 part in one copy only') : l10n.t('{0} parts in one copy only', n)),
  reading: n => (n === 1 ? l10n.t('1 other reading') : l10n.t('{0} other readings', n)),
  marking: n => (n === 1 ? l10n.t('1 other mark') : l10n.t('{0} other marks', n)),
  number: n => (n === 1 ? l10n.t('1 other number') : l10n.t('{0} other numbers', n)),
  throughout: n =>
    n === 1 ? l10n.t('1 part that differs throughout') : l10n.t('{0} parts that differ throughout', n),
};

function summaryOf(differences: readonly Difference[]): string {
  if (differences.length === 0) return l10n.t('The two copies say the same.');
  const counts = (Object.keys(COUNTED) as DifferenceKind[]).flatMap(kind => {
    const count = differences.filter(difference => difference.kind === kind).length;
    return count === 0 ? [] : [COUNTED[kind](count)];
  });
  const each = counts.join(', ');
  return differences.length === 1
    ? l10n.t('1 difference: {0}', each)
    : l10n.t('{0} differences: {1}', differences.length, each);
}
