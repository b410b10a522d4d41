import {
  commands,
  type Disposable,
  env,
  l10n,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  UIKind,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { sayNoCable } from '../commands/copy';
import { activeCable, chosenCable, goTo, openPlace } from '../openCables';
import type { FromView, ToView } from '../page/messages';
import { gone, opened, showNote } from '../page/note';
import { panelHtml } from '../page/panel';
import type { Restorers } from '../page/restore';
import { readingBody } from '../page/shell';
import { keptText } from '../page/state';
import type { Server } from '../server';
import { type PageWords, standalonePage } from './html';

/** How long the editor is left alone after the page has scrolled it, so that the two do not pull at each other; ms. */
const REST = 250;

/** The reading view: one panel beside the editor, which follows the cable that the user reads. */
class ReadingPanel {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  readonly #disposables: readonly Disposable[];
  #document: TextDocument;
  #asked = 0;
  #restsUntil = 0;

  /** Opens a panel beside the editor, or fills one that VS Code has brought back. */
  constructor(
    server: Server,
    extension: Uri,
    document: TextDocument,
    onClosed: () => void,
    restored?: WebviewPanel,
  ) {
    this.#server = server;
    this.#document = document;
    this.#panel =
      restored ??
      window.createWebviewPanel('reftel.reading', l10n.t('Reading view'), ViewColumn.Beside, {
        enableFindWidget: true,
      });
    const { webview } = this.#panel;
    webview.options = { enableScripts: true, localResourceRoots: [extension] };
    webview.onDidReceiveMessage((message: FromView) => this.#hear(message));
    this.#disposables = [
      server.onArchiveChanged(() => this.show()),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === this.#document) void this.show();
      }),
      // It is a cable only once its text has been looked at.
      workspace.onDidOpenTextDocument(opened => {
        if (opened.uri.toString() === this.#document.uri.toString()) void this.show();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#revealTopOf(textEditor)),
    ];
    this.#panel.onDidDispose(() => {
      for (const one of this.#disposables) one.dispose();
      onClosed();
    });
    webview.html = panelHtml(webview, extension, {
      title: l10n.t('Reading view'),
      script: 'readingView.js',
      body: readingBody,
    });
  }

  get document(): TextDocument {
    return this.#document;
  }

  async show(): Promise<void> {
    const turn = ++this.#asked;
    const uri = this.#document.uri.toString();
    const page = await this.#server.ask('reftel/page', { uri });
    // A later request supersedes this one.
    if (!page || turn !== this.#asked) return;
    this.#panel.title = page.mrn === null ? l10n.t('Reading a cable') : l10n.t('Reading {0}', page.mrn);
    this.#tell({ type: 'page', page, words: pageWords(), state: { uri } });
    const editor = this.#editor();
    if (editor) this.#revealTopOf(editor);
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
    this.#follow();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #follow(): void {
    const editor = activeCable();
    if (!editor || editor.document === this.#document) return;
    this.#document = editor.document;
    void this.show();
  }

  #revealTopOf(editor: TextEditor): void {
    if (editor.document !== this.#document || Date.now() < this.#restsUntil) return;
    const line = editor.visibleRanges[0]?.start.line ?? 0;
    this.#tell({ type: 'reveal', line });
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document === this.#document);
  }

  #tell(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromView): Promise<void> {
    if (message.type === 'ready') await this.show();
    if (message.type === 'open') await openPlace(message.place);
    if (message.type === 'scrolled') this.#scroll(message.line);
    if (message.type === 'line') {
      const editor = await window.showTextDocument(this.#document, {
        viewColumn: this.#editor()?.viewColumn ?? ViewColumn.One,
      });
      goTo(editor, new Range(message.line, 0, message.line, 0).start);
    }
  }

  #scroll(line: number): void {
    this.#restsUntil = Date.now() + REST;
    this.#editor()?.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  }
}

/** `Cable: Open Reading View`, `Cable: Print Reading Page` and `Cable: Save Reading Page…`; `storage` is a folder of the extension's own. */
export function readingCommands(
  server: Server,
  extension: Uri,
  storage: Uri,
  restorers: Restorers,
): Disposable[] {
  let panel: ReadingPanel | null = null;
  const open = (document: TextDocument, restored?: WebviewPanel) => {
    const closed = () => {
      panel = null;
    };
    panel = new ReadingPanel(server, extension, document, closed, restored);
  };
  restorers.set('reading', async (before, state) => {
    const uri = keptText(state, 'uri');
    const document = uri === '' ? null : await opened(uri);
    if (panel || uri === '') before.dispose();
    else if (document) open(document, before);
    else showNote(before, l10n.t('Reading view'), extension, gone(uri));
  });
  return [
    commands.registerCommand('reftel.openReadingView', async (clicked?: unknown) => {
      const editor = await chosenCable(clicked);
      if (panel) return panel.reveal();
      if (!editor) return sayNoCable();
      open(editor.document);
    }),
    commands.registerCommand('reftel.saveReadingPage', async (choice?: { readonly to?: Uri }) => {
      const document = activeCable()?.document ?? panel?.document;
      if (document) await savePage(server, document, choice?.to);
      else sayNoCable();
    }),
    commands.registerCommand('reftel.printReadingPage', async () => {
      const document = activeCable()?.document ?? panel?.document;
      if (document) await printPage(server, document, Uri.joinPath(storage, 'print'));
      else sayNoCable();
    }),
    { dispose: () => panel?.dispose() },
  ];
}

/**
 * Opens the page in the system's browser, which prints it or makes a PDF of it. Its file replaces the one of the page printed before.
 * A browser has no access to the files of a remote machine: there the page is saved where the user says.
 */
async function printPage(server: Server, document: TextDocument, folder: Uri): Promise<void> {
  if (env.remoteName !== undefined || env.uiKind === UIKind.Web) return savePage(server, document);
  const page = await server.ask('reftel/page', { uri: document.uri.toString() });
  if (!page) return;
  const target = Uri.joinPath(folder, `${page.mrn ?? 'cable'}.html`);
  await workspace.fs.createDirectory(folder);
  for (const [name] of await workspace.fs.readDirectory(folder))
    await workspace.fs.delete(Uri.joinPath(folder, name));
  await workspace.fs.writeFile(
    target,
    new TextEncoder().encode(standalonePage(page, pageWords(), env.language)),
  );
  if (!(await env.openExternal(target))) await savePage(server, document);
}

/** Saves the page where the user says, or at `to`. */
async function savePage(server: Server, document: TextDocument, to?: Uri): Promise<void> {
  const page = await server.ask('reftel/page', { uri: document.uri.toString() });
  if (!page) return;
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
  const target =
    to ??
    (await window.showSaveDialog({
      ...(folder && { defaultUri: folder.with({ path: `${folder.path}/${page.mrn ?? 'cable'}.html` }) }),
      filters: { HTML: ['html'] },
    }));
  if (target)
    await workspace.fs.writeFile(
      target,
      new TextEncoder().encode(standalonePage(page, pageWords(), env.language)),
    );
}

function pageWords(): PageWords {
  return {
    untitled: l10n.t('(no subject)'),
    absentOnes: l10n.t('{0}: not in this folder'),
    printed: l10n.t('Line {0}: {1}'),
    fields: {
      date: l10n.t('Date'),
      from: l10n.t('From'),
      to: l10n.t('To'),
      info: l10n.t('Info'),
      declassify: l10n.t('Declassify'),
      tags: l10n.t('TAGS'),
      references: l10n.t('References'),
      classifiedBy: l10n.t('Classified by'),
    },
  };
}
