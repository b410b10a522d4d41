import {
  commands,
  type Disposable,
  l10n,
  Range,
  TabInputTextDiff,
  type TextDocument,
  TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { LANGUAGE_ID, MAKE_READABLE, NORMALISE, type ReplacedRange } from '../../../server/src/lsp/messages';
import type { Server } from '../server';

/** The scheme of the two sides of a preview, which lie nowhere. */
const SCHEME = 'reftel-readable';

/** What *Make Readable* would do to a document. */
interface Preview {
  readonly document: TextDocument;
  /** The version of the document that was read. */
  readonly version: number;
  readonly edits: readonly ReplacedRange[];
  readonly before: string;
  readonly after: string;
  /** Called with the document when it has been changed. */
  readonly onApplied: (document: TextDocument) => void;
}

/** *Cable: Make Readable*: shows what would change, and changes it when the user says so. */
export class ReadablePreviews {
  readonly #server: Server;
  /** By the name of the document. */
  readonly #previews = new Map<string, Preview>();
  #hint: Disposable | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  register(): Disposable[] {
    return [
      workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: ({ query, fragment }) =>
          this.#previews.get(query)?.[fragment === 'after' ? 'after' : 'before'] ?? '',
      }),
      commands.registerCommand('reftel.applyReadable', () => this.#apply()),
      commands.registerCommand('reftel.discardReadable', () => closePreview(activePreview())),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) this.#previews.delete(documentOf(input) ?? '');
        if (this.#previews.size === 0) this.#hint?.dispose();
      }),
    ];
  }

  /**
   * Shows the preview for the active editor, for what is selected in it where something is; says so where nothing would change. In a
   * preview, does what that shows.
   */
  async show(onApplied: Preview['onApplied']): Promise<void> {
    if (activePreview()) return this.#apply();
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const { version } = document;
    const before = document.getText();
    const range = selection.isEmpty ? null : { start: selection.start, end: selection.end };
    const isCable = document.languageId === LANGUAGE_ID;
    const answer = await this.#server.ask('reftel/readable', { text: before, isCable, range });
    if (!answer) return;
    const { text: after, edits } = answer;
    if (edits.length === 0) {
      const nothing = range
        ? l10n.t('The selection is readable already.')
        : l10n.t('The text is readable already.');
      window.setStatusBarMessage(nothing, 5000);
      return;
    }
    const query = document.uri.toString();
    const name = document.uri.path.replace(/^.*\//, '');
    // VS Code keeps what it has read of an address; this one is new.
    const side = (fragment: string) =>
      Uri.from({ scheme: SCHEME, path: `/${version}/${name}.cable`, query, fragment });
    this.#previews.set(query, { document, version, edits, before, after, onApplied });
    await commands.executeCommand(
      'vscode.diff',
      side('before'),
      side('after'),
      l10n.t('Make Readable: {0}', name),
      { preview: false },
    );
    this.#hint?.dispose();
    this.#hint = window.setStatusBarMessage(
      l10n.t('Ctrl+Enter (Cmd+Enter on macOS) applies what the preview shows'),
    );
  }

  /** Does what the active preview shows, and goes back to the text. */
  async #apply(): Promise<void> {
    const tab = activePreview();
    const preview = this.#previews.get(documentOf(tab?.input) ?? '');
    if (!preview) return;
    const { document, version, edits } = preview;
    if (document.isClosed || document.version !== version) {
      const problem = l10n.t('The text has changed since. Use Make Readable again.');
      return void window.showWarningMessage(problem);
    }
    const edit = new WorkspaceEdit();
    edit.set(
      document.uri,
      edits.map(({ range: { start, end }, newText }) =>
        TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
      ),
    );
    await closePreview(tab);
    await window.showTextDocument(document);
    if (await workspace.applyEdit(edit)) preview.onApplied(document);
  }
}

/** The tab of a preview if that is the active one. */
function activePreview() {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  return documentOf(tab?.input) === undefined ? undefined : tab;
}

/** The name of the document that the preview in a tab is of; undefined for another tab. */
function documentOf(input: unknown): string | undefined {
  return input instanceof TabInputTextDiff && input.modified.scheme === SCHEME
    ? input.modified.query
    : undefined;
}

async function closePreview(tab: ReturnType<typeof activePreview>): Promise<void> {
  if (tab) await window.tabGroups.close(tab);
}

/** The command by the name that it had first, from a keyboard shortcut of the user's. */
export const byOldName: NonNullable<ExecuteCommandMiddleware['executeCommand']> = (command, args, next) =>
  command === NORMALISE && typeof args[0] !== 'string'
    ? commands.executeCommand(MAKE_READABLE)
    : next(command, args);
