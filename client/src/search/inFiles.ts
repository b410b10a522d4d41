import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { CableEntry, Grouping } from '../../../server/src/lsp/messages';
import type { Server } from '../server';
import { fileOf, type Node } from '../views/node';
import { numberOf } from '../views/words';

/** The most files that VS Code's search is given: their names are one line. */
const LIMIT = 500;

/** The group of the collection that a line stands for. */
interface GroupOf {
  readonly by: Grouping;
  readonly key: string;
}

const groups = new WeakMap<Node, GroupOf>();

/** Notes which group a line stands for, for *Search in These Cables*. */
export function filesOfGroup(node: Node, group: GroupOf): void {
  groups.set(node, group);
}

/** *Search in These Cables*: hands the files of a group, of what was found or of one cable to VS Code's own search. */
export function searchInFiles(server: Server, found: () => number | null): Disposable {
  return commands.registerCommand('reftel.searchInCables', async (node?: Node) => {
    const { entries, total } = await entriesOf(server, node, found());
    if (entries.length === 0) {
      void window.showInformationMessage(l10n.t('There are no cables to search in.'));
      return;
    }
    const files = new Set(entries.map(({ uri }) => pattern(Uri.parse(uri))));
    if (total > entries.length)
      void window.showInformationMessage(
        l10n.t('The search is in the first {0} of {1} cables.', numberOf(entries.length), numberOf(total)),
      );
    await commands.executeCommand('workbench.action.findInFiles', {
      query: '',
      filesToInclude: [...files].join(', '),
      triggerSearch: false,
    });
  });
}

async function entriesOf(
  server: Server,
  node: Node | undefined,
  found: number | null,
): Promise<{ readonly entries: readonly Pick<CableEntry, 'uri'>[]; readonly total: number }> {
  const group = node && groups.get(node);
  if (group) {
    const answer = await server.ask('reftel/group', { ...group, from: 0, limit: LIMIT });
    const all = await server.ask('reftel/groups', { by: group.by });
    const total = all?.find(({ key }) => key === group.key)?.count ?? 0;
    return { entries: answer?.items ?? [], total };
  }
  const uri = fileOf(node);
  if (uri !== null) return { entries: [{ uri }], total: 1 };
  if (found === null) return { entries: [], total: 0 };
  const order = { by: 'id', descending: false } as const;
  const answer = await server.ask('reftel/rows', { result: found, ...order, from: 0, limit: LIMIT });
  return { entries: (answer?.rows ?? []).flatMap(({ entry }) => entry ?? []), total: answer?.total ?? 0 };
}

/** A file in the form that the field "files to include" takes: signs of globs stand for any character. */
function pattern(uri: Uri): string {
  const path = workspace.asRelativePath(uri, true).replace(/[[\]{}*?,]/g, '?');
  const isBelow = workspace.getWorkspaceFolder(uri) !== undefined;
  return isBelow && (workspace.workspaceFolders?.length ?? 0) === 1
    ? `./${workspace.asRelativePath(uri, false).replace(/[[\]{}*?,]/g, '?')}`
    : isBelow
      ? `./${path}`
      : uri.fsPath;
}
