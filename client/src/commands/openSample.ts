import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { Server } from '../server';
import { FIRST, SAMPLE } from './sampleFiles';

/**
 * Opens the sample: copies it once into a folder of the extension's own, where the user may change it, and lets the archive know
 * that folder. `name` is the file to show.
 */
export async function openSample(context: ExtensionContext, server: Server, name = FIRST): Promise<void> {
  const folder = Uri.joinPath(context.globalStorageUri, 'sample');
  const bundled = Uri.joinPath(context.extensionUri, 'walkthrough', 'sample');
  for (const file of SAMPLE) {
    const target = Uri.joinPath(folder, file);
    if (await isThere(target)) continue;
    await workspace.fs.writeFile(target, await workspace.fs.readFile(Uri.joinPath(bundled, file)));
  }
  await server.ask('reftel/addFolder', { uri: folder.toString() });
  await window.showTextDocument(Uri.joinPath(folder, name), { preview: false });
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
