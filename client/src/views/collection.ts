import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  QuickPickItemKind,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { GroupItem, Grouping } from '../../../server/src/lsp/messages';
import { filesOfGroup } from '../search/inFiles';
import type { Server } from '../server';
import { absentNode, cableNode, type Node } from './node';
import { Tree } from './tree';
import { numberOf } from './words';

/** How many cables are fetched at a time. */
const PAGE = 200;

const ICONS: Readonly<Record<Grouping, string>> = {
  post: 'home',
  year: 'calendar',
  tag: 'tag',
  classification: 'shield',
};

/** Where what it is grouped by is kept for the next time the folder is opened. */
const KEPT = 'reftel.collection.by';

/** *Collection*: all cables by station, year, TAGS or classification; with a filter, those that a query finds. */
export function collectionView(server: Server, memory: Memento): Disposable[] {
  let by: Grouping = (Object.keys(ICONS) as Grouping[]).find(each => each === memory.get(KEPT)) ?? 'post';
  const tree = new Tree('collection', memory, async filter => {
    if (filter !== '') return found(server, filter);
    const groups = (await server.ask('reftel/groups', { by })) ?? [];
    const archive = await server.ask('reftel/archive', {});
    return {
      nodes: groups.map(group => groupNode(server, by, group)),
      description: archive && groups.length > 0 ? numberOf(archive.totals.cables) : '',
    };
  });
  const group = commands.registerCommand('reftel.groupCollection', async () => {
    const chosen = await window.showQuickPick(choices(by), { title: l10n.t('Group the collection by') });
    if (!chosen) return;
    by = chosen.by;
    await memory.update(KEPT, by);
    tree.refresh();
  });
  return [tree, group, server.onArchiveChanged(() => tree.refresh())];
}

function choices(current: Grouping) {
  const names: Readonly<Record<Grouping, string>> = {
    post: l10n.t('Post'),
    year: l10n.t('Year'),
    tag: l10n.t('TAGS'),
    classification: l10n.t('Classification'),
  };
  return (Object.keys(names) as Grouping[]).map(by => ({
    by,
    label: names[by],
    description: by === current ? l10n.t('current') : '',
    iconPath: new ThemeIcon(ICONS[by]),
    kind: QuickPickItemKind.Default,
  }));
}

function groupNode(server: Server, by: Grouping, { key, count, words }: GroupItem): Node {
  const item = new TreeItem(key || l10n.t('(unknown)'), TreeItemCollapsibleState.Collapsed);
  item.id = `${by}:${key}`;
  item.description = words === '' ? numberOf(count) : `${numberOf(count)} · ${words}`;
  item.iconPath = new ThemeIcon(ICONS[by]);
  item.contextValue = 'group';
  const node = { item, children: () => page(server, by, key, 0, count) };
  filesOfGroup(node, { by, key });
  return node;
}

/** The cables of a group from the `from`th on; a large group goes on after a line of its own. */
async function page(
  server: Server,
  by: Grouping,
  key: string,
  from: number,
  count: number,
): Promise<readonly Node[]> {
  const answer = await server.ask('reftel/group', { by, key, from, limit: PAGE });
  const nodes = (answer?.items ?? []).map(entry => cableNode(entry));
  if (!answer?.truncated) return nodes;
  return [...nodes, more(from + PAGE, count, next => page(server, by, key, next, count))];
}

/** All that a query finds, in the order of ids. */
async function found(server: Server, query: string) {
  const answer = await server.ask('reftel/find', { query });
  if (!answer || answer.result === null) return { nodes: [], problem: answer?.problem };
  const nodes = await foundPage(server, answer.result, 0);
  return { nodes, description: numberOf(answer.total) };
}

async function foundPage(server: Server, result: number, from: number): Promise<readonly Node[]> {
  const order = { by: 'id', descending: false } as const;
  const answer = await server.ask('reftel/rows', { result, ...order, from, limit: PAGE });
  const { rows, total } = answer ?? { rows: [], total: 0 };
  const nodes = rows.map(({ entry, mrn, citedBy }) =>
    entry ? cableNode(entry) : absentNode(mrn ?? '', l10n.t('cited by {0}', numberOf(citedBy))),
  );
  if (from + PAGE >= total) return nodes;
  return [...nodes, more(from + PAGE, total, next => foundPage(server, result, next))];
}

/** The line behind which a long list goes on. */
function more(next: number, total: number, page: (from: number) => Promise<readonly Node[]>): Node {
  const item = new TreeItem(
    l10n.t('{0} to {1} of {2}', numberOf(next + 1), numberOf(Math.min(next + PAGE, total)), numberOf(total)),
    TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = new ThemeIcon('ellipsis');
  return { item, children: () => page(next) };
}
