import { type Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { ArchiveState, CableState, OpenCableState } from '../../server/src/lsp/messages';
import { activeCable } from './openCables';
import type { Server } from './server';
import { dayOf, numberOf } from './views/words';

/** One item of the status bar: this cable's id, classification and date, and in its tooltip the archive's state. */
export function statusItem(server: Server): Disposable[] {
  const item = window.createStatusBarItem('reftel.status', StatusBarAlignment.Right, 50);
  item.name = 'Reftel';
  item.command = 'reftel.openCable';
  let asked = 0;
  const update = async () => {
    const turn = ++asked;
    const uri = activeCable()?.document.uri.toString();
    if (uri === undefined) return item.hide();
    const cable = await server.ask('reftel/cable', { uri });
    const archive = await server.ask('reftel/archive', {});
    // A later request supersedes this one.
    if (turn !== asked || !cable) return;
    item.text = textOf(cable, archive?.busy === true);
    item.tooltip = tooltipOf(cable, archive);
    item.accessibilityInformation = {
      label: l10n.t('Cable {0}', item.text.replace(/\$\([a-z~]+\)\s*/g, '')),
    };
    item.show();
  };
  void update();
  return [item, window.onDidChangeActiveTextEditor(update), server.onArchiveChanged(update)];
}

function textOf({ mrn, classification, instant }: CableState, busy: boolean): string {
  const words = [mrn ?? l10n.t('no id'), classification ?? '', dayOf(instant)].filter(word => word !== '');
  return `${busy ? '$(sync~spin)' : '$(mail)'} ${words.join(' · ')}`;
}

function tooltipOf(cable: OpenCableState, archive: ArchiveState | null): MarkdownString {
  const { subject, captions, citedBy, cites, citesHere, notedIn } = cable;
  const tooltip = new MarkdownString();
  const line = (text: string) => tooltip.appendText(text).appendMarkdown('\n\n');
  if (subject) line(subject);
  if (captions.length > 0) line(captions.join(' '));
  line(
    l10n.t(
      'Cited by {0}; cites {1}, {2} of them here.',
      numberOf(citedBy),
      numberOf(cites),
      numberOf(citesHere),
    ),
  );
  if (notedIn > 0) line(l10n.t('Noted in {0}.', numberOf(notedIn)));
  if (archive) {
    const { cables, references, resolved } = archive.totals;
    line(
      l10n.t(
        'Archive: {0} cables, {1} citations, {2} of them resolved.',
        numberOf(cables),
        numberOf(references),
        numberOf(resolved),
      ),
    );
    if (archive.busy) line(l10n.t('Folders are still being read.'));
  }
  line(l10n.t('Select to open a cable by its id.'));
  return tooltip;
}
