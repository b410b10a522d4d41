import {
  type CancellationToken,
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import { ImportReport } from './importing/report';
import { runImport } from './importing/runImport';
import { reportWords } from './importing/words';
import { numberOf } from './views/words';

/** What a caller may decide in advance, who then is asked nothing. */
export interface ImportChoices {
  /** The path of the folder that the files go to. */
  readonly to?: string;
  /** Whether it is known that the import is wanted. */
  readonly isConfirmed?: boolean;
}

/**
 * Brings cables in from files or a folder: asks for what is not given, says what an import would do, does it, and opens a report. The
 * command line does the work in a process of its own, so that the editor stays quick and a cancelled import goes on next time. Resolves
 * to the report; undefined where it was cancelled before anything was written.
 */
export async function importCables(
  context: ExtensionContext,
  given: readonly Uri[],
  choices: ImportChoices = {},
): Promise<string | undefined> {
  const sources = given.length > 0 ? given : await chooseSources();
  if (!sources || sources.length === 0) return undefined;
  const to = choices.to ?? (await chooseFolder(sources))?.fsPath;
  if (to === undefined) return undefined;
  const paths = sources.map(({ fsPath }) => fsPath);
  const cli = context.asAbsolutePath('dist/cli.js');

  const planned = new ImportReport(paths, to, reportWords());
  const looked = await withProgress(l10n.t('Looking at what there is to import'), (say, token) =>
    runImport(cli, [...paths, '--to', to, '--dry-run'], token, outcome => {
      planned.add(outcome);
      const { telegrams } = planned;
      say(telegrams === 1 ? l10n.t('1 telegram') : l10n.t('{0} telegrams', numberOf(telegrams)));
    }),
  );
  if (looked.kind === 'cancelled') return undefined;
  if (looked.kind === 'failed') return void window.showErrorMessage(looked.message);
  if (planned.written === 0) {
    await show(context, planned.text(false));
    void offerCollection(planned.summary(), planned, to);
    return planned.text(false);
  }
  if (!choices.isConfirmed && !(await confirm(planned.summary(), to))) return undefined;

  const report = new ImportReport(paths, to, reportWords());
  const total = planned.telegrams;
  const done = await withProgress(l10n.t('Importing cables'), (say, token) =>
    runImport(cli, [...paths, '--to', to], token, outcome => {
      report.add(outcome);
      say(l10n.t('{0} of {1}', numberOf(report.telegrams), numberOf(total)), report.telegrams / total);
    }),
  );
  if (done.kind === 'failed') void window.showErrorMessage(done.message);
  const text = report.text(done.kind === 'cancelled');
  await show(context, text);
  const { written } = report;
  const sentence =
    written === 1 ? l10n.t('1 cable was imported.') : l10n.t('{0} cables were imported.', numberOf(written));
  if (!choices.isConfirmed) void offerCollection(sentence, report, to);
  return text;
}

/** Says how an import ended, with a button to the cables where they are in a folder of the window. */
async function offerCollection(sentence: string, report: ImportReport, to: string): Promise<void> {
  const isHere = workspace.getWorkspaceFolder(Uri.file(to)) !== undefined;
  const open = l10n.t('Open Collection');
  const actions = isHere && report.written + report.there > 0 ? [open] : [];
  if ((await window.showInformationMessage(sentence, ...actions)) === open)
    await commands.executeCommand('reftel.collection.focus');
}

/** Says what an import would do, and asks whether it is wanted. */
async function confirm(summary: string, to: string): Promise<boolean> {
  const yes = {
    label: `$(arrow-right) ${l10n.t('Import')}`,
    detail: l10n.t('The files go to {0}. Nothing is overwritten.', to),
  };
  const no = { label: `$(close) ${l10n.t('Cancel')}` };
  const answer = await window.showQuickPick([yes, no], {
    title: l10n.t('Import Cables'),
    placeHolder: summary,
    ignoreFocusOut: true,
  });
  return answer === yes;
}

async function chooseSources(): Promise<readonly Uri[] | undefined> {
  const files = {
    label: l10n.t('Files…'),
    detail: l10n.t('Dumps, web pages, tables, PDFs, texts'),
    isFolder: false,
  };
  const folder = {
    label: l10n.t('A Folder…'),
    detail: l10n.t('All files in it that hold cables'),
    isFolder: true,
  };
  const choice = await window.showQuickPick([files, folder], { title: l10n.t('Import Cables: From') });
  if (!choice) return undefined;
  return window.showOpenDialog({
    title: l10n.t('Import Cables: From'),
    openLabel: l10n.t('Choose'),
    canSelectMany: !choice.isFolder,
    canSelectFiles: !choice.isFolder,
    canSelectFolders: choice.isFolder,
    filters: choice.isFolder
      ? {}
      : {
          [l10n.t('What may hold cables')]: [
            'csv',
            'tsv',
            'sql',
            'html',
            'htm',
            'xml',
            'pdf',
            'txt',
            'cable',
          ],
          [l10n.t('All files')]: ['*'],
        },
  });
}

/** The name of the folder that is offered for cables. */
const NEW_FOLDER = 'cables';

/** Asks where the files go: a dialogue of VS Code takes no folder that is not there yet, so that one is offered first. */
async function chooseFolder(sources: readonly Uri[]): Promise<Uri | undefined> {
  const parent = workspace.workspaceFolders?.[0]?.uri ?? Uri.joinPath(sources[0] as Uri, '..');
  const title = l10n.t('Import Cables: To');
  const offered = Uri.joinPath(parent, NEW_FOLDER);
  const isThere = await workspace.fs.stat(offered).then(
    () => true,
    () => false,
  );
  const names = [NEW_FOLDER, parent.path.replace(/^.*\//, '')] as const;
  const own = {
    label: isThere ? l10n.t('Folder “{0}” in {1}', ...names) : l10n.t('New folder “{0}” in {1}', ...names),
    detail: offered.fsPath,
  };
  const other = { label: l10n.t('Another Folder…'), detail: l10n.t('One that is there already') };
  const choice = await window.showQuickPick([own, other], { title });
  if (choice !== other) return choice && offered;
  const [folder] =
    (await window.showOpenDialog({
      title,
      openLabel: l10n.t('Import Here'),
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: parent,
    })) ?? [];
  return folder;
}

/** Runs `work` with a notification that can be cancelled. `say` shows a message, and how much is done, from 0 to 1. */
function withProgress<T>(
  title: string,
  work: (say: (message: string, part?: number) => void, token: CancellationToken) => Promise<T>,
): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let shown = 0;
      let at = 0;
      const say = (message: string, part = 0) => {
        const now = Date.now();
        if (now - at < PAUSE) return;
        at = now;
        const increment = Math.max(0, 100 * part - shown);
        shown += increment;
        progress.report({ message, increment });
      };
      return work(say, token);
    },
  );
}

/** Progress is shown again after so many milliseconds. */
const PAUSE = 200;

/** The scheme of reports: they are for reading, and nobody is asked to save them. */
const REPORT_SCHEME = 'reftel-import-report';
const reports: string[] = [];
let provider: Disposable | undefined;

async function show({ subscriptions }: ExtensionContext, text: string): Promise<void> {
  if (!provider) {
    provider = workspace.registerTextDocumentContentProvider(REPORT_SCHEME, {
      provideTextDocumentContent: ({ path }) => reports[Number(path.split('/')[1])] ?? '',
    });
    subscriptions.push(provider);
  }
  // An open preview is shown another text only where the path is another one.
  const number = reports.push(text) - 1;
  const uri = Uri.from({ scheme: REPORT_SCHEME, path: `/${number}/${l10n.t('Import Report')}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Who has disabled Markdown in VS Code reads its source.
    await window.showTextDocument(uri, { preview: false });
  }
}
