import { commands, Disposable, l10n, type Memento, type Position, type Uri } from 'vscode';
import { sayNoCable } from '../commands/copy';
import { chosenCable, openedCable } from '../openCables';
import { gone, opened } from '../page/note';
import { type PlainPage, PlainPanel } from '../page/plainPanel';
import type { Restorers } from '../page/restore';
import { kept, keptText } from '../page/state';
import type { Server } from '../server';
import { numberOf } from '../views/words';
import { headerHtml } from './html';

/** `Cable: Explain This Header`: one page beside the cable, which shows the header that it was last asked for. */
export function headerCommand(
  server: Server,
  extension: Uri,
  restorers: Restorers,
  memory: Memento,
): Disposable {
  const pageOf = async (
    uri: string,
    position: Pick<Position, 'line' | 'character'>,
  ): Promise<PlainPage | null> => {
    const header = await server.ask('reftel/header', { uri, position });
    if (!header) return null;
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
    return { title, body, commands: ['reftel.openPlace'], state: { uri, line: position.line } };
  };
  const name = l10n.t('Header');
  const panel = new PlainPanel({ kind: 'header', name, extension, memory }, restorers, async state => {
    const uri = keptText(state, 'uri');
    if (uri === '') return null;
    if (!(await opened(uri))) return gone(uri);
    await openedCable(uri);
    const line = Number(kept(state, 'line')) || 0;
    return (await pageOf(uri, { line, character: 0 })) ?? l10n.t('The file is no cable any more.');
  });
  const command = commands.registerCommand('reftel.explainHeader', async (clicked?: unknown) => {
    const editor = await chosenCable(clicked);
    if (!editor) return sayNoCable();
    const page = await pageOf(editor.document.uri.toString(), editor.selection.active);
    if (page) await panel.show(page);
  });
  return Disposable.from(command, panel);
}
