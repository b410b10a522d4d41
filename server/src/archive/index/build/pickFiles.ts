import { compareUtf8 } from '../format/compareUtf8';
import type { StringColumns } from '../format/strings';
import { inOrder } from './inOrder';
import { type FolderRun, mergeRuns } from './mergeRuns';
import type { Source, Sources } from './source';
import { countFiles, namesOf, type Stretch } from './stretch';

/** Files of several sources in the order of folder and name. */
export interface PickedFiles {
  /** The folders that have a file, in order. */
  readonly folders: readonly string[];
  /** The files in order. */
  readonly stretches: readonly Stretch[];
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
  const isLeft = picked.map(stretches => stretches.length > 0);
  const stretches = picked.flat();
  return {
    folders: strings.filter((_, i) => isLeft[i]),
    stretches,
    folder: foldersOf(picked.filter((_, i) => isLeft[i])),
    names: namesOf(stretches),
  };
}

/** The files of a folder, whose runs come in the order of the sources. Nearly always each run lies before or behind each other as a whole. */
function pickOfFolder(runs: readonly FolderRun[]): readonly Stretch[] {
  const rising = runs.toSorted((a, b) => compareNames(a.source, a.start, b.source, b.start));
  const isApart = rising.every((run, i) => !run.isGone && isBehind(run, rising[i - 1]));
  return isApart ? rising : mergeRuns(runs);
}

/** Whether a run begins behind the end of the one before, if there is one. */
function isBehind(run: Stretch, before: Stretch | undefined): boolean {
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
function foldersOf(folders: readonly (readonly Stretch[])[]): Uint32Array {
  const counts = folders.map(countFiles);
  const folder = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [i, count] of counts.entries()) {
    folder.fill(i, start, start + count);
    start += count;
  }
  return folder;
}
