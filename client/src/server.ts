import { EventEmitter } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ARCHIVE_CHANGED, type Requests } from '../../server/src/lsp/messages';

/** The language server as views and commands see it. */
export class Server {
  readonly #client: LanguageClient;
  readonly #changed = new EventEmitter<void>();

  /** Fires when the archive has changed and earlier answers may be stale. */
  readonly onArchiveChanged = this.#changed.event;

  constructor(client: LanguageClient) {
    this.#client = client;
    client.onNotification(ARCHIVE_CHANGED, () => this.#changed.fire());
  }

  /** The answer to a request; null if the server is not running or fails, which is logged. */
  async ask<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ): Promise<Requests[M]['result'] | null> {
    if (!this.#client.isRunning()) return null;
    try {
      return await this.#client.sendRequest<Requests[M]['result']>(method, params);
    } catch (error) {
      this.#client.error(`${method} failed`, error);
      return null;
    }
  }
}
