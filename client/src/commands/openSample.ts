import { commands, type ExtensionContext, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import type { Server } from '../server';
import { FIRST, SAMPLE } from './sampleFiles';

/** What a step of the walkthrough shows in the sample: words with the caret in them, or the citation timeline. */
export interface Shown {
  readonly at?: string;
  readonly timeline?: boolean;
}

/**
 * Opens the sample: copies it once into a folder of the extension's own, where the user may change it, and lets the archive know
 * that folder. `name` is the file to show.
 */
export async function openSample(
  context: ExtensionContext,
  server: Server,
  name = FIRST,
  { at, timeline }: Shown = {},
): Promise<void> {
  const folder = Uri.joinPath(context.globalStorageUri, 'sample');
  const bundled = Uri.joinPath(context.extensionUri, 'walkthrough', 'sample');
  for (const file of SAMPLE) {
    const target = Uri.joinPath(folder, file);
    if (await isThere(target)) continue;
    await workspace.fs.writeFile(target, await workspace.fs.readFile(Uri.joinPath(bundled, file)));
  }
  await server.ask('reftel/addFolder', { uri: folder.toString() });
  const editor = await window.showTextDocument(Uri.joinPath(folder, name), { preview: false });
  if (at) putCaret(editor, at);
  if (timeline) await commands.executeCommand('reftel.showTimeline', editor.document.uri);
}

/** Puts the caret before the first place of some words, if they are still there. */
function putCaret(editor: TextEditor, words: string): void {
  const offset = editor.document.getText().indexOf(words);
  if (offset === -1) return;
  const place = editor.document.positionAt(offset);
  editor.selection = new Selection(place, place);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
