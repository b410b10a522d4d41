import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startWith } from './startClient';

export * from './startClient';

/** Starts the language server as a separate process, once. Shows an error with a link to the log if it fails. */
export function startClient(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  const server = { module, transport: TransportKind.ipc };
  const cacheDir = (context.storageUri ?? context.globalStorageUri).fsPath;
  return startWith(context, { cacheDir }, options => new QuietClient('reftel', 'Reftel', server, options));
}

/** Writes its errors only to the log: the user is told once, in plain words. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
