import {
  commands,
  type Disposable,
  l10n,
  type Memento,
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
import { activeCable, openedCable } from '../openCables';
import { gone, opened, showNote, showPlain } from '../page/note';
import type { Restorers } from '../page/restore';
import { kept, keptText } from '../page/state';
import type { Server } from '../server';
import { numberOf } from '../views/words';
import { comparisonHtml } from './html';

/** The scheme of the texts of copies without what copies added, which are shown side by side and lie nowhere. */
const SCHEME = 'reftel-copy';

/** Where the compared files are kept for another window. */
const KEPT = 'reftel.comparison';

type Copy = Requests['reftel/compare']['params']['other'];

/** `Cable: Compare with Other Copy…`, as a page, and the same texts side by side. */
export function compareCommands(
  server: Server,
  extension: Uri,
  restorers: Restorers,
  memory: Memento,
): Disposable[] {
  const texts = new Map<string, string>();
  let panel: WebviewPanel | null = null;

  const showPage = async (copies: ComparedCopies, position: Position | null, restored?: WebviewPanel) => {
    if (!panel) {
      panel =
        restored ??
        window.createWebviewPanel('reftel.comparison', l10n.t('Comparison'), ViewColumn.Beside, {
          enableFindWidget: true,
        });
      panel.onDidDispose(() => {
        panel = null;
      });
    }
    showPlain(panel, extension, {
      title: titleOf(copies),
      body: comparisonHtml(copies, wordsFor(copies)),
      commands: ['reftel.openPlace', 'reftel.compareTexts'],
    });
    if (!restored) panel.reveal(undefined, true);
    // A page that runs nothing cannot keep anything itself.
    await memory.update(KEPT, { a: copies.a.uri, b: copies.b.uri, position });
  };

  restorers.set('comparison', async before => {
    const state = memory.get(KEPT);
    const [a, b] = [keptText(state, 'a'), keptText(state, 'b')];
    if (panel || a === '' || b === '') return before.dispose();
    const position = (kept(state, 'position') as Position | undefined) ?? null;
    const lost = (await opened(a)) ? ((await opened(b)) ? null : b) : a;
    if (!lost) await openedCable(a);
    const copies = lost ? null : await server.ask('reftel/compare', { uri: a, other: { uri: b, position } });
    if (copies) await showPage(copies, position, before);
    else
      showNote(
        before,
        l10n.t('Comparison'),
        extension,
        lost ? gone(lost) : l10n.t('The two files cannot be compared.'),
      );
  });

  const showTexts = async (copies: ComparedCopies) => {
    const place = (side: 'a' | 'b') => {
      const { path } = Uri.parse(copies[side].uri);
      const uri = Uri.from({ scheme: SCHEME, path: `${path}.txt`, query: side });
      texts.set(uri.toString(), copies[side].text);
      return uri;
    };
    await commands.executeCommand('vscode.diff', place('a'), place('b'), titleOf(copies));
  };

  const compareWith = (show: (copies: ComparedCopies, position: Position | null) => Promise<void>) => {
    return async (uri?: string, otherUri?: string, position?: Position) => {
      const document = uri ?? activeCable()?.document.uri.toString();
      if (document === undefined) return sayNoCable();
      const other =
        otherUri === undefined
          ? await chooseCopy(server, document)
          : { uri: otherUri, position: position ?? null };
      if (!other) return;
      // The server compares an open document with a file, so a document that was closed since is loaded again.
      await openedCable(document);
      const copies = await server.ask('reftel/compare', { uri: document, other });
      if (copies) await show(copies, other.position ?? null);
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
    line: l10n.t('Line {0}'),
    absent: l10n.t('not there'),
    truncated: l10n.t(
      'Only the first {0} differences are listed.',
      numberOf(copies.comparison.differences.length),
    ),
  };
}
