import { commands, type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Months } from '../../../server/src/lsp/messages';
import type { Server } from '../server';
import type { FromView, ToView } from '../webview/messages';
import { monthsBody } from './bodies';
import { panelHtml } from './html';
import { saveSvg } from './saveSvg';

/** How many groups the picture shows: those with most cables. */
const SHOWN = 30;

/** *Collection over time*: cables per month, by post or TAGS. */
class MonthsPanel {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  #by: 'post' | 'tag' = 'post';
  #listed = false;
  #asked = 0;

  constructor(server: Server, extension: Uri, onClosed: () => void) {
    this.#server = server;
    const title = l10n.t('Collection over time');
    this.#panel = window.createWebviewPanel('reftel.months', title, ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [extension],
    });
    const { webview } = this.#panel;
    const changed = server.onArchiveChanged(() => this.show());
    webview.onDidReceiveMessage((message: FromView) => this.#hear(message));
    this.#panel.onDidDispose(() => {
      changed.dispose();
      onClosed();
    });
    const words = {
      title,
      choice: l10n.t('Rows'),
      list: l10n.t('Show as list'),
      save: l10n.t('Save as SVG…'),
    };
    webview.html = panelHtml(webview, extension, {
      title,
      script: 'monthsView.js',
      body: monthsBody(words, { post: l10n.t('Post'), tag: l10n.t('TAGS') }),
    });
  }

  async show(): Promise<void> {
    this.#panel.title = this.#by === 'post' ? l10n.t('Posts over time') : l10n.t('TAGS over time');
    const turn = ++this.#asked;
    const groups = (await this.#server.ask('reftel/groups', { by: this.#by })) ?? [];
    const largest = groups
      .filter(({ key }) => key !== '')
      .sort((a, b) => b.count - a.count)
      .slice(0, SHOWN);
    const series = await this.#server.ask('reftel/months', {
      by: this.#by,
      keys: largest.map(({ key }) => key),
    });
    // A later question has been asked meanwhile, and its answer counts.
    if (!series || turn !== this.#asked) return;
    this.#tell({
      type: 'months',
      series,
      by: this.#by,
      listed: this.#listed,
      words: {
        title: l10n.t('Collection over time'),
        summary: summaryOf(series, groups.length),
        group: this.#by === 'post' ? l10n.t('Post') : l10n.t('TAGS'),
      },
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  async setBy(by: 'post' | 'tag'): Promise<void> {
    this.#by = by;
    await this.show();
  }

  async toggleList(): Promise<void> {
    this.#listed = !this.#listed;
    await this.show();
  }

  /** The view has the picture: it is asked for it and answers with `picture`. */
  save(): void {
    this.#tell({ type: 'picture' });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #tell(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromView): Promise<void> {
    if (message.type === 'ready') await this.show();
    if (message.type === 'by') await this.setBy(message.by);
    if (message.type === 'listed') await this.toggleList();
    if (message.type === 'save') this.save();
    if (message.type === 'picture') await saveSvg('collection-over-time', message.svg);
  }
}

/** `Cable: Show Collection over Time`, and a command for each thing that can be done in it. */
export function monthsCommands(server: Server, extension: Uri): Disposable[] {
  let panel: MonthsPanel | null = null;
  const withPanel = (action: (panel: MonthsPanel) => unknown) => () =>
    panel ? action(panel) : commands.executeCommand('reftel.showCollectionOverTime');
  return [
    commands.registerCommand('reftel.showCollectionOverTime', () => {
      if (panel) return panel.reveal();
      panel = new MonthsPanel(server, extension, () => {
        panel = null;
      });
    }),
    commands.registerCommand(
      'reftel.chooseCollectionRows',
      withPanel(async open => {
        const choices = [
          { label: l10n.t('Post'), by: 'post' as const },
          { label: l10n.t('TAGS'), by: 'tag' as const },
        ];
        const chosen = await window.showQuickPick(choices, { title: l10n.t('Rows') });
        if (chosen) await open.setBy(chosen.by);
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
  if (series.length < groups) return l10n.t('The {0} largest of {1} groups.', series.length, groups);
  return l10n.t('{0} groups.', series.length);
}
