import { type Position, Range, Selection, type TextEditor, TextEditorRevealType, Uri, window } from 'vscode';
import { type CableEntry, LANGUAGE_ID, type Location } from '../../server/src/lsp/messages';

/** The editor that the user reads a cable in, or undefined. */
export function activeCable(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE_ID ? editor : undefined;
}

/** Shows a place of a cable's file; `keepFocus` leaves the user where they are. */
export async function openPlace({ uri, range }: Location, keepFocus = false): Promise<void> {
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri), { selection, preserveFocus: keepFocus, preview: true });
}

/** Where reading of a requested cable begins: on its classification line, with nothing selected. */
export function startOf({ uri, anchor }: Pick<CableEntry, 'uri' | 'anchor'>): Location {
  return { uri, range: { start: anchor.start, end: anchor.start } };
}

/** Puts the caret at a position of an editor and shows it. */
export function goTo(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
}
