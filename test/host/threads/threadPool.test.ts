import { deepEqual, equal, rejects } from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { threadPool } from '../../../server/src/host/threads/threadPool';

/** A thread that answers when it is told to. */
class FakeWorker extends EventEmitter {
  readonly tasks: number[] = [];

  postMessage(task: number): void {
    this.tasks.push(task);
  }

  /** Answers the first task with its double. */
  answer(): void {
    this.emit('message', 2 * (this.tasks.shift() ?? Number.NaN));
  }

  async terminate(): Promise<number> {
    this.emit('exit', 0);
    return 0;
  }
}

function pool(width: number) {
  const workers: FakeWorker[] = [];
  const threads = threadPool<number, number>(width, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { workers, threads };
}

describe('a pool of threads', () => {
  it('starts a thread when those before it have enough to do, and gives tasks to the idlest', async () => {
    const { workers, threads } = pool(2);
    const answers = [1, 2].map(task => threads.run(task));
    equal(workers.length, 1);
    answers.push(threads.run(3), threads.run(4));
    deepEqual(
      workers.map(({ tasks }) => tasks),
      [
        [1, 2],
        [3, 4],
      ],
    );
    workers[1]?.answer();
    answers.push(threads.run(5), threads.run(6));
    equal(workers.length, 2);
    for (const worker of workers) while (worker.tasks.length > 0) worker.answer();
    deepEqual(await Promise.all(answers), [2, 4, 6, 8, 10, 12]);
    await threads.close();
  });

  it('loses the tasks of a thread that ends, and goes on with another', async () => {
    const { workers, threads } = pool(1);
    const lost = threads.run(1);
    workers[0]?.emit('error', new Error('out of memory'));
    workers[0]?.emit('exit', 1);
    await rejects(lost, /out of memory/);
    const next = threads.run(2);
    workers[1]?.answer();
    equal(await next, 4);
  });

  it('does not start a thread for ever that ends each time', async () => {
    const { workers, threads } = pool(1);
    for (let i = 0; i < 6; i++) {
      const run = threads.run(i);
      workers[i]?.emit('exit', 1);
      await rejects(run, /without a reason/);
    }
    equal(workers.length, 4);
  });

  it('loses a task, and nothing else, where the system has no thread left', async () => {
    const threads = threadPool<number, number>(2, () => {
      throw new Error('EAGAIN');
    });
    await rejects(threads.run(1), /EAGAIN/);
    await threads.close();
  });
});
