import {
  type CancellationToken,
  type ExtensionContext,
  env,
  l10n,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  WorkspaceSymbolRequest,
} from 'vscode-languageclient';
import {
  type CableLink,
  COMPARE_COPIES,
  type InitializationOptions,
  LANGUAGE_ID,
  MAKE_READABLE,
  SHOW_CITED_BY,
  SHOW_CITES,
  SHOW_NOTED_IN,
  type ToolAnswer,
} from '../../server/src/lsp/messages';
import { definitionOrAbsent } from './absent/definition';
import type { Shown } from './commands/openSample';
import { registerShowCitedBy } from './commands/showCitedBy';
import { DIAGNOSTIC_PAGES } from './links';
import { openLink } from './notes/openLink';
import type { PanelKind } from './page/restore';
import { byOldName } from './readable/preview';
import type { TextSource } from './readOnlyTexts';
import { textSchemes } from './schemes';
import { setUpViews, type Views } from './views/setUpViews';

/** A server that exits more often than this within `RESTART_WINDOW` is not restarted. */
const RESTARTS = 4;
const RESTART_WINDOW = 180_000;

let client: BaseLanguageClient | undefined;
let starting: Promise<void> | undefined;
let views: Views | undefined;

/**
 * Starts the language server and the views, once; `make` makes the client, and `own` are options of this kind of server. Shows an error
 * with a link to the log if it fails.
 */
export function startWith(
  context: ExtensionContext,
  own: InitializationOptions,
  make: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  starting ??= start(context, own, make);
  return starting;
}

/** `Cable: Open Cable by ID…`; does nothing where the server could not be started. */
export function openCable(): void {
  views?.openCable();
}

/** `Cable: Make Readable`; does nothing where the server could not be started. */
export async function makeReadable(onApplied: (document: TextDocument) => void): Promise<void> {
  await views?.makeReadable(onApplied);
}

/** A text made readable by the server; as it is where that could not be started. */
export async function readableText(text: string): Promise<string> {
  const answer = await views?.server.ask('reftel/readable', { text, isCable: false, range: null });
  return answer?.text ?? text;
}

/** `Cable: Open Sample`; does nothing where the server could not be started. */
export async function openSample(name?: string, shown?: Shown): Promise<void> {
  await views?.openSample(name, shown);
}

/** `Cable: Rename Files to Their IDs…`; does nothing where the server could not be started. */
export async function renameFiles(given: readonly Uri[]): Promise<void> {
  await views?.renameFiles(given);
}

/** Fills a panel that VS Code has brought back; closes it where the server could not be started. */
export async function restorePanel(kind: PanelKind, panel: WebviewPanel, state: unknown): Promise<void> {
  const restore = views?.restorers.get(kind);
  if (restore) await restore(panel, state);
  else panel.dispose();
}

/** What gives the pages of cables that are not here, or the texts of copies; null where the server could not be started. */
export function textSource(of: 'absent' | 'copies'): TextSource | null {
  return views?.[of] ?? null;
}

/** Opens the cable that a link names; does nothing where the server could not be started. */
export async function followCableLink(link: CableLink): Promise<void> {
  if (views) await openLink(views.server, link);
}

/** `Cable: Show Page as Cable`; does nothing where the server could not be started. */
export async function showPageAsCable(page: Uri): Promise<void> {
  await views?.showPageAsCable(page);
}

/** What a tool of the chat says; null where the server does not run, or its answer is not wanted any more. */
export async function askTool(
  name: string,
  input: unknown,
  token: CancellationToken,
): Promise<ToolAnswer | null> {
  return (await views?.server.ask('reftel/tool', { name, input }, token)) ?? null;
}

/** The cables that *Go to Symbol in Workspace* lists for a query; none where the server does not run. */
export async function workspaceSymbols(
  query: string,
  token: CancellationToken,
): Promise<readonly SymbolInformation[]> {
  if (!client?.isRunning()) return [];
  const [provider] = client.getFeature(WorkspaceSymbolRequest.method).getProviders() ?? [];
  return (await provider?.provideWorkspaceSymbols(query, token)) ?? [];
}

async function start(
  context: ExtensionContext,
  own: InitializationOptions,
  make: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const log = window.createOutputChannel('Reftel', { log: true });
  context.subscriptions.push(log);
  const report = onceOnly(async (problem: string) => {
    const answer = await window.showErrorMessage(problem, l10n.t('Show log'));
    if (answer) log.show();
  });

  const initializationOptions: InitializationOptions = {
    ...own,
    diagnosticPages: `${env.uriScheme}://${context.extension.id}/${DIAGNOSTIC_PAGES}/`,
    commands: [SHOW_CITED_BY, SHOW_CITES, SHOW_NOTED_IN, COMPARE_COPIES, MAKE_READABLE],
    views: true,
    checksSettings: true,
    recognises: true,
    ...(l10n.bundle ? { translations: l10n.bundle } : {}),
  };
  let started = false;
  const ends: number[] = [];
  const options: LanguageClientOptions = {
    documentSelector: textSchemes().map(scheme => ({ scheme, language: LANGUAGE_ID })),
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    middleware: {
      executeCommand: byOldName,
      provideDefinition: (document, position, token, next) =>
        definitionOrAbsent(views, document, position, () => next(document, position, token)),
      // VS Code always asks for the declaration too; the cable's own line is no citation.
      provideReferences: (document, position, options, token, next) =>
        next(document, position, { ...options, includeDeclaration: false }, token),
    },
    errorHandler: {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: (): CloseHandlerResult => {
        if (!started) return { action: CloseAction.DoNotRestart, handled: true };
        ends.push(Date.now());
        const recent = ends.filter(end => end > Date.now() - RESTART_WINDOW).length;
        if (recent <= RESTARTS) return { action: CloseAction.Restart, handled: true };
        void report(
          l10n.t(
            'Reftel: The language server exited several times and was not restarted. Cables are coloured, but not checked or linked.',
          ),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  client = make(options);
  context.subscriptions.push(registerShowCitedBy(client));
  try {
    await client.start();
    // If the server exits at once, the start neither succeeds nor fails.
    started = client.isRunning();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
  }
  if (started) views = await setUpViews(context, client);
  else
    void report(
      l10n.t(
        'Reftel: The language server could not be started. Cables are coloured, but not checked or linked.',
      ),
    );
}

/** Ends the language server, if it runs. */
export async function stopClient(): Promise<void> {
  if (client?.isRunning()) await client.stop();
}

function onceOnly(action: (text: string) => Promise<void>): (text: string) => Promise<void> {
  let done = false;
  return async text => {
    if (done) return;
    done = true;
    await action(text);
  };
}
