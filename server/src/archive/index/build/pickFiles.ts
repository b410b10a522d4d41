import { compareUtf8 } from '../../order';
import type { StringColumns } from '../format/strings';
import type { Source, Sources } from './source';
import { inOrder } from './stringPool';

/** Files of several sources in the order of folder and name. */
export interface PickedFiles {
  /** The folders that have a file, in order. */
  readonly folders: readonly string[];
  /** The files in order. */
  readonly ranges: readonly FileRange[];
  /** For each file its folder. */
  readonly folder: Uint32Array;
  readonly names: StringColumns;
}

/** The files that are in any of the sources, each as the last source says that has it, without those gone by then. */
export function pickFiles(sources: Sources): PickedFiles {
  const { strings, rank } = inOrder(sources.folders);
  const runs: FolderRun[][] = strings.map(() => []);
  for (const source of sources.all)
    for (const { folder, start, end, isGone } of source.files)
      runs[rank[source.folders[folder] ?? 0] ?? 0]?.push({ source, start, end, isGone });
  const picked = runs.map(pickOfFolder);
  const isLeft = picked.map(ranges => ranges.length > 0);
  const ranges = picked.flat();
  return {
    folders: strings.filter((_, i) => isLeft[i]),
    ranges,
    folder: foldersOf(picked.filter((_, i) => isLeft[i])),
    names: namesOf(ranges),
  };
}

/** The files of a folder, whose runs come in the order of the sources. Nearly always each run lies before or behind each other as a whole. */
function pickOfFolder(runs: readonly FolderRun[]): readonly FileRange[] {
  const rising = runs.toSorted((a, b) => compareNames(a.source, a.start, b.source, b.start));
  const isApart = rising.every((run, i) => !run.isGone && isBehind(run, rising[i - 1]));
  return isApart ? rising : mergeRuns(runs);
}

/** Whether a run begins behind the end of the one before, if there is one. */
function isBehind(run: FileRange, before: FileRange | undefined): boolean {
  return !before || compareNames(before.source, before.end - 1, run.source, run.start) < 0;
}

function compareNames({ columns }: Source, file: number, { columns: others }: Source, other: number): number {
  const { nameStarts: starts, nameBytes: bytes } = columns;
  const { nameStarts: otherStarts, nameBytes: otherBytes } = others;
  return compareUtf8(
    bytes,
    starts[file] ?? 0,
    starts[file + 1] ?? 0,
    otherBytes,
    otherStarts[other] ?? 0,
    otherStarts[other + 1] ?? 0,
  );
}

/** For each file of folders the number of its folder. */
function foldersOf(folders: readonly (readonly FileRange[])[]): Uint32Array {
  const counts = folders.map(countFiles);
  const folder = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [i, count] of counts.entries()) {
    folder.fill(i, start, start + count);
    start += count;
  }
  return folder;
}

/** Files of one folder that rise by their names. */
interface FolderRun extends FileRange {
  /** Whether they are there no more. */
  readonly isGone: boolean;
}

/** The files of runs of one folder in the order of their names: of those with one name the last counts, and where that is gone, none. */
function mergeRuns(runs: readonly FolderRun[]): readonly FileRange[] {
  // Here files have numbers that go on from one run to the next.
  const { starts, bytes } = namesOf(runs);
  const compare = (a: number, b: number) =>
    compareUtf8(bytes, starts[a] ?? 0, starts[a + 1] ?? 0, bytes, starts[b] ?? 0, starts[b + 1] ?? 0);
  const { run, place } = placesOf(runs);
  const files = new Uint32Array(run.keys());
  sortRuns(files, compare);
  const merged: { source: FileRange['source']; start: number; end: number }[] = [];
  for (let i = 0; i < files.length; i++) {
    const file = files[i] ?? 0;
    const of = runs[run[file] ?? 0];
    const isOverruled = i + 1 < files.length && compare(file, files[i + 1] ?? 0) === 0;
    if (!of || of.isGone || isOverruled) continue;
    const start = place[file] ?? 0;
    const last = merged.at(-1);
    if (last?.source === of.source && last.end === start) last.end++;
    else merged.push({ source: of.source, start, end: start + 1 });
  }
  return merged;
}

/** For each file of runs the number of its run, and its own number in its source. */
function placesOf(runs: readonly FileRange[]): { readonly run: Uint32Array; readonly place: Uint32Array } {
  const count = countFiles(runs);
  const run = new Uint32Array(count);
  const place = new Uint32Array(count);
  let file = 0;
  for (const [i, { start, end }] of runs.entries())
    for (let at = start; at < end; at++, file++) {
      run[file] = i;
      place[file] = at;
    }
  return { run, place };
}

/** Files of a source from number `start` up to `end`. */
export interface FileRange {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** How many files there are. */
function countFiles(ranges: readonly FileRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The names of files, in their order. */
function namesOf(ranges: readonly FileRange[]): StringColumns {
  const starts = new Uint32Array(countFiles(ranges) + 1);
  const bytes = new Uint8Array(ranges.reduce((sum, range) => sum + nameBytesOf(range).length, 0));
  let file = 0;
  let to = 0;
  for (const range of ranges) {
    const { nameStarts } = range.source.columns;
    const moved = to - (nameStarts[range.start] ?? 0);
    for (let i = range.start; i < range.end; i++) starts[file++] = (nameStarts[i] ?? 0) + moved;
    const names = nameBytesOf(range);
    bytes.set(names, to);
    to += names.length;
  }
  starts[file] = to;
  return { starts, bytes };
}

function nameBytesOf({ source: { columns }, start, end }: FileRange): Uint8Array {
  return columns.nameBytes.subarray(columns.nameStarts[start], columns.nameStarts[end]);
}

type Compare = (a: number, b: number) => number;

/**
 * Sorts values by merging the runs in which they rise; equal ones stay as they stand. What comes from a walk in a few batches consists
 * of a few runs.
 */
function sortRuns(values: Uint32Array, compare: Compare): void {
  let ends = endsOfRuns(values, compare);
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  while (ends.length > 1) {
    const merged: number[] = [];
    for (let run = 0, start = 0; run < ends.length; run += 2) {
      const middle = ends[run] ?? 0;
      const end = ends[run + 1] ?? middle;
      merge(from, start, middle, end, to, compare);
      merged.push(end);
      start = end;
    }
    ends = merged;
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
}

function endsOfRuns(values: Uint32Array, compare: Compare): number[] {
  const ends: number[] = [];
  for (let i = 1; i < values.length; i++) if (compare(values[i - 1] ?? 0, values[i] ?? 0) >= 0) ends.push(i);
  if (values.length > 0) ends.push(values.length);
  return ends;
}

/** Merges the runs from `start` to `middle` and from there to `end` into the same places of `to`. */
function merge(
  from: Uint32Array,
  start: number,
  middle: number,
  end: number,
  to: Uint32Array,
  compare: Compare,
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const isLeft = right === end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[isLeft ? left++ : right++] ?? 0;
  }
}
