// The verdict on a launch of VS Code is the file that mocha's runner leaves: an exit code calls an empty suite a success.
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';

/** @typedef {{ passes: number, failures: number, pending: number, skipped?: readonly { title: string, why: string }[] }} Verdict */

/** @type {Verdict} */
export const NO_TESTS = { passes: 0, failures: 0, pending: 0 };

/**
 * @param {string} file where the runner inside VS Code was told to leave its counts
 * @param {boolean} mayBeEmpty whether a launch in which no test ran is as it should be
 * @returns {Verdict}
 */
export function readVerdict(file, mayBeEmpty) {
  if (!existsSync(file)) throw new Error('VS Code ended and left no result of the tests');
  const { passes, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
  if (passes === 0 && failures === 0 && !mayBeEmpty) throw new Error('VS Code ended without running a test');
  return { passes, failures, pending };
}

/** @param {readonly Verdict[]} verdicts */
export function total(verdicts) {
  const sum = key => verdicts.reduce((count, verdict) => count + verdict[key], 0);
  const skipped = verdicts.flatMap(verdict => verdict.skipped ?? []);
  return { passes: sum('passes'), failures: sum('failures'), pending: sum('pending'), skipped };
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
