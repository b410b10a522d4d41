import { type CancellationToken, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ARCHIVE_CHANGED,
  type Requests,
  SEARCH_PROGRESS,
  type SearchProgressReport,
} from '../../server/src/lsp/messages';

/** The language server as views and commands see it. */
export class Server {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #searching = new EventEmitter<SearchProgressReport>();

  /** Fires when the archive has changed and earlier answers may be stale. */
  readonly onArchiveChanged = this.#changed.event;
  /** Fires while a search reads texts. */
  readonly onSearchProgress = this.#searching.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    client.onNotification(ARCHIVE_CHANGED, () => this.#changed.fire());
    client.onNotification(SEARCH_PROGRESS, (report: SearchProgressReport) => this.#searching.fire(report));
  }

  /** Waits until the folders have been read as far as they are known, so that a question need not be asked again. */
  async settled(): Promise<void> {
    for (;;) {
      const archive = await this.ask('reftel/archive', {});
      if (!archive?.busy) return;
      await new Promise<void>(done => {
        const listening = this.onArchiveChanged(() => {
          listening.dispose();
          done();
        });
      });
    }
  }

  /** The answer to a request; null if the server is not running, fails, which is logged, or is told to stop by `token`. */
  async ask<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
    token?: CancellationToken,
  ): Promise<Requests[M]['result'] | null> {
    if (!this.#client.isRunning()) return null;
    try {
      // A token that is not there would count as a second parameter.
      return token
        ? await this.#client.sendRequest<Requests[M]['result']>(method, params, token)
        : await this.#client.sendRequest<Requests[M]['result']>(method, params);
    } catch (error) {
      if (!token?.isCancellationRequested) this.#client.error(`${method} failed`, error);
      return null;
    }
  }
}
