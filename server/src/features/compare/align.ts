import { diffArrays } from 'diff';
import type { Part } from './parts';

/** A part of one copy and what stands for it in the other; one of them is null where the other copy has nothing. */
export type Pair = readonly [a: Part | null, b: Part | null];

/** Copies that differ in more parts than this are matched by the numbers of paragraphs alone. */
const MOST_EDITS = 1000;

/** In a gap of more pairs than this, parts are not compared with each other. */
const MOST_PAIRS = 2500;

/** So many of a part's words tell how like another it is. */
const SAMPLE = 300;

/** Parts that have at least this share of their words in common are two readings of one. */
const ALIKE = 0.5;

/**
 * The parts of two copies, matched: fields by their names, other parts by their words, and where these differ by likeness and by
 * number. In the order of `a`, with what only `b` has where it stands there.
 */
export function alignParts(a: readonly Part[], b: readonly Part[]): readonly Pair[] {
  const isNamed = ({ kind }: Part) => kind === 'field' || kind === 'signature';
  const [fieldsA, fieldsB] = [a.filter(isNamed), b.filter(isNamed)];
  const named = fieldsA.map((one): Pair => [one, fieldsB.find(({ field }) => field === one.field) ?? null]);
  const onlyB = fieldsB
    .filter(({ field }) => !fieldsA.some(one => one.field === field))
    .map((one): Pair => [null, one]);
  const body = alignBodies(
    a.filter(one => !isNamed(one)),
    b.filter(one => !isNamed(one)),
  );
  return [...named, ...onlyB, ...body];
}

function alignBodies(a: readonly Part[], b: readonly Part[]): readonly Pair[] {
  const changes = diffArrays(a.map(keyOf), b.map(keyOf), { maxEditLength: MOST_EDITS });
  if (!changes) return alignGap(a, b);
  const pairs: Pair[] = [];
  let [atA, atB, gapA, gapB] = [0, 0, 0, 0];
  const closeGap = () => {
    pairs.push(...alignGap(a.slice(gapA, atA), b.slice(gapB, atB)));
  };
  for (const { added, removed, count } of changes) {
    if (added) atB += count;
    else if (removed) atA += count;
    else {
      closeGap();
      for (let i = 0; i < count; i++) pairs.push([a[atA++] ?? null, b[atB++] ?? null]);
      [gapA, gapB] = [atA, atB];
    }
  }
  closeGap();
  return pairs;
}

function keyOf({ words }: Part): string {
  return words.map(({ key }) => key).join(' ');
}

/** Parts none of which is the same in both copies. */
function alignGap(a: readonly Part[], b: readonly Part[]): readonly Pair[] {
  const likeness = a.length * b.length <= MOST_PAIRS ? likenessOf(b) : null;
  const byNumber = new Map(b.map(({ number }, i) => [number, i] as const).reverse());
  const pairs: Pair[] = [];
  let next = 0;
  for (const one of a) {
    const like = likeness ? mostAlike(one, b, next, likeness) : -1;
    const at = like < 0 && one.number !== null ? (byNumber.get(one.number) ?? -1) : like;
    if (at < next) {
      pairs.push([one, null]);
      continue;
    }
    for (; next < at; next++) pairs.push([null, b[next] ?? null]);
    pairs.push([one, b[at] ?? null]);
    next = at + 1;
  }
  for (; next < b.length; next++) pairs.push([null, b[next] ?? null]);
  return pairs;
}

/** Where from `from` on the part of `b` stands that is most like `one`; -1 where none is. */
function mostAlike(one: Part, b: readonly Part[], from: number, likeness: Likeness): number {
  let best = -1;
  let most = ALIKE;
  for (let i = from; i < b.length; i++) {
    const like = likeness(one, i);
    if (like < most || (like === most && best >= 0)) continue;
    best = i;
    most = like;
  }
  return best;
}

type Likeness = (one: Part, index: number) => number;

/** How large the share of common words is, of the longer of two parts. */
function likenessOf(b: readonly Part[]): Likeness {
  const bags = b.map(bagOf);
  let [of, bag]: [Part | null, ReadonlySet<string>] = [null, new Set()];
  return (one, index) => {
    const other = b[index];
    if (!other || other.kind !== one.kind) return 0;
    if (of !== one) [of, bag] = [one, bagOf(one)];
    const others = bags[index] ?? new Set();
    let common = 0;
    for (const word of bag) if (others.has(word)) common++;
    return common / Math.max(bag.size, others.size, 1);
  };
}

function bagOf({ words }: Part): ReadonlySet<string> {
  return new Set(words.slice(0, SAMPLE).map(({ key }) => key));
}
