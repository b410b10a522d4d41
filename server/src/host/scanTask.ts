import { BatchWriter } from '../archive/base/batch';
import { packed } from '../archive/base/pack';
import type { FileProblem } from './problem';
import type { FileScanner } from './scanFile';
import { isStopped } from './stop';
import { pathBelow } from './walk';
import type { ScanResult, ScanTask } from './workerMessages';

/** How many files are read together: so many cables stay in the processor's cache until they are scanned. */
const GROUP = 16;

/** Scans the files of a task until it is told to stop. A file that is gone or cannot be read is taken out of the archive. */
export function runScanTask(
  scanner: FileScanner,
  { folder, paths }: ScanTask,
  stop: SharedArrayBuffer,
): ScanResult {
  const writer = new BatchWriter();
  const problems: FileProblem[] = [];
  let done = 0;
  for (let start = 0; start < paths.length && !isStopped(stop); start += GROUP) {
    const group = paths.slice(start, start + GROUP);
    const scanned = scanner.scan(group.map(path => pathBelow(folder, path)));
    scanned.forEach((one, i) => {
      const path = group[i] ?? '';
      if (one.kind === 'file') writer.add(path, one.size, one.modified, one.facts);
      else {
        writer.remove(path);
        if (one.problem.kind !== 'vanished') problems.push(one.problem);
      }
    });
    done += group.length;
  }
  return { batch: packed(writer.finish()), done, problems };
}
