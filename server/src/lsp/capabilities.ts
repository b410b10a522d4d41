import {
  type ClientCapabilities,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { PUBLIC_PAGES } from '../checks/pages';
import { ACTION_KINDS } from '../features/codeActions';
import { COMPLETION_TRIGGERS } from '../features/completion';
import { NOTE_TRIGGERS } from '../features/notes/noteCompletion';
import type { InitializationOptions } from './messages';
import {
  IGNORE,
  LIST_CITED_BY,
  LIST_CITES,
  LIST_NOTED_IN,
  MAKE_READABLE,
  NORMALISE,
  REFRESH_ARCHIVE,
} from './messages';
import { FULL_TOKEN_LEGEND, TOKEN_LEGEND } from './tokenEncoding';
import { isRecord, stringsIn, textIn } from './untrusted';

/** The client capabilities on which answers depend. */
export interface ClientSupport {
  readonly locationLinks: boolean;
  readonly symbolTree: boolean;
  readonly markdown: boolean;
  readonly workspaceFolders: boolean;
  readonly watchers: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly lateSynchronization: boolean;
  readonly lateDocumentLinks: boolean;
  /** Whether all that is offered in notes can be offered later, once there are cables to be named. */
  readonly lateNotes: boolean;
  readonly codeActions: boolean;
  readonly documentChanges: boolean;
  readonly fileRenames: boolean;
  readonly fileCreation: boolean;
  readonly showDocument: boolean;
  /** Whether lists of completions show details of every entry, not of the chosen one only. */
  readonly labelDetails: boolean;
  /** What the editor can be asked to refresh. */
  readonly refreshes: {
    readonly codeLens: boolean;
    readonly inlayHint: boolean;
    readonly semanticTokens: boolean;
  };
  /** What the addresses of the pages of diagnostics begin with; null where no page can be opened. */
  readonly diagnosticPages: string | null;
  /** Whether tokens colour what a grammar would, too. */
  readonly fullTokens: boolean;
  /** The editor's own commands that answers may name. */
  readonly commands: readonly string[];
}

/** The options of the `initialize` request, as far as what the client sent makes sense. */
export function optionsIn(sent: unknown): InitializationOptions {
  if (!isRecord(sent)) return {};
  // Each option is here, so that none is lost.
  const options: Record<keyof InitializationOptions, unknown> = {
    cacheDir: textIn(sent.cacheDir),
    views: sent.views === true,
    commands: stringsIn(sent.commands),
    diagnosticPages: textIn(sent.diagnosticPages),
    semanticTokens: sent.semanticTokens === 'full' ? 'full' : undefined,
    checksSettings: sent.checksSettings === true,
    recognises: sent.recognises === true,
    translations: translationsIn(sent.translations),
  };
  return options as InitializationOptions;
}

function translationsIn(sent: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(sent)) return undefined;
  return Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function clientSupportOf(
  { textDocument, workspace, window }: ClientCapabilities,
  { commands = [], diagnosticPages, semanticTokens }: InitializationOptions = {},
): ClientSupport {
  const formats = textDocument?.hover?.contentFormat;
  const operations = stringsIn(workspace?.workspaceEdit?.resourceOperations);
  return {
    locationLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: !Array.isArray(formats) || formats.includes(MarkupKind.Markdown),
    workspaceFolders: workspace?.workspaceFolders === true,
    watchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    lateSynchronization: textDocument?.synchronization?.dynamicRegistration === true,
    lateDocumentLinks: textDocument?.documentLink?.dynamicRegistration === true,
    lateNotes: [
      textDocument?.synchronization,
      textDocument?.documentLink,
      textDocument?.hover,
      textDocument?.definition,
      textDocument?.completion,
    ].every(feature => feature?.dynamicRegistration === true),
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport != null,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    fileCreation: operations.includes('create'),
    showDocument: window?.showDocument?.support === true,
    fileRenames: operations.includes('rename'),
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    diagnosticPages: diagnosticPages ?? PUBLIC_PAGES,
    fullTokens: semanticTokens === 'full',
    commands,
  };
}

/** The server's capabilities. Document links are registered later if the client supports that (see `clientRefresh.ts`). */
export function capabilitiesFor(clientSupport: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    callHierarchyProvider: true,
    hoverProvider: true,
    foldingRangeProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
    executeCommandProvider: {
      commands: [
        // An editor knows a name once.
        ...(clientSupport.commands.includes(MAKE_READABLE) ? [] : [MAKE_READABLE]),
        ...[NORMALISE, IGNORE, REFRESH_ARCHIVE, LIST_CITED_BY, LIST_CITES, LIST_NOTED_IN],
      ],
    },
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS, ...NOTE_TRIGGERS] },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: clientSupport.fullTokens ? FULL_TOKEN_LEGEND : TOKEN_LEGEND,
      full: true,
      range: true,
    },
    selectionRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(clientSupport.lateDocumentLinks ? {} : { documentLinkProvider: {} }),
  };
}
