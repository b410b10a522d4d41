import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  DocumentLinkRequest,
  FileChangeType,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import type { Cable } from '../cable/model';
import { runChecks } from '../checks';
import { routeActions } from './actionRoutes';
import { throttled } from './announce';
import { capabilitiesFor, traitsOf } from './capabilities';
import { toDiagnostic } from './conversion';
import type { Desk, Log } from './desk';
import { documentsConfiguration, type OpenDocument } from './documents';
import { guarded, inBackground } from './guard';
import type { Host } from './host';
import { ARCHIVE_CHANGED, type InitializationOptions, LANGUAGE_ID } from './messages';
import { progressOn } from './progress';
import { refreshing } from './refresh';
import { route } from './routes';
import { surroundingsOf } from './surroundings';
import { canonicalUri } from './uris';
import { Workspace } from './workspace';

/** Serves one editor over `connection` until it says goodbye. `version` is the server's own. */
export function serve(connection: Connection, host: Host, version: string): void {
  const log: Log = {
    info: message => connection.console.info(message),
    error: message => connection.console.error(message),
  };
  const documents = new TextDocuments<OpenDocument>(documentsConfiguration);
  const workspace = new Workspace(host, progressOn(connection, log));
  let traits = traitsOf({});
  let folders: readonly string[] = [];
  const refreshLinks = linksOn(connection);
  let hasViews = false;
  const archiveChanged = throttled(() => {
    if (hasViews) void connection.sendNotification(ARCHIVE_CHANGED);
  });

  const diagnose = (uri: string, cable: Cable) => runChecks(cable, {}, surroundingsOf(uri, workspace));
  const refresh = refreshing(connection, () => traits);

  const desk = (): Desk => ({
    workspace,
    traits,
    log,
    diagnose,
    version: uri => documents.get(uri)?.version ?? null,
    reading: uri => {
      const document = documents.get(uri);
      if (!document?.isCable) return null;
      return {
        uri: canonicalUri(uri),
        cable: document.cable,
        // Outline and folds, which are asked for after each key press, never look into the archive.
        get snapshot() {
          return workspace.snapshot;
        },
        cableOf: other => workspace.cableOf(other),
      };
    },
  });

  /** Tells the editor what the checks find; parse and checks are far too quick to wait for a pause in typing. */
  const publish = ({ uri, version, cable }: OpenDocument) => {
    const diagnostics = diagnose(uri, cable).map(diagnostic => toDiagnostic(uri, cable.lines, diagnostic));
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };

  /** Once more for every open cable, whose surroundings have changed. */
  const publishAll = () =>
    guarded(log, 'diagnostics', undefined, () => {
      for (const document of documents.all()) if (document.isCable) publish(document);
    });

  /** What the editor shows of other cables may be another now. */
  const onArchive = async () => {
    publishAll();
    archiveChanged();
    refresh();
    if (traits.lateDocumentLinks) await refreshLinks();
  };

  const load = (uris: readonly string[]) =>
    inBackground(log, 'reading the workspace', async () => {
      const loaded = uris.map(uri => workspace.addFolder(uri));
      // What was saved answers already.
      if (workspace.snapshot.size > 0) await onArchive();
      await Promise.all(loaded);
      await onArchive();
    });

  connection.onInitialize(params => {
    const options: InitializationOptions = params.initializationOptions ?? {};
    traits = traitsOf(params.capabilities, options);
    folders = foldersOf(params);
    hasViews = options.views === true;
    if (options.cacheDir) host.keepArchivesIn(options.cacheDir);
    return { capabilities: capabilitiesFor(traits), serverInfo: { name: 'reftel', version } };
  });

  connection.onInitialized(() => {
    if (traits.watchers) {
      // Every file, for a folder that is moved or deleted is reported by itself and not with the files in it.
      const watchers = [{ globPattern: '**/*' }];
      inBackground(log, 'watching files', async () => {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      });
    }
    if (traits.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed)
          inBackground(log, 'a folder that is gone', () => workspace.removeFolder(uri));
        load(added.map(({ uri }) => uri));
      });
    }
    load(folders);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = (deleted: boolean) =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === deleted).map(({ uri }) => uri);
    guarded(log, 'deleted files', undefined, () => workspace.deleted(uris(true)));
    inBackground(log, 'changed files', async () => {
      await workspace.changed(uris(false));
      publishAll();
      archiveChanged();
      refresh();
    });
  });

  documents.onDidChangeContent(({ document }) =>
    guarded(log, 'diagnostics', undefined, () => {
      if (!document.isCable) return;
      workspace.opened(document);
      publish(document);
      archiveChanged();
    }),
  );

  documents.onDidClose(({ document: { uri, isCable } }) => {
    if (!isCable) return;
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    inBackground(log, 'closed document', async () => {
      workspace.closed(uri);
      archiveChanged();
      refresh();
    });
  });

  connection.onShutdown(() => {
    archiveChanged.stop();
    refresh.stop();
    workspace.dispose();
  });

  route(connection, desk);
  routeActions(connection, desk);
  documents.listen(connection);
  connection.listen();
}

/** Registers document links anew whenever the function given back is called: editors then ask for all links again. */
function linksOn(connection: Connection): () => Promise<void> {
  let current: Promise<Disposable> | null = null;
  return async () => {
    const old = current;
    current = connection.client.register(DocumentLinkRequest.type, {
      documentSelector: [{ language: LANGUAGE_ID }],
    });
    await current;
    (await old)?.dispose();
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
