import { commands, type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Timeline } from '../../../server/src/lsp/messages';
import { sayNoCable } from '../commands/copy';
import { chosenCable, openPlace, startOf } from '../openCables';
import { type Drawing, PicturePanel } from '../page/panel';
import type { Restorers } from '../page/restore';
import { DEPTHS, timelineBody } from '../page/shell';
import { kept, keptText } from '../page/state';
import type { Server } from '../server';
import { idOf } from '../views/node';
import { numberOf } from '../views/words';
import { keyOf } from './bins';

/** The cable in the middle, and how many citations away from it others may be. */
interface Middle {
  mrn: string;
  depth: number;
}

/** The citation timeline: one panel, which shows the cable that it was last asked for. */
function timelineDrawing(server: Server, middle: Middle): Drawing {
  const title = l10n.t('Citation timeline');
  const body = timelineBody({
    title,
    choice: l10n.t('Citation depth'),
    list: l10n.t('Show as list'),
    save: l10n.t('Save as SVG…'),
  });
  return {
    viewType: 'reftel.timeline',
    column: ViewColumn.Beside,
    page: { title, script: 'timelineView.js', body },
    title: () => l10n.t('Citations of {0}', middle.mrn),
    fileName: () => `${middle.mrn}-citations`,
    async draw(listed) {
      const { mrn, depth } = middle;
      const timeline = await server.ask('reftel/timeline', { mrn, depth });
      if (!timeline) return null;
      return {
        type: 'timeline',
        timeline,
        mrn,
        depth,
        listed,
        state: { mrn, depth, listed },
        words: {
          title: l10n.t('Citations of {0}', mrn),
          absent: l10n.t('not in this folder'),
          open: l10n.t('the open cable'),
          levels: {
            UNCLASSIFIED: l10n.t('Unclassified'),
            'LIMITED OFFICIAL USE': l10n.t('Limited official use'),
            CONFIDENTIAL: l10n.t('Confidential'),
            SECRET: l10n.t('Secret'),
            'TOP SECRET': l10n.t('Top secret'),
          },
          noClassification: l10n.t('no classification'),
          absentOutline: l10n.t('dashed outline: not in this folder'),
          cables: { one: l10n.t('1 cable'), several: l10n.t('{0} cables') },
          citing: l10n.t('{0} citing'),
          cited: l10n.t('{0} cited'),
          absentOnes: l10n.t('{0} not in this folder'),
          first: l10n.t('the first {0} of {1} cables'),
          summary: summaryOf(timeline),
          empty: timeline.cables[0]?.place
            ? l10n.t('{0} cites no cable, and no cable here cites it.', mrn)
            : l10n.t('{0} is not here, and no cable here cites it.', mrn),
          columns: [
            l10n.t('Cable'),
            l10n.t('Date'),
            l10n.t('Classification'),
            l10n.t('Subject'),
            l10n.t('Cites'),
          ],
        },
      };
    },
    hear(message) {
      if (message.type === 'open')
        void openPlace(startOf({ uri: message.place.uri, anchor: message.place.range }));
      if (message.type === 'absent') void commands.executeCommand('reftel.openAbsent', message.mrn);
      if (message.type !== 'depth') return false;
      middle.depth = message.depth;
      return true;
    },
    async answer(message) {
      if (message.type !== 'unfold') return null;
      const { mrn, depth } = middle;
      const answer = await server.ask('reftel/timelineGroup', { mrn, depth, group: message.group });
      if (!answer || mrn !== middle.mrn || depth !== middle.depth) return null;
      return { type: 'group', key: keyOf(message.group), ...answer };
    },
  };
}

/** `Cable: Show Citation Timeline`, and a command for each thing that can be done in it. */
export function timelineCommands(server: Server, extension: Uri, restorers: Restorers): Disposable[] {
  const middle: Middle = { mrn: '', depth: 1 };
  let panel: PicturePanel | null = null;
  const open = (restored?: { readonly panel: WebviewPanel; readonly listed: boolean }) => {
    const closed = () => {
      panel = null;
    };
    panel = new PicturePanel(server, extension, timelineDrawing(server, middle), closed, restored);
    return panel;
  };
  restorers.set('timeline', (before, state) => {
    const mrn = keptText(state, 'mrn');
    // What was asked for since counts.
    if (panel || mrn === '') return before.dispose();
    middle.mrn = mrn;
    middle.depth = DEPTHS.find(depth => depth === kept(state, 'depth')) ?? 1;
    open({ panel: before, listed: kept(state, 'listed') === true });
  });
  const withPanel = (action: (panel: PicturePanel) => unknown) => () =>
    panel ? action(panel) : commands.executeCommand('reftel.showTimeline');
  return [
    commands.registerCommand('reftel.showTimeline', async asked => {
      const mrn = idOf(asked) ?? (await idOfChosen(server, asked));
      if (mrn === null) return;
      middle.mrn = mrn;
      if (panel) panel.reveal(false);
      else middle.depth = 1;
      await (panel ?? open()).show();
      // The step of the walkthrough is done.
      await commands.executeCommand('setContext', 'reftel.timelineShown', true);
    }),
    commands.registerCommand(
      'reftel.chooseTimelineDepth',
      withPanel(async open => {
        const chosen = await window.showQuickPick(DEPTHS.map(String), { title: l10n.t('Citation depth') });
        if (!chosen) return;
        middle.depth = Number(chosen);
        await open.show();
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

/** The id of the cable that a menu was opened on or that the user has open; says why if there is none. */
async function idOfChosen(server: Server, clicked: unknown): Promise<string | null> {
  const uri = (await chosenCable(clicked))?.document.uri.toString();
  if (uri === undefined) {
    sayNoCable();
    return null;
  }
  const cable = await server.ask('reftel/cable', { uri });
  if (cable && cable.mrn === null)
    void window.showInformationMessage(l10n.t('The id of this cable is not known.'));
  return cable?.mrn ?? null;
}

function summaryOf({ groups, citations, total, absent, truncated }: Timeline): string {
  if (total < 2) return '';
  const cables = numberOf(total);
  const sentences =
    groups.length > 0 ? [groupsWords(cables, absent)] : [citationsWords(cables, absent, citations.length)];
  if (truncated) sentences.push(l10n.t('Only the nearest are counted.'));
  return sentences.join(' ');
}

function groupsWords(cables: string, absent: number): string {
  return absent === 0
    ? l10n.t('{0} cables by post and year, all of them in this folder.', cables)
    : l10n.t('{0} cables by post and year, {1} of them not in this folder.', cables, numberOf(absent));
}

function citationsWords(cables: string, absent: number, citations: number): string {
  if (absent === 0)
    return citations === 1
      ? l10n.t('{0} cables, all of them in this folder; 1 citation.', cables)
      : l10n.t('{0} cables, all of them in this folder; {1} citations.', cables, numberOf(citations));
  return citations === 1
    ? l10n.t('{0} cables, {1} of them not in this folder; 1 citation.', cables, numberOf(absent))
    : l10n.t(
        '{0} cables, {1} of them not in this folder; {2} citations.',
        cables,
        numberOf(absent),
        numberOf(citations),
      );
}
