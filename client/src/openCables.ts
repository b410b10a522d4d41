import {
  type Position,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type CableEntry, LANGUAGE_ID, type Location } from '../../server/src/lsp/messages';

/** The editor that the user reads a cable in, or undefined. */
export function activeCable(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE_ID ? editor : undefined;
}

/** How long a text that was just opened is given to become a cable, in milliseconds. */
const RECOGNITION = 1500;

/**
 * The editor of the cable that a command is about: of the file on which a menu of the Explorer or of a tab was opened, shown first;
 * otherwise the active one. Undefined where that is no cable.
 */
export async function chosenCable(clicked: unknown): Promise<TextEditor | undefined> {
  if (!(clicked instanceof Uri)) return activeCable();
  const tab = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof TabInputText && input.uri.toString() === clicked.toString());
  const { document } = await window.showTextDocument(clicked, {
    viewColumn: tab?.group.viewColumn ?? ViewColumn.Active,
  });
  await recognised(document);
  return activeCable();
}

/** Waits until a document that was just opened is a cable; ends all the same where it is none. */
async function recognised(document: TextDocument): Promise<void> {
  if (document.languageId === LANGUAGE_ID) return;
  await new Promise<void>(done => {
    const became = workspace.onDidOpenTextDocument(opened => {
      if (opened === document && opened.languageId === LANGUAGE_ID) end();
    });
    const timer = setTimeout(() => end(), RECOGNITION);
    const end = () => {
      clearTimeout(timer);
      became.dispose();
      done();
    };
  });
}

/** Opens a file without showing it, and waits until it is a cable, as `recognised` does; throws where it cannot be read. */
export async function openedCable(uri: string): Promise<void> {
  await recognised(await workspace.openTextDocument(Uri.parse(uri)));
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
