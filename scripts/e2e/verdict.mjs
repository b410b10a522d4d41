// The verdict on a launch of VS Code is the file that mocha's runner leaves: an exit code calls an empty suite a success.
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';

/**
 * @typedef {{ title: string, message: string, file?: string }} Failure `file` is the name of the test's file, where it is known
 * @typedef {{
 *   passes: number, failures: number, pending: number,
 *   failed?: readonly Failure[],
 *   unsteady?: readonly Failure[],
 *   skipped?: readonly { title: string, why: string }[],
 * }} Verdict `unsteady` is what failed once and then passed
 */

/** @type {Verdict} */
export const NO_TESTS = { passes: 0, failures: 0, pending: 0 };

/**
 * The verdict on a window that ended without one.
 * @returns {Verdict}
 */
export function brokenWindow(title, error) {
  console.error(error?.stack ?? error);
  return { ...NO_TESTS, failures: 1, failed: [{ title, message: String(error?.message ?? error) }] };
}

/**
 * Runs tests, and those files of them that fail once more in a fresh window: a window on a busy machine loses a click or a focus
 * now and then. What fails twice has failed; what fails once is named as unsteady.
 * @param {(files?: readonly string[]) => Promise<Verdict>} run
 * @returns {Promise<Verdict>}
 */
export async function runSteadily(run) {
  const first = await run();
  const { failed = [] } = first;
  if (first.failures === 0) return first;
  console.log('\n   What failed is run once more, in a fresh window.');
  const files = failed.map(({ file }) => file);
  const areKnown = failed.length > 0 && files.every(Boolean);
  const second = await run(areKnown ? [...new Set(files)] : undefined);
  const again = new Set(second.failed?.map(({ title }) => title));
  const unsteady = failed.filter(({ title }) => !again.has(title));
  if (!areKnown) return { ...second, unsteady };
  const passes = first.passes + Math.max(0, first.failures - second.failures);
  return { ...second, passes, pending: first.pending, unsteady };
}

/**
 * @param {string} file where the runner inside VS Code was told to leave its counts
 * @param {boolean} mayBeEmpty whether a launch in which no test ran is as it should be
 * @returns {Verdict}
 */
export function readVerdict(file, mayBeEmpty) {
  if (!existsSync(file)) throw new Error('VS Code ended and left no result of the tests');
  const { passes, failures, pending, failed } = JSON.parse(readFileSync(file, 'utf8'));
  if (passes === 0 && failures === 0 && !mayBeEmpty) throw new Error('VS Code ended without running a test');
  return { passes, failures, pending, failed };
}

/** @param {readonly Verdict[]} verdicts */
export function total(verdicts) {
  const sum = key => verdicts.reduce((count, verdict) => count + verdict[key], 0);
  const all = key => verdicts.flatMap(verdict => verdict[key] ?? []);
  return {
    passes: sum('passes'),
    failures: sum('failures'),
    pending: sum('pending'),
    failed: all('failed'),
    unsteady: all('unsteady'),
    skipped: all('skipped'),
  };
}

/** Prints what the tests write to a file, as it grows, until the function that it gives is called. */
export function followOutput(file) {
  let read = 0;
  const printNew = () => {
    if (!existsSync(file)) return;
    const input = openSync(file, 'r');
    const buffer = Buffer.alloc(65_536);
    let length = readSync(input, buffer, 0, buffer.length, read);
    while (length > 0) {
      process.stdout.write(buffer.subarray(0, length));
      read += length;
      length = readSync(input, buffer, 0, buffer.length, read);
    }
    closeSync(input);
  };
  const timer = setInterval(printNew, 100);
  return () => {
    clearInterval(timer);
    printNew();
  };
}
