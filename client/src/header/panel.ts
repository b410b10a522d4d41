import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  type Position,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { sayNoCable } from '../commands/copy';
import { chosenCable, openedCable } from '../openCables';
import { gone, opened, showNote, showPlain } from '../page/note';
import type { Restorers } from '../page/restore';
import { kept, keptText } from '../page/state';
import type { Server } from '../server';
import { numberOf } from '../views/words';
import { headerHtml } from './html';

/** Where the cable is kept for another window. */
const KEPT = 'reftel.header';

/** `Cable: Explain This Header`: one page beside the cable, which shows the header that it was last asked for. */
export function headerCommand(
  server: Server,
  extension: Uri,
  restorers: Restorers,
  memory: Memento,
): Disposable {
  let panel: WebviewPanel | null = null;
  const show = async (
    uri: string,
    position: Pick<Position, 'line' | 'character'>,
    restored?: WebviewPanel,
  ) => {
    const header = await server.ask('reftel/header', { uri, position });
    if (!header) return false;
    if (!panel) {
      panel =
        restored ??
        window.createWebviewPanel('reftel.header', l10n.t('Header'), ViewColumn.Beside, {
          enableFindWidget: true,
        });
      panel.onDidDispose(() => {
        panel = null;
      });
    }
    const title = header.mrn === null ? l10n.t('Header of a cable') : l10n.t('Header of {0}', header.mrn);
    const body = headerHtml(header, uri, {
      title,
      line: l10n.t('Line'),
      printed: l10n.t('As printed'),
      meaning: l10n.t('What it means'),
      truncated: l10n.t(
        'The header goes on: only its first {0} lines are explained.',
        numberOf(header.lines.length),
      ),
    });
    showPlain(panel, extension, { title, body, commands: ['reftel.openPlace'] });
    if (!restored) panel.reveal(undefined, true);
    // A page that runs nothing cannot keep anything itself.
    await memory.update(KEPT, { uri, line: position.line });
    return true;
  };
  restorers.set('header', async before => {
    const uri = keptText(memory.get(KEPT), 'uri');
    const line = Number(kept(memory.get(KEPT), 'line')) || 0;
    if (panel || uri === '') return before.dispose();
    const note = (sentence: string) => showNote(before, l10n.t('Header'), extension, sentence);
    if (!(await opened(uri))) return note(gone(uri));
    await openedCable(uri);
    if (!(await show(uri, { line, character: 0 }, before))) note(l10n.t('The file is no cable any more.'));
  });
  const command = commands.registerCommand('reftel.explainHeader', async (clicked?: unknown) => {
    const editor = await chosenCable(clicked);
    if (!editor) return sayNoCable();
    await show(editor.document.uri.toString(), editor.selection.active);
  });
  return {
    dispose: () => {
      command.dispose();
      panel?.dispose();
    },
  };
}
