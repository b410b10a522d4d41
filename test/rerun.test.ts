import { deepEqual } from 'node:assert/strict';
// @ts-expect-error A script without types.
import { runSteadily } from '../scripts/e2e/verdict.mjs';

interface Failure {
  readonly title: string;
  readonly message: string;
}

interface Verdict {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  readonly failed: readonly Failure[];
}

const failure = (title: string, file?: string): Failure => ({
  title,
  message: 'late',
  ...(file ? { file } : {}),
});

/** Verdicts given one after the other, and the files that were asked for each time. */
function windows(...verdicts: Verdict[]) {
  const asked: (readonly string[] | undefined)[] = [];
  const run = async (files?: readonly string[]) => {
    asked.push(files);
    const next = verdicts.shift();
    if (!next) throw new Error('run too often');
    return next;
  };
  return { asked, run };
}

describe('a window whose tests fail', () => {
  it('is not opened again where nothing failed', async () => {
    const { asked, run } = windows({ passes: 3, failures: 0, pending: 1, failed: [] });
    deepEqual(await runSteadily(run), { passes: 3, failures: 0, pending: 1, failed: [] });
    deepEqual(asked, [undefined]);
  });

  it('is opened again for the files that failed, and what passes then is named', async () => {
    const [lost, wrong] = [failure('lost a click', 'a.test.js'), failure('is wrong', 'b.test.js')];
    const { asked, run } = windows(
      { passes: 8, failures: 2, pending: 1, failed: [lost, wrong] },
      { passes: 3, failures: 1, pending: 0, failed: [wrong] },
    );
    deepEqual(await runSteadily(run), {
      passes: 9,
      failures: 1,
      pending: 1,
      failed: [wrong],
      unsteady: [lost],
    });
    deepEqual(asked, [undefined, ['a.test.js', 'b.test.js']]);
  });

  it('is opened again for all tests where it left no verdict', async () => {
    const broken = failure('the window');
    const { asked, run } = windows(
      { passes: 0, failures: 1, pending: 0, failed: [broken] },
      { passes: 8, failures: 0, pending: 0, failed: [] },
    );
    deepEqual(await runSteadily(run), {
      passes: 8,
      failures: 0,
      pending: 0,
      failed: [],
      unsteady: [broken],
    });
    deepEqual(asked, [undefined, undefined]);
  });
});
