import type { ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startWith } from '../startClient';
import { readBundle } from './bundle';
import { answerFileRequests } from './files';

export * from '../startClient';

/** What of the browser is used here. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageWriter>[0];

/** Starts the language server as a worker, once. Shows an error with a link to the log if it fails. */
export function startClient(context: ExtensionContext): Promise<void> {
  return startWith(context, {}, options => {
    const client = new QuietClient('reftel', 'Reftel', () => startWorker(context), options);
    answerFileRequests(client);
    return client;
  });
}

/** The worker; it is started from its code, for VS Code starts none from a file of another machine. */
async function startWorker(context: ExtensionContext) {
  const code = new Blob([await readBundle(context, 'server.js')], { type: 'text/javascript' });
  const url = URL.createObjectURL(code);
  // VS Code puts a constructor of its own in the place of `Worker`, whose workers the client's library does not know.
  const worker = new Worker(url);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Writes its errors only to the log: the user is told once, in plain words. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
