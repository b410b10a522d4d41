import { l10n, ProgressLocation, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { KeptFile, RenamePlan } from '../../../server/src/lsp/messages';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { numberOf } from '../views/words';

type Rename = RenamePlan['renames'][number];

interface RenameItem extends QuickPickItem {
  readonly rename: Rename;
}

/**
 * Renames files to the ids of their cables: shows the old and the new names, of which each can be left out, and makes all changes as
 * one that can be undone. `given` are files and folders; without them a folder is chosen.
 */
export async function renameFiles(server: Server, given: readonly Uri[]): Promise<void> {
  const chosen = given.length > 0 ? given : await chooseFolder();
  if (!chosen || chosen.length === 0) return;
  const uris = chosen.map(uri => uri.toString());
  const plan = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Reading the ids of cables'),
      cancellable: true,
    },
    (_progress, token) => server.ask('reftel/fileRenames', { uris }, token),
  );
  if (!plan) return;
  if (plan.renames.length === 0) return tellKept([nothingToRename(plan)], plan.kept);
  const renames = await preview(plan);
  if (!renames || renames.length === 0) return;
  const edit = new WorkspaceEdit();
  for (const { uri, newUri } of renames)
    edit.renameFile(Uri.parse(uri), Uri.parse(newUri), { overwrite: false });
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) {
    void window.showErrorMessage(l10n.t('The files could not be renamed.'));
    return;
  }
  const done =
    renames.length === 1
      ? l10n.t('1 file was renamed.')
      : l10n.t('{0} files were renamed.', numberOf(renames.length));
  const sentences = plan.truncated ? [done, l10n.t('There are more: run the command again.')] : [done];
  tellKept(sentences, plan.kept);
}

/** The folder of the active cable, a folder of the workspace, or one that is chosen in a dialog. */
async function chooseFolder(): Promise<readonly Uri[] | undefined> {
  const active = activeCable()?.document.uri;
  const ofActive = active?.scheme === 'file' ? [Uri.joinPath(active, '..')] : [];
  const folders = [...ofActive, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  const items = [...new Map(folders.map(uri => [uri.toString(), uri])).values()].map(uri => ({
    label: workspace.asRelativePath(uri, true),
    description: uri.fsPath,
    uri: uri as Uri | null,
  }));
  const other = { label: l10n.t('Another Folder…'), description: '', uri: null };
  const title = l10n.t('Rename the Files of Which Folder?');
  const choice = items.length === 0 ? other : await window.showQuickPick([...items, other], { title });
  if (!choice) return undefined;
  if (choice.uri) return [choice.uri];
  return window.showOpenDialog({ title, canSelectFolders: true, canSelectFiles: false });
}

/** Shows what would be renamed; resolves to what was confirmed. */
async function preview({ renames, kept, truncated }: RenamePlan): Promise<readonly Rename[] | undefined> {
  const items = renames.map(
    (rename): RenameItem => ({
      label: l10n.t('{0} → {1}', rename.name, rename.newName),
      description: workspace.asRelativePath(Uri.joinPath(Uri.parse(rename.uri), '..'), true),
      picked: true,
      rename,
    }),
  );
  const title = truncated
    ? l10n.t('Rename the First {0} Files to Their IDs', numberOf(renames.length))
    : l10n.t('Rename Files to Their IDs');
  const placeHolder =
    kept.length === 0
      ? l10n.t('Confirm the new names.')
      : l10n.t('Confirm the new names. Files that keep theirs: {0}', numberOf(kept.length));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.map(({ rename }) => rename);
}

function nothingToRename({ named, kept }: RenamePlan): string {
  if (kept.length > 0) return l10n.t('There is nothing to rename.');
  return named === 0
    ? l10n.t('There are no cables to rename.')
    : l10n.t('All cables are named after their ids already.');
}

/** Says what was done, and on request which files keep their names and why. */
function tellKept(sentences: readonly string[], kept: readonly KeptFile[]): void {
  if (kept.length === 0) return void window.showInformationMessage(sentences.join(' '));
  const names = kept.slice(0, NAMED).map(({ name }) => name);
  const list = kept.length > NAMED ? [...names, '…'].join(', ') : names.join(', ');
  const message = [...sentences, l10n.t('Files that keep their names: {0}', list)].join(' ');
  const showAll = l10n.t('Show All');
  void window.showInformationMessage(message, showAll).then(async answer => {
    if (answer !== showAll) return;
    const content = kept.map(({ uri, reason }) => `${Uri.parse(uri).fsPath}: ${whyKept(reason)}\n`).join('');
    await window.showTextDocument(await workspace.openTextDocument({ content }));
  });
}

/** So many files that keep their names are named in a message. */
const NAMED = 5;

function whyKept(reason: KeptFile['reason']): string {
  switch (reason) {
    case 'not-a-cable':
      return l10n.t('it is not a cable');
    case 'several':
      return l10n.t('it holds several telegrams');
    case 'unproven':
      return l10n.t('its text does not prove an id');
  }
}
