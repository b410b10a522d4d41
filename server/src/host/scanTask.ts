import { namesOf } from './fileRuns';
import type { FileProblem } from './problem';
import type { FileScanner } from './scanFile';
import { isStopped } from './stop';
import { pathBelow } from './walk';
import type { ScanResult, ScanTask } from './workerMessages';

/** How many files are scanned between two looks at the stop. */
const LOOK_EVERY = 16;

/** Scans the files of a task until it is told to stop. */
export function runScanTask(
  scanner: FileScanner,
  { folder, runs }: ScanTask,
  stop: SharedArrayBuffer,
): ScanResult {
  const problems: FileProblem[] = [];
  let done = 0;
  for (const run of runs) {
    const { below } = run;
    const nativeBelow = pathBelow(folder, below);
    for (const name of namesOf(run)) {
      if (done % LOOK_EVERY === 0 && isStopped(stop)) return { batches: scanner.take(), done, problems };
      const problem = scanner.scan(below, name, nativeBelow + name);
      // A file that went away is no longer in the folder.
      if (problem && problem.kind !== 'vanished') problems.push(problem);
      done++;
    }
  }
  return { batches: scanner.take(), done, problems };
}
