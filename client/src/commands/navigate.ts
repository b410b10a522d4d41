import { commands, type Disposable, l10n, Position, type TextEditor, window } from 'vscode';
import type { Location, ParagraphItem } from '../../../server/src/lsp/messages';
import { activeCable, goTo, openPlace, startOf } from '../openCables';
import type { Server } from '../server';
import { sayNoCable } from './copy';

/** The commands that go from paragraph to paragraph and from cable to cable. */
export function navigationCommands(server: Server): Disposable[] {
  const paragraphs = async (editor: TextEditor) =>
    (await server.ask('reftel/paragraphs', { uri: editor.document.uri.toString() })) ?? [];
  const inCable = (command: string, action: (editor: TextEditor) => Promise<void>) =>
    commands.registerCommand(command, async () => {
      const editor = activeCable();
      if (editor) await action(editor);
      else sayNoCable();
    });
  return [
    commands.registerCommand('reftel.openPlace', (place: Location, keepFocus?: boolean) =>
      openPlace(place, keepFocus),
    ),
    inCable('reftel.nextParagraph', async editor => step(editor, await paragraphs(editor), 1)),
    inCable('reftel.previousParagraph', async editor => step(editor, await paragraphs(editor), -1)),
    inCable('reftel.goToParagraph', async editor => choose(editor, await paragraphs(editor))),
    inCable('reftel.nextCable', editor => neighbour(server, editor, 1)),
    inCable('reftel.previousCable', editor => neighbour(server, editor, -1)),
  ];
}

/** Moves to the start of the next paragraph, or of the one before; at the last or first one it stays. */
function step(editor: TextEditor, paragraphs: readonly ParagraphItem[], by: 1 | -1): void {
  const { active } = editor.selection;
  const starts = paragraphs.map(positionOf);
  const target =
    by === 1 ? starts.find(start => start.isAfter(active)) : starts.findLast(start => start.isBefore(active));
  if (target) goTo(editor, target);
}

/** Offers the paragraphs, and shows each while the user looks through them. */
async function choose(editor: TextEditor, paragraphs: readonly ParagraphItem[]): Promise<void> {
  const before = editor.selection.active;
  const items = paragraphs.map(paragraph => ({
    paragraph,
    label: paragraph.number === null ? '–' : String(paragraph.number),
    description: paragraph.marking === null ? '' : `(${paragraph.marking})`,
    detail: paragraph.words,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Go to Paragraph'),
    placeHolder: l10n.t('Number, or first words'),
    matchOnDetail: true,
    onDidSelectItem: item => goTo(editor, positionOf((item as (typeof items)[number]).paragraph)),
  });
  goTo(editor, chosen ? positionOf(chosen.paragraph) : before);
}

async function neighbour(server: Server, editor: TextEditor, by: 1 | -1): Promise<void> {
  const place = await server.ask('reftel/neighbour', { uri: editor.document.uri.toString(), step: by });
  if (place) await openPlace(startOf({ uri: place.uri, anchor: place.range }));
  else window.setStatusBarMessage(l10n.t('There are no more cables of this post here.'), 4000);
}

function positionOf({ range }: ParagraphItem): Position {
  return new Position(range.start.line, range.start.character);
}
