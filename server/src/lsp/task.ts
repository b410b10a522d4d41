import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Work that the editor shows while it lasts. */
export interface Task {
  report(message: string): void;
  end(): void;
}

/**
 * Shows a piece of work in the editor, with a way to stop it, where the editor can (the connection knows). The work does not wait
 * for the editor, and may be over before it is shown.
 */
export function startTask(connection: Connection, title: string, onCancel: () => void): Task {
  let reporter: WorkDoneProgressServerReporter | null = null;
  let isOver = false;
  const begin = (created: WorkDoneProgressServerReporter & { readonly token?: CancellationToken }) => {
    created.begin(title, undefined, undefined, true);
    created.token?.onCancellationRequested(onCancel);
    if (isOver) created.done();
    else reporter = created;
  };
  connection.window.createWorkDoneProgress().then(begin, () => {
    // An editor that cannot show it after all.
  });
  return {
    report: message => reporter?.report(message),
    end() {
      isOver = true;
      reporter?.done();
      reporter = null;
    },
  };
}
