import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/src/lsp/host';
import { lifecycle } from '../../server/src/lsp/lifecycle';
import { serve } from '../../server/src/lsp/server';

/** A disk without files. */
const EMPTY: Host = {
  ahead: null,
  keepArchivesIn() {},
  saved: () => null,
  refresh: async () => ({ files: 0, complete: true, problems: [] }),
  collect: async () => {},
  kindOf: () => null,
  read: () => null,
  readAny: () => null,
  plain: async () => text => text,
  provenance: () => null,
  cablesOfPage: async () => null,
  readNotes: async () => true,
  readNote: async () => null,
  searchTexts: async () => ({ complete: true, problems: [] }),
  watch: () => () => {},
};

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A server in this process, spoken to in raw messages, so that whatever the library would refuse to send can be sent. */
export class RawServer {
  readonly #toServer = new PassThrough();
  readonly #answers = new Map<number, (answer: Answer) => void>();
  /** The methods of requests that the server makes and nobody answers. */
  readonly unanswered = new Set<string>();
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  #next = 0;

  /** With `disk` instead of an empty one for some of its answers. */
  constructor(disk: Partial<Host> = {}) {
    const fromServer = new PassThrough();
    const connection = createConnection(
      logger =>
        createProtocolConnection(
          new StreamMessageReader(this.#toServer),
          new StreamMessageWriter(fromServer),
          logger,
          { messageStrategy: lifecycle() },
        ),
      { initialize() {}, shutdownReceived: false, exit() {} },
    );
    serve(connection, { ...EMPTY, ...disk }, '0');
    let waiting = Buffer.alloc(0);
    fromServer.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (;;) {
        const head = waiting.indexOf('\r\n\r\n');
        const length = Number(
          /Content-Length: (\d+)/.exec(waiting.subarray(0, Math.max(0, head)).toString())?.[1],
        );
        if (head < 0 || waiting.length < head + 4 + length) return;
        this.#take(JSON.parse(waiting.subarray(head + 4, head + 4 + length).toString()));
        waiting = waiting.subarray(head + 4 + length);
      }
    });
  }

  /** Sends a request, and resolves to its answer. Rejects where none comes. */
  request(method: string, params?: unknown): Promise<Answer> {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), 20_000);
      this.#answers.set(id, answer => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params?: unknown): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#toServer.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(
    message: Answer & { readonly id?: number; readonly method?: string; readonly params?: unknown },
  ): void {
    if (message.method === undefined) this.#answers.get(message.id ?? -1)?.(message);
    else if (message.id === undefined)
      this.notifications.push({ method: message.method, params: message.params });
    else this.unanswered.add(message.method);
  }
}
