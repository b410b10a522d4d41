import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Work that the editor shows while it lasts. */
export interface Task {
  /** Reports progress; the share in whole percent, if the work began with one. */
  report(message: string, percentage?: number): void;
  end(): void;
}

/**
 * Shows a piece of work in the editor, with a way to stop it, where the editor can (the connection knows). The work does not wait
 * for the editor, and may end before it is shown. `percentage` is the initial share, if shares will be reported.
 */
export function startTask(
  connection: Connection,
  title: string,
  onCancel: () => void,
  percentage?: number,
): Task {
  let reporter: WorkDoneProgressServerReporter | null = null;
  let isOver = false;
  const begin = (created: WorkDoneProgressServerReporter & { readonly token?: CancellationToken }) => {
    created.begin(title, percentage, undefined, true);
    created.token?.onCancellationRequested(onCancel);
    if (isOver) created.done();
    else reporter = created;
  };
  connection.window.createWorkDoneProgress().then(begin, () => {
    // The editor cannot show it after all.
  });
  return {
    report(message, share) {
      if (share === undefined) reporter?.report(message);
      else reporter?.report(share, message);
    },
    end() {
      isOver = true;
      reporter?.done();
      reporter = null;
    },
  };
}
