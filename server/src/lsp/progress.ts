import type { Connection } from 'vscode-languageserver';
import type { Workspace } from './workspace';

/** A report to the editor for every so many cables. */
const REPORT_EVERY = 250;

/**
 * Reads folders one after the other, and shows how far it has come where the editor can show it (the connection knows). The
 * total is not known before the end, so it counts cables.
 */
export async function loadFolders(
  connection: Connection,
  workspace: Workspace,
  folders: readonly string[],
): Promise<void> {
  if (folders.length === 0) return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Reading cables');
  let before = 0;
  try {
    for (const folder of folders) {
      let inFolder = 0;
      await workspace.addFolder(folder, count => {
        inFolder = count;
        if ((before + count) % REPORT_EVERY === 0) progress.report(`${before + count} read`);
      });
      before += inFolder;
    }
  } finally {
    progress.done();
  }
}
