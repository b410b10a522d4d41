import { commands, type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Months } from '../../../server/src/lsp/messages';
import { type Drawing, PicturePanel } from '../page/panel';
import type { Restorers } from '../page/restore';
import { monthsBody } from '../page/shell';
import { kept } from '../page/state';
import type { Server } from '../server';
import { numberOf } from '../views/words';

/** How many groups the picture shows: those with most cables. */
const SHOWN = 30;

/** What the rows stand for. */
interface Rows {
  by: 'post' | 'tag';
}

/** *Collection over time*: cables per month, by post or TAGS. */
function monthsDrawing(server: Server, rows: Rows): Drawing {
  const title = l10n.t('Collection over time');
  const words = {
    title,
    choice: l10n.t('Rows'),
    list: l10n.t('Show as list'),
    save: l10n.t('Save as SVG…'),
  };
  const body = monthsBody(words, { post: l10n.t('Post'), tag: l10n.t('TAGS') });
  return {
    viewType: 'reftel.months',
    column: ViewColumn.Active,
    page: { title, script: 'monthsView.js', body },
    title: () => (rows.by === 'post' ? l10n.t('Posts over time') : l10n.t('TAGS over time')),
    fileName: () => 'collection-over-time',
    async draw(listed) {
      const { by } = rows;
      const groups = (await server.ask('reftel/groups', { by })) ?? [];
      const largest = groups
        .filter(({ key }) => key !== '')
        .sort((a, b) => b.count - a.count)
        .slice(0, SHOWN);
      const series = await server.ask('reftel/months', { by, keys: largest.map(({ key }) => key) });
      if (!series) return null;
      return {
        type: 'months',
        series,
        by,
        listed,
        state: { by, listed },
        words: {
          title,
          cables: { one: l10n.t('1 cable'), several: l10n.t('{0} cables') },
          undated: l10n.t('{0} undated'),
          span: l10n.t('{0} to {1}'),
          summary: summaryOf(series, groups.length),
          group: by === 'post' ? l10n.t('Post') : l10n.t('TAGS'),
          undatedColumn: l10n.t('Undated'),
          total: l10n.t('Total'),
          hint: l10n.t('Point at a bar, or go to it with the arrow keys, to read its number.'),
          empty: l10n.t('No cable here has a date yet.'),
        },
      };
    },
    hear(message) {
      if (message.type !== 'by') return false;
      rows.by = message.by;
      return true;
    },
  };
}

/** `Cable: Show Collection over Time`, and a command for each thing that can be done in it. */
export function monthsCommands(server: Server, extension: Uri, restorers: Restorers): Disposable[] {
  const rows: Rows = { by: 'post' };
  let panel: PicturePanel | null = null;
  const open = (restored?: { readonly panel: WebviewPanel; readonly listed: boolean }) => {
    panel = new PicturePanel(
      server,
      extension,
      monthsDrawing(server, rows),
      () => {
        panel = null;
      },
      restored,
    );
  };
  restorers.set('months', (before, state) => {
    if (panel) return before.dispose();
    rows.by = kept(state, 'by') === 'tag' ? 'tag' : 'post';
    open({ panel: before, listed: kept(state, 'listed') === true });
  });
  const withPanel = (action: (panel: PicturePanel) => unknown) => () =>
    panel ? action(panel) : commands.executeCommand('reftel.showCollectionOverTime');
  return [
    commands.registerCommand('reftel.showCollectionOverTime', () => {
      if (panel) return panel.reveal(true);
      rows.by = 'post';
      open();
    }),
    commands.registerCommand(
      'reftel.chooseCollectionRows',
      withPanel(async open => {
        const choices = [
          { label: l10n.t('Post'), by: 'post' as const },
          { label: l10n.t('TAGS'), by: 'tag' as const },
        ];
        const chosen = await window.showQuickPick(choices, { title: l10n.t('Rows') });
        if (!chosen) return;
        rows.by = chosen.by;
        await open.show();
      }),
    ),
    commands.registerCommand(
      'reftel.toggleCollectionList',
      withPanel(open => open.toggleList()),
    ),
    commands.registerCommand(
      'reftel.saveCollectionOverTime',
      withPanel(open => open.save()),
    ),
    { dispose: () => panel?.dispose() },
  ];
}

function summaryOf(series: readonly Months[], groups: number): string {
  if (series.length < groups)
    return l10n.t('The {0} largest of {1} groups.', numberOf(series.length), numberOf(groups));
  return series.length === 1 ? l10n.t('1 group.') : l10n.t('{0} groups.', numberOf(series.length));
}
