import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CancellationToken } from 'vscode';
import type { Outcome } from '../../../server/src/import/outcome';

export type ImportRun =
  | { readonly kind: 'done' | 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** Its exit code where something could not be imported, of which it has told. */
const INCOMPLETE = 1;

/**
 * Runs `reftel import` in a process of its own and gives each outcome as it comes. Cancelling ends the process after the telegram it
 * is at. Never rejects.
 */
export function runImport(
  cli: string,
  args: readonly string[],
  token: CancellationToken,
  onOutcome: (outcome: Outcome) => void,
): Promise<ImportRun> {
  return new Promise(done => {
    const child = spawn(process.execPath, [cli, 'import', ...args, '--format', 'ndjson'], {
      // The editor's own program runs scripts when it is told to.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = token.onCancellationRequested(() => child.kill());
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MESSAGE);
    });
    createInterface({ input: child.stdout }).on('line', line => {
      const outcome = parsed(line);
      if (outcome) onOutcome(outcome);
    });
    const end = (run: ImportRun) => {
      stop.dispose();
      done(run);
    };
    child.on('error', error => end({ kind: 'failed', message: error.message }));
    child.on('close', status => {
      if (token.isCancellationRequested) end({ kind: 'cancelled' });
      else if (status === 0 || status === INCOMPLETE || said === '') end({ kind: 'done' });
      else end({ kind: 'failed', message: said.trim() });
    });
  });
}

/** So much of what the process complains of is kept. */
const MESSAGE = 2000;

function parsed(line: string): Outcome | null {
  try {
    const value = JSON.parse(line);
    return value.status === 'summary' ? null : value;
  } catch {
    return null;
  }
}
