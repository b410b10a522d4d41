import {
  commands,
  type Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  COMPARE_COPIES,
  type ComparedCopies,
  type Position,
  type Requests,
} from '../../../server/src/lsp/messages';
import { sayNoCable } from '../commands/copy';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { comparisonDocument, comparisonHtml } from './html';

/** The scheme of the texts of copies without what copies added, which are shown side by side and lie nowhere. */
const SCHEME = 'reftel-copy';

type Copy = Requests['reftel/compare']['params']['other'];

/** `Cable: Compare with Other Copy…`, as a page, and the same texts side by side. */
export function compareCommands(server: Server, extension: Uri): Disposable[] {
  const texts = new Map<string, string>();
  let panel: WebviewPanel | null = null;

  const showPage = (copies: ComparedCopies) => {
    if (!panel) {
      panel = window.createWebviewPanel('reftel.comparison', l10n.t('Comparison'), ViewColumn.Beside, {
        enableCommandUris: ['reftel.openPlace', 'reftel.compareTexts'],
        enableFindWidget: true,
        localResourceRoots: [extension],
      });
      panel.onDidDispose(() => {
        panel = null;
      });
    }
    const { webview } = panel;
    const style = webview.asWebviewUri(Uri.joinPath(extension, 'media', 'view.css')).toString();
    const page = comparisonHtml(copies, wordsFor(copies));
    webview.html = comparisonDocument(page, env.language, style, webview.cspSource);
    panel.title = titleOf(copies);
    panel.reveal(undefined, true);
  };

  const showTexts = async (copies: ComparedCopies) => {
    const place = (side: 'a' | 'b') => {
      const { path } = Uri.parse(copies[side].uri);
      const uri = Uri.from({ scheme: SCHEME, path: `${path}.txt`, query: side });
      texts.set(uri.toString(), copies[side].text);
      return uri;
    };
    await commands.executeCommand('vscode.diff', place('a'), place('b'), titleOf(copies));
  };

  const compareWith = (show: (copies: ComparedCopies) => void | Promise<void>) => {
    return async (uri?: string, otherUri?: string, position?: Position) => {
      const document = uri ?? activeCable()?.document.uri.toString();
      if (document === undefined) return sayNoCable();
      const other =
        otherUri === undefined
          ? await chooseCopy(server, document)
          : { uri: otherUri, position: position ?? null };
      if (!other) return;
      await openQuietly(document);
      const copies = await server.ask('reftel/compare', { uri: document, other });
      if (copies) await show(copies);
      else void window.showInformationMessage(l10n.t('The two files cannot be compared.'));
    };
  };

  return [
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '',
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    commands.registerCommand(COMPARE_COPIES, compareWith(showPage)),
    commands.registerCommand('reftel.compareTexts', compareWith(showTexts)),
    { dispose: () => panel?.dispose() },
  ];
}

/** The server compares an open document with a file, so a document that was closed since is loaded again. */
async function openQuietly(uri: string): Promise<void> {
  await workspace.openTextDocument(Uri.parse(uri));
}

/** The only other file that holds the cable, the chosen one of several, or any file that the user names. */
async function chooseCopy(server: Server, uri: string): Promise<Copy | undefined> {
  const copies = (await server.ask('reftel/copies', { uri })) ?? [];
  const [only, more] = copies;
  if (only && !more) return { uri: only.uri, position: only.anchor.start };
  const items = copies.map(copy => ({
    label: workspace.asRelativePath(Uri.parse(copy.uri)),
    copy: { uri: copy.uri, position: copy.anchor.start } as Copy | null,
  }));
  const chosen =
    items.length === 0
      ? undefined
      : await window.showQuickPick([...items, { label: l10n.t('Another file…'), copy: null }], {
          title: l10n.t('Compare with Other Copy'),
        });
  if (chosen?.copy) return chosen.copy;
  if (items.length > 0 && !chosen) return undefined;
  const [file] =
    (await window.showOpenDialog({ title: l10n.t('Compare with Other Copy'), canSelectMany: false })) ?? [];
  return file && { uri: file.toString() };
}

function titleOf({ a, b }: ComparedCopies): string {
  return a.mrn === b.mrn && a.mrn !== null
    ? l10n.t('Copies of {0}', a.mrn)
    : l10n.t('{0} and {1}', a.mrn ?? 'A', b.mrn ?? 'B');
}

function wordsFor(copies: ComparedCopies) {
  return {
    title: titleOf(copies),
    sideBySide: l10n.t('Show the texts side by side'),
    part: l10n.t('Part'),
    difference: l10n.t('Difference'),
    line: l10n.t('Line'),
    absent: l10n.t('not there'),
    truncated: l10n.t('Only the first {0} differences are listed.', copies.comparison.differences.length),
  };
}
