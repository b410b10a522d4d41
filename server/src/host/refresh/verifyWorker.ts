import { parentPort, workerData } from 'node:worker_threads';
import { Base } from '../../archive/index/format/base';
import { selectionOf } from '../../archive/selection';
import { ProblemList } from '../files/problemList';
import { statThreads } from '../threads/pools';
import { giveStop } from '../threads/stop';
import type { VerifyJob, VerifyMessage } from '../threads/workerMessages';
import { compareFiles } from './compare';
import { withPauses } from './reports';

/** A thread that looks whether an archive is as the disk has it, see `verify.ts`. */
const { folder, exclude, known, stop }: VerifyJob = workerData;
void run();

async function run(): Promise<void> {
  const say = (message: VerifyMessage) => parentPort?.postMessage(message);
  const report = withPauses(progress => say({ kind: 'progress', progress }));
  const base = new Base(known);
  const problems = new ProblemList();
  const pool = statThreads(base.fileCount);
  let isUnchanged = true;
  const { files, gone, isWhole } = await compareFiles({
    folder,
    selection: selectionOf(exclude),
    base,
    stop,
    pool,
    onProblem: problem => problems.add(problem),
    onFound: done => report({ stage: 'looking', done, total: base.fileCount }),
    onStale() {
      isUnchanged = false;
      // What else has changed finds out who reads it.
      giveStop(stop);
    },
  });
  await pool?.close();
  const end = { files, complete: isWhole, problems: problems.lines() };
  say({ kind: 'end', end: isUnchanged && gone.length === 0 ? end : null });
}
