import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { telegramAt } from '../cable/document';
import type { Cable } from '../cable/model';
import { SETTINGS_FILE } from '../checks/settings/settingsName';
import { citedTelegram } from '../features/bibliography/telegram';
import type { Note } from '../features/notes/note';
import type { Reading } from '../features/reading';
import { displayIn } from '../text/displayLanguage';
import { routeActions } from './actionRoutes';
import { capabilitiesFor, clientSupportOf, optionsIn } from './capabilities';
import { linkRefresh, refreshRequests } from './clientRefresh';
import {
  type Command,
  ignoreInDocument,
  listCitedBy,
  listCites,
  listNotedIn,
  makeDocumentReadable,
  routeCommands,
} from './commands';
import { configurationOf } from './configuration';
import { Diagnostics } from './diagnostics';
import { documentsConfiguration, type OpenDocument } from './documents';
import { routeFiles } from './fileRoutes';
import { guarded, inBackground, type Log } from './guard';
import type { Host } from './host';
import { answerRefused } from './lifecycle';
import {
  ARCHIVE_CHANGED,
  IGNORE,
  LIST_CITED_BY,
  LIST_CITES,
  LIST_NOTED_IN,
  MAKE_READABLE,
  NORMALISE,
  REFRESH_ARCHIVE,
} from './messages';
import { noteRegistration, noteSelector } from './noteRegistration';
import { noteName } from './noteRoutes';
import { Notes } from './notes';
import { progressOn } from './progress';
import { route } from './routes';
import { Searches } from './searches';
import type { ServerContext } from './serverContext';
import { isSettingsFile, Settings, settingsFileIn } from './settings';
import { throttled } from './throttle';
import { isRecord, stringsIn } from './untrusted';
import { canonicalFolder, canonicalUri, uriOfPath } from './uris';
import { isOtherVersion, Workspace } from './workspace';

/** How many milliseconds reading waits for the editor's settings. */
const SETTINGS_PATIENCE = 1000;

/** Serves one editor over `connection` until it exits. `version` is the server's own. */
export function serve(connection: Connection, host: Host, version: string): void {
  const log: Log = {
    info: message => connection.console.info(message),
    error: message => connection.console.error(message),
  };
  let recognises = false;
  const documents = new TextDocuments<OpenDocument>(documentsConfiguration(() => !recognises));
  const workspace = new Workspace(host, progressOn(connection, log), () => namesKnown());
  let clientSupport = clientSupportOf({});
  let folders: readonly string[] = [];
  const noteSelectorNow = () =>
    clientSupport.lateNotes && workspace.snapshot.size > 0 && settings.wantsNotes
      ? noteSelector(folders)
      : null;
  const refreshLinks = linkRefresh(connection, noteSelectorNow);
  const registerNotes = noteRegistration(connection);
  let hasViews = false;
  const archiveChanged = throttled(() => {
    if (hasViews) void connection.sendNotification(ARCHIVE_CHANGED);
  });

  const refresh = refreshRequests(connection, () => clientSupport);
  /** References of the open cables may have become resolvable. */
  const namesKnown = throttled(() => {
    refresh();
    if (clientSupport.lateDocumentLinks) void refreshLinks();
  });
  const configuration = configurationOf(connection, () => clientSupport);
  const settings = new Settings(uri => host.readAny(uri), configuration.ask);
  const diagnostics = new Diagnostics({
    connection,
    documents,
    workspace,
    settings,
    host,
    log,
    clientSupport: () => clientSupport,
  });

  const notes = new Notes(host, workspace, settings, log, () => {
    archiveChanged();
    refresh();
  });

  const cableOf: Reading['cableOf'] = (other, position) => workspace.cableOf(other, position);
  const noteOf = (uri: string): Note | null => {
    const document = documents.get(uri);
    if (!document?.isNote || !settings.notesIn(uri)) return null;
    return {
      uri: canonicalUri(uri),
      text: document.text,
      lines: document.lines,
      get citations() {
        return document.citations;
      },
      snapshot: workspace.snapshot,
      cableOf,
    };
  };

  const readingOf = (uri: string, cable: Cable): Reading => ({
    uri: canonicalUri(uri),
    cable,
    // Outline and folds, which are asked for after each key press, never look into the archive.
    get snapshot() {
      return workspace.snapshotAround(cable);
    },
    cableOf,
  });

  const context = (): ServerContext => ({
    workspace,
    clientSupport,
    settings,
    log,
    plain: () => host.plain(),
    ahead: host.ahead,
    addFolder: uri => {
      if (folders.includes(uri)) return;
      folders = [...folders, uri];
      load();
    },
    foldersRead: async () => {
      // Who waits for the settings after `load` goes on after it, when the folders are being read.
      await settingsKnown;
      await workspace.settled();
      return folders.length > 0;
    },
    diagnose: (uri, cable) => diagnostics.of(uri, cable),
    cited: (uri, cable, paragraph) =>
      citedTelegram(cable, paragraph, settings.citationFor(uri), host.provenance(uri)),
    hintsFor: uri => settings.hintsFor(uri),
    note: noteOf,
    get notes() {
      return notes.index;
    },
    nameOf: uri => noteName(folders.map(canonicalFolder), uri),
    version: uri => documents.get(uri)?.version ?? null,
    readings: uri =>
      (documents.get(uri)?.isCable ? documents.get(uri)?.cables : [])?.map(cable => readingOf(uri, cable)) ??
      [],
    reading: (uri, position) => {
      const document = documents.get(uri);
      const [first] = document?.isCable ? document.cables : [];
      if (!document || !first) return null;
      const cable = position ? telegramAt(document.cables, first.lines.offsetAt(position)) : first;
      return readingOf(uri, cable);
    },
  });

  /** Republishes the diagnostics of all open cables after settings or context have changed. */
  const publishAll = () => guarded(log, 'diagnostics', undefined, () => diagnostics.refresh());

  /** Reloads settings; resolves to true if any changed. */
  const takeSettings = async () => {
    await host.ahead?.files(folders.map(settingsFileIn));
    const haveChanged = await settings.load(folders);
    if (haveChanged) {
      publishAll();
      refresh();
    }
    return haveChanged;
  };

  const addFolder = (uri: string) => workspace.addFolder(uri, settings.excludedIn(uri));

  /** Cross-file results may be stale. */
  const onArchive = async () => {
    publishAll();
    namesKnown.stop();
    archiveChanged();
    refresh();
    await registerNotes(noteSelectorNow());
    if (clientSupport.lateDocumentLinks) await refreshLinks();
  };

  /** Reads what has not been read of the folders, according to the settings. */
  const read = async () => {
    if (host.ahead) await host.ahead.folders(folders);
    const loaded = folders.map(addFolder);
    // The saved archive answers already.
    if (workspace.snapshot.size > 0) await onArchive();
    await Promise.all(loaded);
    await onArchive();
    inBackground(log, 'reading notes', () => notes.read(folders));
    await diagnostics.checkFolders();
  };

  let settingsKnown: Promise<unknown> = Promise.resolve();
  const load = () =>
    inBackground(log, 'reading the workspace', async () => {
      // Settings first: what they exclude need not be read. An editor that never answers is not waited for.
      const taken = takeSettings();
      watchFolders();
      const isLate = Promise.race([taken.then(() => false), pause(SETTINGS_PATIENCE).then(() => true)]);
      settingsKnown = isLate;
      const late = await isLate;
      if (late) settings.assume(folders);
      await read();
      if (late && (await taken)) await read();
    });

  const settingsChanged = () =>
    inBackground(log, 'settings', async () => {
      if (await takeSettings()) await read();
    });

  const refreshArchive = () =>
    inBackground(log, 'reading the workspace', async () => {
      await workspace.refresh();
      await onArchive();
      await notes.read(folders);
    });

  const watched = new Map<string, () => void>();
  /** Watches the folders itself, for an editor that does not. */
  const watchFolders = () => {
    if (clientSupport.watchers) return;
    for (const [uri, end] of watched)
      if (!folders.includes(uri)) {
        end();
        watched.delete(uri);
      }
    for (const uri of folders) {
      if (watched.has(uri)) continue;
      watched.set(
        uri,
        host.watch(
          uri,
          () => {
            settingsChanged();
            refreshArchive();
          },
          words => log.info(words),
        ),
      );
    }
  };

  connection.onInitialize(params => {
    const options = optionsIn(params.initializationOptions);
    clientSupport = clientSupportOf(params.capabilities, options);
    folders = foldersOf(params);
    hasViews = options.views === true;
    recognises = options.recognises === true;
    if (options.cacheDir) host.keepArchivesIn(options.cacheDir);
    speakAs(options.translations, params.locale);
    diagnostics.editorChecksSettings = options.checksSettings === true;
    return { capabilities: capabilitiesFor(clientSupport), serverInfo: { name: 'reftel', version } };
  });

  connection.onInitialized(() => {
    if (clientSupport.watchers) {
      // Every file: a folder that is moved or deleted is reported itself, without the files in it.
      const watchers = [{ globPattern: '**/*' }];
      inBackground(log, 'watching files', async () => {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      });
    }
    if (clientSupport.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(urisOf(removed));
        for (const uri of gone) inBackground(log, 'a folder that is gone', () => workspace.removeFolder(uri));
        folders = [...folders.filter(uri => !gone.has(uri)), ...urisOf(added)];
        load();
      });
    }
    inBackground(log, 'hearing of settings', () => configuration.listen(settingsChanged));
    if (diagnostics.editorChecksSettings && clientSupport.lateSynchronization)
      inBackground(log, 'hearing of settings files', () => followSettingsFiles(connection));
    load();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = (deleted: boolean) =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === deleted).map(({ uri }) => uri);
    if (changes.some(({ uri }) => isSettingsFile(uri))) settingsChanged();
    host.ahead?.forget(uris(true));
    guarded(log, 'deleted files', undefined, () => {
      workspace.deleted(uris(true));
      diagnostics.filesDeleted(uris(true));
    });
    inBackground(log, 'changed files', async () => {
      await workspace.changed(uris(false));
      inBackground(log, 'changed notes', () => notes.changed(changes.map(({ uri }) => uri)));
      publishAll();
      archiveChanged();
      refresh();
      await diagnostics.filesChanged(uris(false));
    });
  });

  documents.onDidChangeContent(({ document }) =>
    guarded(log, 'diagnostics', undefined, () => {
      if (document.isNote && !isOtherVersion(document.uri)) notes.opened(document);
      if (!document.isCable) return;
      workspace.opened(document);
      diagnostics.changed(document);
      archiveChanged();
    }),
  );

  documents.onDidOpen(({ document }) => {
    if (isSettingsFile(document.uri)) diagnostics.refreshSettingsFiles();
  });

  documents.onDidClose(({ document: { uri, isCable } }) => {
    if (isSettingsFile(uri)) diagnostics.refreshSettingsFiles();
    notes.closed(uri);
    if (!isCable) return;
    inBackground(log, 'closed document', async () => {
      await host.ahead?.files([uri]);
      if (documents.get(uri)) return;
      workspace.closed(uri);
      await diagnostics.closed(uri);
      archiveChanged();
      refresh();
    });
  });

  connection.onShutdown(() => {
    archiveChanged.stop();
    namesKnown.stop();
    refresh.stop();
    notes.dispose();
    diagnostics.dispose();
    workspace.dispose();
  });

  answerRefused(connection);
  route(connection, new Searches(host, workspace, log), context);
  routeActions(connection, context);
  routeFiles(connection, host, context);
  routeCommands(
    connection,
    new Map<string, Command>([
      ...[MAKE_READABLE, NORMALISE].map((name): [string, Command] => [
        name,
        args => makeDocumentReadable(connection, context(), args),
      ]),
      [LIST_CITED_BY, args => listCitedBy(connection, context(), args)],
      [LIST_CITES, args => listCites(connection, context(), args)],
      [LIST_NOTED_IN, args => listNotedIn(connection, context(), args)],
      [IGNORE, args => ignoreInDocument(connection, context(), args)],
      [REFRESH_ARCHIVE, refreshArchive],
    ]),
  );
  documents.listen(connection);
  connection.listen();
}

/**
 * Shows strings in the language of the editor, days and numbers too. An editor that sends no strings gets English, in which a day in
 * another language would be out of place.
 */
function speakAs(translations: Readonly<Record<string, string>> | undefined, locale: unknown): void {
  if (!translations) return;
  l10n.config({ contents: translations });
  displayIn(locale);
}

/** Subscribes to the opening and closing of `reftel.json`, which is not a cable. */
async function followSettingsFiles(connection: Connection): Promise<void> {
  const documentSelector = [{ pattern: `**/${SETTINGS_FILE}` }];
  await connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector });
  await connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector });
}

/** The folders of the workspace; older clients name one folder, and still older ones by its path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders)) return urisOf(workspaceFolders);
  if (typeof rootUri === 'string' && rootUri !== '') return [rootUri];
  return typeof rootPath === 'string' && rootPath !== '' ? [uriOfPath(rootPath)] : [];
}

function urisOf(folders: readonly unknown[]): readonly string[] {
  return stringsIn(folders.map(folder => isRecord(folder) && folder.uri));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
