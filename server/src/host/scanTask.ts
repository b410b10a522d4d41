import { BatchWriter } from '../archive/base/batch';
import { packed } from '../archive/base/pack';
import type { FileProblem } from './problem';
import type { FileScanner } from './scanFile';
import { isStopped } from './stop';
import { pathBelow } from './walk';
import type { ScanResult, ScanTask } from './workerMessages';

/** Scans the files of a task until it is told to stop. A file that is gone or cannot be read is taken out of the archive. */
export function runScanTask(
  scanner: FileScanner,
  { folder, paths }: ScanTask,
  stop: SharedArrayBuffer,
): ScanResult {
  const writer = new BatchWriter();
  const problems: FileProblem[] = [];
  let done = 0;
  for (const path of paths) {
    if (isStopped(stop)) break;
    const scanned = scanner.scan(pathBelow(folder, path));
    if (scanned.kind === 'file') writer.add(path, scanned.size, scanned.modified, scanned.facts);
    else {
      writer.remove(path);
      if (scanned.problem.kind !== 'vanished') problems.push(scanned.problem);
    }
    done++;
  }
  return { batch: packed(writer.finish()), done, problems };
}
