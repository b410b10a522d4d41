import {
  commands,
  type Disposable,
  l10n,
  StatusBarAlignment,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

/** VS Code's own commands, which act on the active editor and write nothing anywhere. */
const SET = 'workbench.action.files.setActiveEditorReadonlyInSession';
const RESET = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** What an import keeps beside the cables that it wrote. */
const IMPORTED = '**/reftel-import.ndjson';

/** So many imported folders are looked for. */
const MOST_FOLDERS = 1000;

/**
 * `Cable: Lock Cables` and `Cable: Unlock Cables`: the cables of imported folders, or of one that is chosen, cannot be changed in this
 * window until they are unlocked. Notes beside them can. While cables are locked, the status bar says so, and a click there unlocks.
 */
export function lockCommands(): Disposable[] {
  const item = window.createStatusBarItem('reftel.lock', StatusBarAlignment.Right, 49);
  item.name = l10n.t('Locked Cables');
  item.command = 'reftel.unlockCables';
  let folders: readonly Uri[] = [];
  /** The documents that have been made read-only. */
  const locked = new Set<string>();

  const show = async () => {
    await commands.executeCommand('setContext', 'reftel.locked', folders.length > 0);
    if (folders.length === 0) return item.hide();
    item.text = `$(lock) ${l10n.t('Cables locked')}`;
    item.tooltip = [
      l10n.t('Cables in these folders cannot be changed in this window:'),
      ...folders.map(folder => workspace.asRelativePath(folder)),
      l10n.t('Select to unlock them.'),
    ].join('\n');
    item.accessibilityInformation = { label: l10n.t('Cables locked. Select to unlock them.') };
    item.show();
  };

  const isLocked = (uri: Uri) => folders.some(folder => isBelow(folder, uri));
  let following: Promise<void> = Promise.resolve();
  /** Makes the document of the active editor read-only, or takes that back. One after the other: each takes the active editor. */
  const follow = () => {
    following = following.then(async () => {
      const uri = activeCable();
      if (!uri) return;
      const key = uri.toString();
      const wanted = isLocked(uri);
      if (wanted === locked.has(key)) return;
      await commands.executeCommand(wanted ? SET : RESET);
      if (wanted) locked.add(key);
      else locked.delete(key);
    });
    return following;
  };

  return [
    item,
    commands.registerCommand('reftel.lockCables', async (clicked?: unknown) => {
      const chosen = await foldersFor(clicked instanceof Uri ? clicked : undefined);
      if (chosen.length === 0) return;
      const known = new Set(folders.map(String));
      folders = [...folders, ...chosen.filter(folder => !known.has(folder.toString()))];
      await follow();
      await show();
    }),
    commands.registerCommand('reftel.unlockCables', async () => {
      folders = [];
      await follow();
      await show();
    }),
    window.tabGroups.onDidChangeTabs(follow),
    window.tabGroups.onDidChangeTabGroups(follow),
    window.onDidChangeActiveTextEditor(follow),
    // A text becomes a cable while it is open.
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidCloseTextDocument(follow),
  ];
}

/** The cable in the editor on which VS Code's commands act: not that of a peek. */
function activeCable(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText)) return undefined;
  const key = input.uri.toString();
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  return document?.languageId === LANGUAGE_ID ? input.uri : undefined;
}

/** The folder of what was clicked; otherwise the imported folders; otherwise one that the user chooses. */
async function foldersFor(clicked: Uri | undefined): Promise<readonly Uri[]> {
  if (clicked) return [clicked];
  const found = await workspace.findFiles(IMPORTED, undefined, MOST_FOLDERS);
  if (found.length > 0) return found.map(uri => Uri.joinPath(uri, '..'));
  const choices = (workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    label: name,
    description: l10n.t('all cables in it'),
    uri,
  }));
  const other = { label: l10n.t('Another Folder…'), description: '', uri: null };
  const chosen = await window.showQuickPick([...choices, other], {
    title: l10n.t('Lock Cables'),
    placeHolder: l10n.t('No folder here was imported. Which cables are not to be changed?'),
  });
  if (!chosen) return [];
  if (chosen.uri) return [chosen.uri];
  return (
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Lock'),
    })) ?? []
  );
}

function isBelow(folder: Uri, uri: Uri): boolean {
  const path = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return folder.scheme === uri.scheme && folder.authority === uri.authority && uri.path.startsWith(path);
}
