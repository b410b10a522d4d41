import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Workspace } from './workspace';

/** A report to the editor for every so many cables. */
const REPORT_EVERY = 250;

/**
 * Reads folders one after the other, and shows how far it has come where the editor can show it (the connection knows). The
 * total is not known before the end, so it counts cables. Reading does not wait for the editor.
 */
export async function loadFolders(
  connection: Connection,
  workspace: Workspace,
  folders: readonly string[],
): Promise<void> {
  if (folders.length === 0) return;
  let reporter: WorkDoneProgressServerReporter | null = null;
  let finished = false;
  connection.window.createWorkDoneProgress().then(
    created => {
      created.begin('Reading cables');
      if (finished) created.done();
      else reporter = created;
    },
    () => {
      // An editor that cannot show it after all.
    },
  );
  let count = 0;
  const onCable = () => {
    if (++count % REPORT_EVERY === 0) reporter?.report(`${count} read`);
  };
  try {
    for (const folder of folders) await workspace.addFolder(folder, onCable);
  } finally {
    finished = true;
    finish(reporter);
  }
}

function finish(reporter: WorkDoneProgressServerReporter | null): void {
  reporter?.done();
}
