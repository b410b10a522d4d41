import { commands, type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Timeline } from '../../../server/src/lsp/messages';
import { sayNoCable } from '../commands/copy';
import { activeCable, openPlace, startOf } from '../openCables';
import type { Server } from '../server';
import { idOf } from '../views/node';
import type { FromView, ToView } from '../webview/messages';
import { DEPTHS, timelineBody } from './bodies';
import { panelHtml } from './html';
import { saveSvg } from './saveSvg';

/** The citation timeline: one panel, which shows the cable that it was last asked for. */
class TimelinePanel {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  #mrn: string;
  #depth = 1;
  #listed = false;
  #asked = 0;

  constructor(server: Server, extension: Uri, mrn: string, onClosed: () => void) {
    this.#server = server;
    this.#mrn = mrn;
    this.#panel = window.createWebviewPanel('reftel.timeline', '', ViewColumn.Beside, {
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
    webview.html = panelHtml(webview, extension, {
      title: l10n.t('Citation timeline'),
      script: 'timelineView.js',
      body: timelineBody({
        title: l10n.t('Citation timeline'),
        choice: l10n.t('Citations deep'),
        list: l10n.t('Show as list'),
        save: l10n.t('Save as SVG…'),
      }),
    });
  }

  /** Shows a cable; without an id, the same one as it stands now. */
  async show(mrn = this.#mrn): Promise<void> {
    this.#mrn = mrn;
    this.#panel.title = l10n.t('Citations of {0}', mrn);
    const turn = ++this.#asked;
    const timeline = await this.#server.ask('reftel/timeline', { mrn, depth: this.#depth });
    // A later question has been asked meanwhile, and its answer counts.
    if (!timeline || turn !== this.#asked) return;
    this.#tell({
      type: 'timeline',
      timeline,
      depth: this.#depth,
      listed: this.#listed,
      words: {
        title: l10n.t('Citations of {0}', mrn),
        absent: l10n.t('not in this folder'),
        open: l10n.t('the open cable'),
        noClassification: l10n.t('no classification told'),
        broken: l10n.t('broken outline'),
        summary: summaryOf(timeline),
        columns: [
          l10n.t('Cable'),
          l10n.t('Date'),
          l10n.t('Classification'),
          l10n.t('Subject'),
          l10n.t('Cites'),
        ],
      },
    });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  async setDepth(depth: number): Promise<void> {
    this.#depth = depth;
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
    if (message.type === 'open')
      await openPlace(startOf({ uri: message.place.uri, anchor: message.place.range }));
    if (message.type === 'depth') await this.setDepth(message.depth);
    if (message.type === 'listed') await this.toggleList();
    if (message.type === 'save') this.save();
    if (message.type === 'picture') await saveSvg(`${this.#mrn}-citations`, message.svg);
  }
}

/** `Cable: Show Citation Timeline`, and a command for each thing that can be done in it. */
export function timelineCommands(server: Server, extension: Uri): Disposable[] {
  let panel: TimelinePanel | null = null;
  const withPanel = (action: (panel: TimelinePanel) => unknown) => () =>
    panel ? action(panel) : commands.executeCommand('reftel.showTimeline');
  return [
    commands.registerCommand('reftel.showTimeline', async node => {
      const mrn = idOf(node) ?? (await idOfActive(server));
      if (mrn === null) return;
      if (panel) panel.reveal();
      else {
        panel = new TimelinePanel(server, extension, mrn, () => {
          panel = null;
        });
      }
      await panel.show(mrn);
    }),
    commands.registerCommand(
      'reftel.chooseTimelineDepth',
      withPanel(async open => {
        const chosen = await window.showQuickPick(DEPTHS.map(String), { title: l10n.t('Citations deep') });
        if (chosen) await open.setDepth(Number(chosen));
      }),
    ),
    commands.registerCommand(
      'reftel.toggleTimelineList',
      withPanel(open => open.toggleList()),
    ),
    commands.registerCommand(
      'reftel.saveTimeline',
      withPanel(open => open.save()),
    ),
    { dispose: () => panel?.dispose() },
  ];
}

/** The id of the cable that a person has open; says why where there is none. */
async function idOfActive(server: Server): Promise<string | null> {
  const uri = activeCable()?.document.uri.toString();
  if (uri === undefined) {
    sayNoCable();
    return null;
  }
  const cable = await server.ask('reftel/cable', { uri });
  if (cable && cable.mrn === null)
    void window.showInformationMessage(l10n.t('This copy does not tell the id of its cable.'));
  return cable?.mrn ?? null;
}

function summaryOf({ cables, citations, cut }: Timeline): string {
  const absent = cables.filter(({ place }) => !place).length;
  const words =
    absent === 0
      ? l10n.t('{0} cables, all of them in this folder; {1} citations.', cables.length, citations.length)
      : l10n.t(
          '{0} cables, {1} of them not in this folder; {2} citations.',
          cables.length,
          absent,
          citations.length,
        );
  return cut ? `${words} ${l10n.t('The nearest are shown; there are more.')}` : words;
}
