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
  { folder, paths }: ScanTask,
  stop: SharedArrayBuffer,
): ScanResult {
  const problems: FileProblem[] = [];
  let done = 0;
  for (const path of paths) {
    if (done % LOOK_EVERY === 0 && isStopped(stop)) break;
    const problem = scanner.scan(path, pathBelow(folder, path));
    // A file that went away is no longer in the folder.
    if (problem && problem.kind !== 'vanished') problems.push(problem);
    done++;
  }
  return { batches: scanner.take(), done, problems };
}
