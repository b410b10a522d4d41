import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type DidChangeTextDocumentParams,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const SERVER = resolve('dist/server.js');

/** So that no test writes to the cache folder of the person who runs it. */
const CACHE = resolve('out/test/cache/server');

/** What VS Code can do, as far as the server looks at it. */
export const MODERN: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** Rejections that no server of the test running has handled: each fails it. */
const unhandled: string[] = [];
// The bench has editors too, and no tests.
(globalThis as { afterEach?: (hook: () => void) => void }).afterEach?.(() => {
  const all = unhandled.splice(0);
  if (all.length > 0) throw new Error(all.join('\n'));
});

/** What one asks for when starting an editor. */
export interface Setup {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** What the editor answers when it is asked for its settings `reftel` of a folder, maybe later; null is no folder. */
  readonly settings?: (folder: string | null) => unknown;
  /** What it answers for `files.exclude`. */
  readonly hidden?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  /** `initializationOptions`, see `InitializationOptions` in `lsp/messages.ts`. */
  readonly options?: object;
  /** Gives the editor without waiting for the folders to be read. */
  readonly atOnce?: boolean;
}

/** An editor that talks to the built server as a process, over standard input and output. */
export class Editor {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly registrations: Registration[] = [];
  /** What the log has, and the errors in it. */
  readonly messages: string[] = [];
  readonly problems: string[] = [];
  /** Titles of work in progress, by token. */
  readonly tasks = new Map<string | number, string>();
  /** The settings `reftel.*`, and `files.exclude`. */
  settings: (folder: string | null) => unknown = () => null;
  hidden: unknown = null;
  /** All that was said of work in progress. */
  readonly progress: { readonly kind: string; readonly message?: string }[] = [];
  readonly exit: Promise<number | null>;
  readonly #end: Promise<never>;
  #published = new Map<string, PublishDiagnosticsParams[]>();
  #waiting: (() => void)[] = [];
  #read = 0;
  #result: InitializeResult | null = null;

  private constructor() {
    this.child = spawn(process.execPath, [SERVER, '--stdio']);
    this.exit = new Promise(done => this.child.on('close', done));
    let stderr = '';
    this.child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    this.#end = this.exit.then(code => {
      throw new Error(`the server ended with ${code}: ${stderr}`);
    });
    // Who waits for an answer gets to know; nobody else need.
    this.#end.catch(() => {});
    const { stdout, stdin } = this.child;
    const reader = new StreamMessageReader(stdout);
    // Half a message of a server that was killed would be waited for, by a timer that keeps the tests from ending.
    reader.partialMessageTimeout = 0;
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(stdin));
    this.connection.onNotification('window/logMessage', ({ type, message }) => {
      if (type === 1) this.problems.push(message);
      if (message.startsWith('unhandled rejection')) unhandled.push(message);
      this.messages.push(message);
      if (/: [\d,]+ cables (?:in|are known)|: reading failed/.test(message)) this.#read++;
      this.#wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      Promise.all(
        items.map(({ scopeUri, section }) =>
          section === 'reftel' ? this.settings(scopeUri ?? null) : this.hidden,
        ),
      ),
    );
    this.connection.onNotification('$/progress', ({ token, value }) => {
      this.progress.push(value);
      if (value.kind === 'begin') this.tasks.set(token, value.title);
      else if (value.kind === 'end') this.tasks.delete(token);
      this.#wake();
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, [...this.publishedFor(params.uri), params]);
      this.#wake();
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registrations.push(...registrations);
      this.#wake();
      return null;
    });
    this.connection.onRequest('client/unregisterCapability', () => null);
    this.connection.onError(() => {});
    this.connection.listen();
  }

  /** Starts a server, and waits until it has read the folders. */
  static async start(setup: Setup = {}): Promise<Editor> {
    return await new Editor().begin(setup);
  }

  /** Starts a server, and says nothing to it yet. */
  static idle(): Editor {
    return new Editor();
  }

  /** Says hello as the protocol wants it. */
  async begin({
    folders = [],
    capabilities = MODERN,
    locale,
    options,
    atOnce = false,
    settings = () => null,
    hidden = null,
  }: Setup): Promise<this> {
    this.settings = settings;
    this.hidden = hidden;
    this.#result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(locale === undefined ? {} : { locale }),
      initializationOptions: { cacheDir: CACHE, ...options },
      workspaceFolders: folders.map(folder => ({ uri: uriOf(folder), name: folder })),
    });
    await this.connection.sendNotification('initialized', {});
    if (!atOnce) await this.hasRead(folders.length);
    return this;
  }

  get result(): InitializeResult {
    if (!this.#result) throw new Error('the server is not initialized');
    return this.#result;
  }

  /** The number of the server's process. */
  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the server did not start');
    return this.child.pid;
  }

  /** Waits until the log says for the `n`-th time that a folder was read. */
  hasRead(n: number): Promise<void> {
    return this.waitFor(() => this.#read >= n);
  }

  /** Presses the button that stops the work in progress. */
  async cancelProgress(): Promise<void> {
    for (const token of this.tasks.keys()) await this.notify('window/workDoneProgress/cancel', { token });
  }

  open(uri: string, text: string, languageId = 'cable'): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(
    uri: string,
    version: number,
    contentChanges: DidChangeTextDocumentParams['contentChanges'],
  ): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  watched(type: FileChangeType, ...uris: readonly string[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: uris.map(uri => ({ uri, type })) });
  }

  /** A request about the place of `words` in `text`, `offset` code units behind their beginning. */
  ask<T>(method: string, uri: string, text: string, words: string, more: object = {}): Promise<T> {
    const offset = text.indexOf(words);
    if (offset < 0) throw new Error(`the text does not say ${words}`);
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 };
    return this.request(method, { textDocument: { uri }, position, ...more });
  }

  request<T>(method: string, params: object): Promise<T> {
    return Promise.race([this.connection.sendRequest<T>(method, params), this.#end]);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  publishedFor(uri: string): readonly PublishDiagnosticsParams[] {
    return this.#published.get(uri) ?? [];
  }

  /** The diagnostics published for `version` of a document, or for no version once it is closed. */
  async diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    const find = () => this.publishedFor(uri).findLast(params => params.version === version);
    await this.waitFor(() => find() !== undefined);
    const found = find();
    if (!found) throw new Error('no diagnostics');
    return found;
  }

  /** Waits until `condition` holds, looking again whenever the server says something. Rejects when the server ends. */
  async waitFor(condition: () => boolean): Promise<void> {
    while (!condition()) await Promise.race([new Promise<void>(wake => this.#waiting.push(wake)), this.#end]);
  }

  /** Says goodbye as the protocol wants it; gives the exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', {});
    await this.notify('exit', {});
    const code = await this.exit;
    this.connection.dispose();
    return code;
  }

  /** Ends the process, whatever state it is in. */
  kill(): void {
    this.child.kill('SIGKILL');
    this.connection.dispose();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

/** Asks again and again until the answer is as expected; the test's own timeout ends a vain wait. */
export async function until<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (expected(answer)) return answer;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
