import { rmSync, statSync } from 'node:fs';

/** A temporary file older than this many milliseconds is a leftover, even if a process with its owner's id runs. */
const WRITING_LIMIT = 24 * 60 * 60 * 1000;

/** Removes the temporary file of the process `pid` if that has ended; a file that another process has removed is no problem. Never throws. */
export function removeIfLeftover(path: string, pid: number): void {
  try {
    if (isRunning(pid) && Date.now() - statSync(path).mtimeMs < WRITING_LIMIT) return;
    rmSync(path, { force: true });
  } catch {}
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only checks.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
