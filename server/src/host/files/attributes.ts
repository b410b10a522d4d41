import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { refusal } from './problem';

/**
 * Gives the new file `to` what the system keeps beside the content of the file `from`: access lists and extended attributes. What
 * stands in `to` may be anything afterwards. Does nothing where no program of the machine can; throws an error with the code `EATTR` if
 * something would be lost, and like `node:fs`.
 */
export function copyAttributes(from: string, to: string): void {
  // The systems' own copying keeps them.
  if (process.platform === 'darwin' || process.platform === 'win32') {
    copyFileSync(from, to);
    return;
  }
  // Node.js knows nothing of extended attributes, and Linux copies none of itself.
  const { status, error } = spawnSync('cp', [...KEEPING, '--', from, to], {
    stdio: 'ignore',
    timeout: 60_000,
  });
  if (status === 0 || error || !isGnu()) return;
  throw refusal('EATTR', from);
}

const KEEPING = ['--attributes-only', '--preserve=mode,xattr'];

let gnu: boolean | null = null;

/** Whether `cp` is that of GNU; others know less of attributes. */
function isGnu(): boolean {
  gnu ??= /GNU/.test(spawnSync('cp', ['--version'], { encoding: 'utf8' }).stdout ?? '');
  return gnu;
}
