import {
  commands,
  type Disposable,
  l10n,
  QuickPickItemKind,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { Group, Grouping } from '../../../server/src/lsp/messages';
import type { Server } from '../server';
import { cableNode, type Node } from './node';
import { Tree } from './tree';

/** How many cables of a group are fetched at a time. */
const PAGE = 200;

/** How many cables a filter shows. */
const FOUND = 500;

const ICONS: Readonly<Record<Grouping, string>> = {
  post: 'home',
  year: 'calendar',
  tag: 'tag',
  classification: 'lock',
};

/** *Collection*: all cables by station, year, TAGS or classification; with a filter, those that a search finds. */
export function collectionView(server: Server): Disposable[] {
  let by: Grouping = 'post';
  const tree = new Tree('collection', async filter => {
    if (filter !== '') return search(server, filter);
    const groups = (await server.ask('reftel/groups', { by })) ?? [];
    return groups.map(group => groupNode(server, by, group));
  });
  const group = commands.registerCommand('reftel.groupCollection', async () => {
    const chosen = await window.showQuickPick(choices(by), { title: l10n.t('Group the collection by') });
    if (!chosen) return;
    by = chosen.by;
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

function groupNode(server: Server, by: Grouping, { key, count }: Group): Node {
  const item = new TreeItem(key || l10n.t('(unknown)'), TreeItemCollapsibleState.Collapsed);
  item.id = `${by}:${key}`;
  item.description = String(count);
  item.iconPath = new ThemeIcon(ICONS[by]);
  item.contextValue = by === 'post' || by === 'tag' ? 'group' : '';
  return { item, children: () => page(server, by, key, 0, count) };
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
  const next = from + PAGE;
  const more = new TreeItem(
    l10n.t('{0} to {1} of {2}', next + 1, Math.min(next + PAGE, count), count),
    TreeItemCollapsibleState.Collapsed,
  );
  more.id = `${by}:${key}:${next}`;
  return [...nodes, { item: more, children: () => page(server, by, key, next, count) }];
}

async function search(server: Server, query: string): Promise<readonly Node[]> {
  const answer = await server.ask('reftel/search', { query, limit: FOUND });
  const nodes = (answer?.items ?? []).map(entry => cableNode(entry));
  if (!answer?.truncated) return nodes;
  const more = new TreeItem(l10n.t('More than {0} cables', FOUND));
  more.iconPath = new ThemeIcon('ellipsis');
  return [...nodes, { item: more }];
}
