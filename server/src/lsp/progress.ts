import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { Base } from '../archive/index/format/base';
import type { Progress, RefreshResult } from '../archive/refresh';
import { showNumber } from '../text/displayLanguage';
import type { Log } from './guard';
import { startTask, type Task } from './task';

/** Receives reports of the work on a workspace's folders. */
export interface Watcher {
  /** A folder is being brought up to date; `cancel` ends that early. */
  started(folder: string, cancel: () => void): ProgressSink;
}

/** Receives progress reports of one refresh, then its result. */
export interface ProgressSink {
  progress(progress: Progress): void;
  ended(end: RefreshResult, base: Base | null): void;
  failed(error: unknown): void;
}

/** Work on more files than this is shown; less is finished before anyone could read a message. */
const SHOWN_FROM = 2000;

/** Work that has lasted this long, in milliseconds, is shown, however little it is. */
const SHOWN_AFTER = 1500;

/** Shows the work on folders to the user, and says in the log how it ended. */
export function progressOn(connection: Connection, log: Log): Watcher {
  return { started: (folder, cancel) => new ProgressReport(connection, log, folder, cancel) };
}

/**
 * Shows how far a folder is read, with a way to stop it. VS Code shows work that can be stopped as a notification, so what takes a
 * blink, such as finding that nothing has changed, is not shown at all.
 */
class ProgressReport implements ProgressSink {
  readonly #connection: Connection;
  readonly #log: Log;
  readonly #folder: string;
  readonly #cancel: () => void;
  readonly #startedAt = performance.now();
  #task: Task | null = null;

  constructor(connection: Connection, log: Log, folder: string, cancel: () => void) {
    this.#connection = connection;
    this.#log = log;
    this.#folder = folder;
    this.#cancel = cancel;
  }

  progress(progress: Progress): void {
    if (isWorthShowing(progress, this.#elapsed))
      this.#task ??= startTask(this.#connection, l10n.t('Reading cables'), this.#cancel, 0);
    const { done, total } = progress;
    this.#task?.report(describe(progress), total ? Math.min(100, Math.floor((100 * done) / total)) : 0);
  }

  ended({ files, complete, problems }: RefreshResult, base: Base | null): void {
    this.#task?.end();
    for (const problem of problems) this.#log.info(problem);
    const cables = base?.rowCount ?? 0;
    const seconds = (this.#elapsed / 1000).toFixed(1);
    this.#log.info(
      complete
        ? `${this.#folder}: ${number(cables)} cables in ${number(files)} files, ${seconds} s`
        : `${this.#folder}: ${number(cables)} cables are known; reading is incomplete and resumes at the next start`,
    );
  }

  failed(error: unknown): void {
    this.#task?.end();
    const message = error instanceof Error ? error.message : String(error);
    this.#log.info(`${this.#folder}: reading failed (${message}) and resumes at the next start`);
  }

  get #elapsed(): number {
    return performance.now() - this.#startedAt;
  }
}

function isWorthShowing({ stage, total }: Progress, elapsed: number): boolean {
  return elapsed >= SHOWN_AFTER || (stage === 'reading' && (total ?? 0) >= SHOWN_FROM);
}

/** `12,000 of 251,287` */
function describe({ stage, done, total }: Progress): string {
  const count = total === null ? showNumber(done) : l10n.t('{0} of {1}', showNumber(done), showNumber(total));
  return stage === 'reading' ? count : l10n.t('looking for changes: {0}', count);
}

/** As the log has it, which is English. */
function number(value: number): string {
  return value.toLocaleString('en-US');
}
