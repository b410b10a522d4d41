import { type BaseColumns, sumUp, truncated } from '../format/columns';
import { RangeColumn } from '../format/ranges';
import { keyOfId, orderOfIds } from './ids';
import { NOWHERE, type Source, type Sources } from './source';
import type { Usage } from './usage';

type CitationColumns = Pick<
  BaseColumns,
  | 'targetKey'
  | 'citationTarget'
  | 'citationCode'
  | 'citationRange'
  | 'wideRanges'
  | 'targetCitations'
  | 'citing'
>;

/**
 * The citations of each row, and of each target. `places` says for each row of all sources where it goes, `rowCitations` where the
 * citations of each place start, and `wide` the wide ranges so far.
 */
export function citationColumns(
  sources: Sources,
  places: Uint32Array,
  rowCitations: Uint32Array,
  targets: Targets,
  wide: readonly number[],
): CitationColumns {
  const count = rowCitations.at(-1) ?? 0;
  const citationTarget = new Uint32Array(count);
  const citationCode = new Uint8Array(count);
  const ranges = new RangeColumn(count);
  const written = { citationTarget, citationCode, ranges };
  for (const source of sources.all) placeCitations(source, places, rowCitations, targets.number, written);
  const allWide = [...wide];
  const citationRange = ranges.finish(allWide);
  const { starts, members } = groupsOf(citationTarget, targets.key.length);
  return {
    targetKey: targets.key,
    citationTarget,
    citationCode,
    citationRange,
    wideRanges: new Uint32Array(allWide),
    targetCitations: starts,
    citing: members,
  };
}

/** Copies the citations of a source's rows to where those of their places start. */
function placeCitations(
  { columns, firstRow, firstTarget }: Source,
  places: Uint32Array,
  starts: Uint32Array,
  targets: Uint32Array,
  written: Pick<BaseColumns, 'citationTarget' | 'citationCode'> & { readonly ranges: RangeColumn },
): void {
  const { rowCitations, citationTarget, citationCode, citationRange, wideRanges } = columns;
  for (let row = 0; row + 1 < rowCitations.length; row++) {
    const place = places[firstRow + row] ?? NOWHERE;
    if (place === NOWHERE) continue;
    const end = rowCitations[row + 1] ?? 0;
    let to = starts[place] ?? 0;
    for (let from = rowCitations[row] ?? 0; from < end; from++, to++) {
      written.citationTarget[to] = targets[firstTarget + (citationTarget[from] ?? 0)] ?? 0;
      written.citationCode[to] = citationCode[from] ?? 0;
      written.ranges.copy(citationRange, wideRanges, from, to);
    }
  }
}

/** Things by the group that each is of. */
interface Groups {
  /** For each group where its members start, and at the end how many there are. */
  readonly starts: Uint32Array;
  /** The members of each group, in their order. */
  readonly members: Uint32Array;
}

/** The places of `groupOf` by the group from 0 to `count` that stands there. */
function groupsOf(groupOf: Uint32Array, count: number): Groups {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < groupOf.length; i++) {
    const behind = (groupOf[i] ?? 0) + 1;
    starts[behind] = (starts[behind] ?? 0) + 1;
  }
  sumUp(starts);
  const next = starts.slice();
  const members = new Uint32Array(groupOf.length);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? 0;
    const at = next[group] ?? 0;
    next[group] = at + 1;
    members[at] = i;
  }
  return { starts, members };
}

/** The cables cited, each once. */
interface Targets {
  /** Their keys in order. */
  readonly key: Float64Array;
  /** For each target of all sources its number among these; any number for one that nothing in use cites. */
  readonly number: Uint32Array;
}

/** The targets that rows in use cite. */
export function targetsOf({ isCited, targetIds, posts }: Usage): Targets {
  const ordered = orderOfIds(targetIds, posts.rank);
  const keys = new Float64Array(ordered.length);
  const number = new Uint32Array(ordered.length);
  let count = 0;
  for (let i = 0; i < ordered.length; i++) {
    const each = ordered[i] ?? 0;
    if (isCited[each] === 0) continue;
    const key = keyOfId(targetIds, each, posts.rank);
    if (count === 0 || key !== keys[count - 1]) keys[count++] = key;
    number[each] = count - 1;
  }
  return { key: truncated(keys, count), number };
}
