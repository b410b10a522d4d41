import { compareUtf8 } from '../format/compareUtf8';
import { sortRuns } from './sortRuns';
import { countFiles, namesOf, type Stretch } from './stretch';

/** Files of one folder that rise by their names. */
export interface FolderRun extends Stretch {
  /** Whether they are there no more. */
  readonly isGone: boolean;
}

/** The files of runs of one folder in the order of their names: of those with one name the last counts, and where that is gone, none. */
export function mergeRuns(runs: readonly FolderRun[]): readonly Stretch[] {
  // Here files have numbers that go on from one run to the next.
  const { starts, bytes } = namesOf(runs);
  const compare = (a: number, b: number) =>
    compareUtf8(bytes, starts[a] ?? 0, starts[a + 1] ?? 0, bytes, starts[b] ?? 0, starts[b + 1] ?? 0);
  const { run, place } = filesOf(runs);
  const files = new Uint32Array(run.keys());
  sortRuns(files, compare);
  const merged: { source: Stretch['source']; start: number; end: number }[] = [];
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
function filesOf(runs: readonly Stretch[]): { readonly run: Uint32Array; readonly place: Uint32Array } {
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
