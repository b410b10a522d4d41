import * as l10n from '@vscode/l10n';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { lifecycle } from './lsp/lifecycle';
import { serve } from './lsp/server';
import { nameOf } from './lsp/uris';
import { showNumber } from './text/displayLanguage';
import { editorFiles } from './web/editorFiles';
import { IndexedShelf } from './web/indexedShelf';
import { KeptArchives } from './web/keptArchives';
import { WebHost } from './web/webHost';

/** What of a worker's scope is used here. */
interface Scope {
  addEventListener(type: 'unhandledrejection', listen: (event: { readonly reason: unknown }) => void): void;
  close(): void;
}

/** So many files of a folder are read where the setting says nothing. */
const DEFAULT_LIMIT = 5000;

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

const host = new WebHost({
  files: editorFiles(connection),
  kept: new KeptArchives(new IndexedShelf(), message => connection.console.info(message)),
  async limit(folder) {
    const asked = { scopeUri: folder, section: 'reftel.archive.virtualLimit' };
    const limit: unknown = await connection.workspace.getConfiguration(asked).catch(() => null);
    return typeof limit === 'number' && limit >= 1 ? limit : DEFAULT_LIMIT;
  },
  onCut: (folder, limit) =>
    connection.window.showWarningMessage(
      l10n.t(
        '{0} has more than {1} files that may be cables, and here each is a request. Reftel knows the first {1} of them; the setting {2} allows more.',
        nameOf(folder),
        showNumber(limit),
        'reftel.archive.virtualLimit',
      ),
    ),
});
serve(connection, host, version);
