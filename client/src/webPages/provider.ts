import { type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import { PAGE_SCHEME } from '../schemes';
import type { Server } from '../server';

/** The texts of cables on web pages, which lie nowhere. */
export function pageTexts(server: Server): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const shown = new Map<string, Uri>();
  return [
    changed,
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const page = Uri.parse(uri.query, true);
        const text = await textOf(server, page);
        if (text === null) throw new Error(l10n.t('{0} shows no cable that Reftel can read.', page.path));
        shown.set(page.toString(), uri);
        return text;
      },
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      const text = shown.get(uri.toString());
      if (text) changed.fire(text);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === PAGE_SCHEME) shown.delete(Uri.parse(uri.query, true).toString());
    }),
  ];
}

/** Shows the cable on the web page `page` in an editor of its own; says so where there is none. */
export async function showPageAsCable(server: Server, page: Uri): Promise<void> {
  if ((await textOf(server, page)) === null) {
    const name = page.path.replace(/^.*\//, '');
    void window.showInformationMessage(l10n.t('{0} shows no cable that Reftel can read.', name));
    return;
  }
  // Its name makes it a cable; the page that it is on is told by the query.
  const path = page.path.replace(/(?:\.x?html?)?$/i, '.cable');
  const uri = Uri.from({ scheme: PAGE_SCHEME, path, query: page.toString() });
  await window.showTextDocument(uri, { preview: false });
}

/** A page that stands in the editor as it does on the disk is read from there, in its own encoding. */
function textOf(server: Server, page: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === page.toString());
  const text = open && (open.isDirty || page.scheme !== 'file') ? open.getText() : null;
  return server.ask('reftel/cablesOfPage', { uri: page.toString(), text });
}
