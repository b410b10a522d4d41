import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { lifecycle } from './lsp/lifecycle';
import { serve } from './lsp/server';
import { editorFiles } from './web/editorFiles';
import { WebHost } from './web/webHost';

/** What of a worker's scope is used here. */
interface Scope {
  addEventListener(type: 'unhandledrejection', listen: (event: { readonly reason: unknown }) => void): void;
  close(): void;
}

/** The server in a worker of a browser: files are reached through the editor. */
const scope = globalThis as unknown as Scope & ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
  messageStrategy: lifecycle(),
});
// A bug costs an answer, and never what is open.
scope.addEventListener('unhandledrejection', ({ reason }: { readonly reason: unknown }) => {
  const details = reason instanceof Error ? reason.stack : String(reason);
  connection.console.error(`unhandled rejection: ${details}`);
});
connection.onExit(() => scope.close());
serve(connection, new WebHost(editorFiles(connection)), version);
