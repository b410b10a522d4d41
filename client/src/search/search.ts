import {
  CancellationTokenSource,
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  ProgressLocation,
  type QuickInputButton,
  type QuickPickItem,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { FindAnswer } from '../../../server/src/lsp/messages';
import type { Server } from '../server';
import { absentNode, cableNode, hitNode, type Node } from '../views/node';
import { NodeView } from '../views/tree';
import { numberOf } from '../views/words';
import { searchInFiles } from './inFiles';
import { type SavedSearch, SavedSearches } from './savedSearches';

/** How many cables are fetched at a time. */
const PAGE = 100;

/** So many cables are shown with their paragraphs. */
const OPEN = 20;

/** A search that takes longer, in milliseconds, shows how far it is, and can be stopped. */
const PATIENCE = 700;

/** Where the query is kept for the next time the folder is opened. */
const KEPT = 'reftel.search.query';

/** What was sought last, and what has been found of it. */
interface State {
  query: string;
  result: number | null;
  total: number;
  answer: FindAnswer | null;
  /** How many cables were known then. */
  cables: number;
}

/** *Cable: Search…* and its results, by cable and then by paragraph. */
export function searchView(context: ExtensionContext, server: Server): Disposable[] {
  const saved = new SavedSearches(context.globalState);
  const memory = context.workspaceState;
  const state: State = { query: '', result: null, total: 0, answer: null, cables: 0 };
  let running: CancellationTokenSource | null = null;
  /** What was sought before the window was loaded anew; sought again when the view is looked at. */
  let before = memory.get(KEPT, '');
  if (before !== '') void commands.executeCommand('setContext', 'reftel.searched', true);
  const view = new NodeView('search', async () => {
    if (before !== '') void seekAgain();
    const { result, total, answer } = state;
    if (answer?.problem) return { nodes: [] };
    if (result === null) return { nodes: [] };
    const nodes = answer?.missing ? await missingPage(server, result, 0) : await hitPage(server, result, 0);
    return { nodes, description: numberOf(total) };
  });
  const say = () => {
    const { query, answer, total } = state;
    const problem = answer?.problem;
    const nothing = answer && !problem && total === 0 ? l10n.t('No cable matches.') : '';
    const stopped = answer && !problem && !answer.complete ? l10n.t('Stopped; not all texts were read.') : '';
    view.message = [query, problem ?? '', nothing, stopped].filter(line => line !== '').join('\n');
  };
  /** Looks again for what was not found, once more cables are known: a folder may still have been read. */
  const lookAgain = async () => {
    if (running || state.query === '' || state.total > 0) return;
    const archive = await server.ask('reftel/archive', {});
    if (!archive || archive.totals.cables === state.cables || running) return;
    await run(state.query, false);
  };
  const seekAgain = async () => {
    const query = before;
    before = '';
    state.query = query;
    say();
    await server.settled();
    if (!running && state.query === query) await run(query, false);
  };
  const run = async (query: string, isAsked = true) => {
    before = '';
    running?.cancel();
    const cancelling = new CancellationTokenSource();
    running = cancelling;
    const archive = await server.ask('reftel/archive', {});
    const cables = archive?.totals.cables ?? 0;
    Object.assign(state, { query, result: null, total: 0, answer: null, cables });
    await memory.update(KEPT, query);
    await commands.executeCommand('setContext', 'reftel.searched', true);
    if (isAsked) await commands.executeCommand('reftel.search.focus');
    say();
    view.refill();
    const answer = await withPatience(server, query, cancelling, report => {
      if (running !== cancelling || report.query !== query) return;
      Object.assign(state, { result: report.result, total: report.found });
      view.refill();
    });
    if (running !== cancelling) return;
    running = null;
    Object.assign(state, {
      answer,
      result: answer?.result ?? state.result,
      total: answer?.total ?? state.total,
    });
    say();
    view.refill();
  };
  return [
    view,
    searchInFiles(server, () => state.result),
    commands.registerCommand('reftel.search', async (query?: unknown) => {
      const asked = typeof query === 'string' ? query : await askQuery(saved, state.query);
      if (asked === undefined || asked.trim() === '') return undefined;
      await run(asked.trim());
      return state.total;
    }),
    commands.registerCommand('reftel.saveSearch', async () => {
      if (state.query === '') return;
      const name = await window.showInputBox({
        title: l10n.t('Save Search'),
        prompt: state.query,
        placeHolder: l10n.t('A name for this search'),
      });
      if (name?.trim()) await saved.save({ name: name.trim(), query: state.query });
    }),
    server.onArchiveChanged(lookAgain),
    { dispose: () => running?.cancel() },
  ];
}

async function withPatience(
  server: Server,
  query: string,
  cancelling: CancellationTokenSource,
  onProgress: (report: { readonly query: string; readonly result: number; readonly found: number }) => void,
): Promise<FindAnswer | null> {
  const listening = server.onSearchProgress(onProgress);
  const answer = server.ask('reftel/find', { query }, cancelling.token);
  let isOver = false;
  void answer.finally(() => {
    isOver = true;
  });
  setTimeout(() => {
    if (isOver) return;
    void window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Searching: {0}', query) },
      async (progress, token) => {
        token.onCancellationRequested(() => cancelling.cancel());
        const showing = server.onSearchProgress(report => {
          if (report.query !== query) return;
          const { done, total, found } = report;
          const message =
            found === 1
              ? l10n.t('{0} of {1} texts, 1 cable', numberOf(done), numberOf(total))
              : l10n.t('{0} of {1} texts, {2} cables', numberOf(done), numberOf(total), numberOf(found));
          progress.report({ message });
        });
        await answer;
        showing.dispose();
      },
    );
  }, PATIENCE);
  try {
    return await answer;
  } finally {
    listening.dispose();
  }
}

async function hitPage(server: Server, result: number, from: number): Promise<readonly Node[]> {
  const answer = await server.ask('reftel/hits', { result, from, limit: PAGE });
  const { items, total } = answer ?? { items: [], total: 0 };
  const nodes = items.map(({ entry, hits }, i) => {
    const children = hits.length > 0 ? async () => hits.map(hitNode) : undefined;
    return cableNode(entry, children, from + i < OPEN);
  });
  return from + PAGE < total
    ? [...nodes, more(from + PAGE, total, next => hitPage(server, result, next))]
    : nodes;
}

async function missingPage(server: Server, result: number, from: number): Promise<readonly Node[]> {
  const order = { by: 'id', descending: false } as const;
  const answer = await server.ask('reftel/rows', { result, ...order, from, limit: PAGE });
  const { rows, total } = answer ?? { rows: [], total: 0 };
  const nodes = rows.map(({ mrn, citedBy }) =>
    absentNode(mrn ?? '', l10n.t('cited by {0}', numberOf(citedBy))),
  );
  return from + PAGE < total
    ? [...nodes, more(from + PAGE, total, next => missingPage(server, result, next))]
    : nodes;
}

function more(next: number, total: number, page: (from: number) => Promise<readonly Node[]>): Node {
  const item = new TreeItem(
    l10n.t('{0} to {1} of {2}', numberOf(next + 1), numberOf(Math.min(next + PAGE, total)), numberOf(total)),
    TreeItemCollapsibleState.Collapsed,
  );
  item.iconPath = new ThemeIcon('ellipsis');
  return { item, children: () => page(next) };
}

interface SearchItem extends QuickPickItem {
  readonly query: string;
  readonly saved?: SavedSearch;
}

/** Asks for a query, or for one that was saved; undefined if the user gives up. */
function askQuery(saved: SavedSearches, before: string): Promise<string | undefined> {
  const remove: QuickInputButton = { iconPath: new ThemeIcon('trash'), tooltip: l10n.t('Remove') };
  const pick = window.createQuickPick<SearchItem>();
  pick.title = l10n.t('Search Cables');
  pick.placeholder = l10n.t('iran "end summary" post:ankara year:2007 class:>=secret caption:noforn');
  pick.matchOnDescription = true;
  pick.value = before;
  const fill = () => {
    const typed = pick.value.trim();
    const items: SearchItem[] = saved.all.map(search => ({
      label: search.name,
      description: search.query,
      query: search.query,
      saved: search,
      buttons: [remove],
    }));
    if (typed !== '') items.unshift({ label: `$(search) ${typed}`, query: typed, alwaysShow: true });
    pick.items = items;
  };
  fill();
  pick.onDidChangeValue(fill);
  pick.onDidTriggerItemButton(async ({ item }) => {
    if (item.saved) await saved.remove(item.saved);
    fill();
  });
  return new Promise(resolve => {
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      // Who types quickly is ahead of the list, whose first line repeats the value.
      resolve(chosen?.saved ? chosen.query : pick.value);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
