import { parentPort, workerData } from 'node:worker_threads';
import { Base } from '../../archive/index/format/base';
import { throttled } from '../../archive/refresh';
import { selectionOf } from '../../archive/selection';
import { ProblemList } from '../files/problem';
import { cancel } from '../threads/cooperative';
import type { VerifyJob, VerifyMessage } from '../threads/messages';
import { statThreads } from '../threads/workers';
import { compareFiles } from './compare';

/** A thread that verifies an archive against the disk, see `verify.ts`. */
const { folder, exclude, known, cancelled }: VerifyJob = workerData;
void run();

async function run(): Promise<void> {
  const send = (message: VerifyMessage) => parentPort?.postMessage(message);
  const report = throttled(progress => send({ kind: 'progress', progress }));
  const base = new Base(known);
  const problems = new ProblemList();
  const pool = statThreads(base.fileCount);
  let isUnchanged = true;
  const { files, gone, isWhole } = await compareFiles({
    folder,
    selection: selectionOf(exclude),
    base,
    cancelled,
    pool,
    onProblem: problem => problems.add(problem),
    onFound: done => report({ stage: 'looking', done, total: base.fileCount }),
    onStale() {
      isUnchanged = false;
      // The refresh that follows finds all other changes.
      cancel(cancelled);
    },
  });
  await pool?.close();
  const end = { files, complete: isWhole, problems: problems.lines() };
  send({ kind: 'end', end: isUnchanged && gone.length === 0 ? end : null });
}
