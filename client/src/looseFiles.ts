import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

/** Where the file that is opened after its folder is remembered. */
const OPEN_NEXT = 'looseFiles.openNext';
/** Where it is remembered that somebody wants to read single files. */
const SILENT = 'looseFiles.silent';
/** A folder that takes longer to open than this was not opened; in milliseconds. */
const PATIENCE = 120_000;

interface Next {
  readonly file: string;
  readonly line: number;
  readonly until: number;
}

/**
 * A cable that is opened without a folder has nothing to follow its references to: its folder is offered, once in a window, and by
 * `Cable: Open Folder of This Cable`. The cable is open again in the window of the folder, at its line.
 */
export function looseFiles(context: ExtensionContext): Disposable[] {
  const { globalState } = context;
  const isLoose = () => (workspace.workspaceFolders ?? []).length === 0;
  const looseCable = () => {
    const editor = window.activeTextEditor;
    const { languageId, uri } = editor?.document ?? {};
    return isLoose() && languageId === LANGUAGE_ID && uri?.scheme === 'file' ? editor : undefined;
  };

  const openFolder = async () => {
    const editor = looseCable();
    if (!editor) return void window.showInformationMessage(l10n.t('Open a file with a cable first.'));
    const { uri } = editor.document;
    const next: Next = {
      file: uri.toString(),
      line: editor.selection.active.line,
      until: Date.now() + PATIENCE,
    };
    await globalState.update(OPEN_NEXT, next);
    await commands.executeCommand('vscode.openFolder', Uri.joinPath(uri, '..'), { forceReuseWindow: true });
  };

  let offered = globalState.get(SILENT, false);
  const offer = async () => {
    if (offered || !looseCable()) return;
    offered = true;
    const open = l10n.t('Open Its Folder');
    const never = l10n.t('Do Not Ask Again');
    const answer = await window.showInformationMessage(
      l10n.t('References of this cable can be followed to the other cables of its folder.'),
      open,
      never,
    );
    if (answer === open) await openFolder();
    if (answer === never) await globalState.update(SILENT, true);
  };

  void openNext(globalState);
  void offer();
  return [
    commands.registerCommand('reftel.openItsFolder', openFolder),
    window.onDidChangeActiveTextEditor(offer),
    // A text becomes a cable while it is open.
    workspace.onDidOpenTextDocument(offer),
  ];
}

/** Opens the file whose folder this window was opened for. */
async function openNext(state: ExtensionContext['globalState']): Promise<void> {
  const next = state.get<Next>(OPEN_NEXT);
  if (!next) return;
  const uri = Uri.parse(next.file);
  const isHere = workspace.getWorkspaceFolder(uri) !== undefined;
  if (isHere || Date.now() > next.until) await state.update(OPEN_NEXT, undefined);
  if (!isHere || Date.now() > next.until) return;
  const selection = new Selection(next.line, 0, next.line, 0);
  await window.showTextDocument(uri, { preview: false, selection });
}
