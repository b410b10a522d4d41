import { commands, type Disposable, env, l10n, QuickPickItemKind, window } from 'vscode';
import { aboutCables, type Holder, holderOf } from '../../../server/src/cable/container';
import type { Requests } from '../../../server/src/lsp/messages';
import { chosenCable } from '../openCables';
import type { Server } from '../server';
import { idOf } from '../views/node';
import { numberOf } from '../views/words';

type CableCitations = NonNullable<Requests['reftel/cite']['result']>;

/** `Cable: Copy Citation` and `Cable: Copy ID`. */
export function copyCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand('reftel.copyCitation', (clicked?: unknown) => copyCitation(server, clicked)),
    commands.registerCommand('reftel.copyId', (asked?: unknown) =>
      typeof asked === 'string' ? copy(asked, asked) : copyId(server, asked),
    ),
  ];
}

async function copyCitation(server: Server, clicked: unknown): Promise<void> {
  const editor = await chosenCable(clicked);
  if (!editor) return sayNoCable();
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const citations = await server.ask('reftel/cite', { uri, position: { line, character } });
  if (!citations) return;
  const chosen = await window.showQuickPick(forms(citations), {
    title: l10n.t('Copy Citation'),
    matchOnDetail: true,
  });
  if (chosen) await copy(chosen.detail, chosen.label);
}

/** The paragraph at the caret in every style, if there is one, then the whole cable. */
function forms({ whole, paragraph }: CableCitations) {
  const labels = [
    ['chicago', l10n.t('Chicago/Turabian note')],
    ['frus', l10n.t('FRUS style')],
    ['chicago-bibliography', l10n.t('Chicago/Turabian bibliography')],
    ['bibtex', 'BibTeX'],
    ['biblatex', 'biblatex'],
    ['csl-json', 'CSL-JSON'],
  ] as const;
  const ofCable = labels.map(([style, label]) => ({ label, detail: whole[style] }));
  if (!paragraph) return ofCable;
  return [
    ...labels
      .filter(([style]) => paragraph[style] !== whole[style])
      .map(([style, label]) => ({ label: l10n.t('{0}, this paragraph', label), detail: paragraph[style] })),
    { label: l10n.t('Whole cable'), kind: QuickPickItemKind.Separator, detail: '' },
    ...ofCable,
  ];
}

/** Copies the id of a line of a view, of a file, or of the active cable. */
async function copyId(server: Server, asked: unknown): Promise<void> {
  const ofLine = idOf(asked);
  if (ofLine !== null) return copy(ofLine, ofLine);
  const uri = (await chosenCable(asked))?.document.uri.toString();
  if (uri === undefined) return sayNoCable();
  const cable = await server.ask('reftel/cable', { uri });
  if (cable?.mrn) await copy(cable.mrn, cable.mrn);
  else void window.showInformationMessage(l10n.t('The id of this cable is not known.'));
}

async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied: {0}', what), 4000);
}

/** Shown by a command called without an open cable; says what the open document is, where that holds cables. */
export function sayNoCable(): void {
  const holder = holderOf(window.activeTextEditor?.document.getText() ?? '');
  void window.showInformationMessage(holder ? adviceOn(holder) : l10n.t('Open a cable first.'));
}

function adviceOn(holder: Holder): string {
  const how = 'reftel import FILE --to DIR';
  if (holder.kind === 'html')
    return l10n.t('This is an HTML page. To read the cables in it, make a file of each: {0}', how);
  if (holder.kind === 'pdf')
    return l10n.t('This is a PDF. To read the cables in it, make a file of each: {0}', how);
  return l10n.t(
    'This is a dump of about {0} cables. To read them, make a file of each: {1}',
    numberOf(aboutCables(holder)),
    how,
  );
}
