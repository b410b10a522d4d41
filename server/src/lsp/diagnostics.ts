import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DiagnosticSeverity,
  type Diagnostic as LspDiagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { type CheckContext, type Diagnostic, runChecks } from '../checks';
import { showNumber } from '../text/displayLanguage';
import { LineTable } from '../text/lineTable';
import type { ClientSupport } from './capabilities';
import { toDiagnostic } from './conversion';
import type { OpenDocument } from './documents';
import { FolderChecks, SHOWN_LIMIT } from './folderChecks';
import type { Log } from './guard';
import type { Host } from './host';
import type { Settings, SettingsFile } from './settings';
import { startTask } from './task';
import { canonicalUri, nameOf } from './uris';
import { isOtherVersion, type Workspace } from './workspace';

/** Progress is reported once per this many cables. */
const REPORT_EVERY = 250;

export interface DiagnosticsPorts {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenDocument>;
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly host: Host;
  readonly log: Log;
  clientSupport(): ClientSupport;
}

/**
 * Publishes what the checks find: in open cables, in the files of whole folders where a setting asks for it, and in the
 * `reftel.json` of each folder. Nothing is published before the settings are known.
 */
export class Diagnostics {
  /** Whether the editor itself shows what is wrong in a `reftel.json` that is open. */
  editorChecksSettings = false;
  readonly #ports: DiagnosticsPorts;
  readonly #folderChecks: FolderChecks;
  readonly #open = new Set<string>();
  #wrongSettings: readonly string[] = [];
  #checking = new AbortController();

  constructor(ports: DiagnosticsPorts) {
    const { connection, host, log, settings } = ports;
    this.#ports = ports;
    this.#folderChecks = new FolderChecks({
      collect: (uri, reader, signal) => host.collect(uri, reader, signal),
      diagnose: (uri, text) => {
        if (this.#open.has(uri) || !settings.isInWholeFolder(uri)) return null;
        return this.#allOf(uri, parseDocument(text, uri));
      },
      publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }),
      onProblem: log.info,
    });
  }

  /** What the checks find in a telegram of the document `uri`. */
  of(uri: string, cable: Cable): readonly Diagnostic[] {
    const { settings, workspace } = this.#ports;
    return runChecks(cable, settings.levelsFor(uri), contextOf(uri, workspace));
  }

  #allOf(uri: string, cables: readonly Cable[]): LspDiagnostic[] {
    const { diagnosticPages } = this.#ports.clientSupport();
    return cables.flatMap(cable =>
      this.of(uri, cable).map(diagnostic => toDiagnostic(uri, cable.lines, diagnostic, diagnosticPages)),
    );
  }

  /** An opened or changed cable. Parse and checks are far too quick to wait for a pause in typing. */
  changed({ uri, version, cables }: OpenDocument): void {
    const { connection, settings } = this.#ports;
    const file = canonicalUri(uri);
    this.#open.add(file);
    if (!settings.areKnown) return;
    const diagnostics = this.#allOf(uri, cables);
    this.#folderChecks.release(file, uri);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** A closed cable: its file on disk counts again. */
  async closed(uri: string): Promise<void> {
    this.#open.delete(canonicalUri(uri));
    void this.#ports.connection.sendDiagnostics({ uri, diagnostics: [] });
    await this.filesChanged([uri]);
  }

  /** Republishes the diagnostics of all open cables after settings or context have changed. */
  refresh(): void {
    for (const document of this.#ports.documents.all()) if (document.isCable) this.changed(document);
    this.refreshSettingsFiles();
  }

  /** Republishes the problems of each `reftel.json` after one was read, opened or closed. */
  refreshSettingsFiles(): void {
    const { connection, documents, settings } = this.#ports;
    const open = new Set(this.editorChecksSettings ? documents.keys().map(canonicalUri) : []);
    const wrong = settings.files.filter(({ uri, problems }) => problems.length > 0 && !open.has(uri));
    for (const uri of this.#wrongSettings)
      if (!wrong.some(file => file.uri === uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const file of wrong)
      void connection.sendDiagnostics({ uri: file.uri, diagnostics: problemsOf(file) });
    this.#wrongSettings = wrong.map(({ uri }) => uri);
  }

  /**
   * Checks all cables of the folders whose settings ask for it, and clears the others. Shows progress;
   * the user may cancel it and keeps what has been found. Resolves when all is checked, or when it is called again.
   */
  async checkFolders(): Promise<void> {
    const { connection, settings } = this.#ports;
    this.#checking.abort();
    this.#folderChecks.clear();
    const folders = settings.wholeFolders;
    if (folders.length === 0) return;
    const checking = new AbortController();
    this.#checking = checking;
    const task = startTask(connection, l10n.t('Checking cables'), () => checking.abort());
    let count = 0;
    const onCable = () => {
      if (++count % REPORT_EVERY === 0) task.report(l10n.t('{0} checked', showNumber(count)));
    };
    try {
      for (const folder of folders) await this.#folderChecks.check(folder, checking.signal, onCable);
    } finally {
      task.end();
    }
    if (this.#folderChecks.isCut && !checking.signal.aborted)
      connection.window.showInformationMessage(
        l10n.t(
          'Reftel found more in {0} cables than it lists: of files that are not open it lists the first {1} findings, and behind them errors and warnings alone, up to as many again.',
          showNumber(count),
          showNumber(SHOWN_LIMIT),
        ),
      );
  }

  /** Files or folders that are new or have changed on disk. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const { settings } = this.#ports;
    const never = new AbortController().signal;
    for (const uri of uris.map(canonicalUri))
      if (settings.isInWholeFolder(uri)) await this.#folderChecks.check(uri, never);
  }

  /** Files or folders that are gone from the disk. */
  filesDeleted(uris: readonly string[]): void {
    this.#folderChecks.deleted(uris.map(canonicalUri));
  }

  /** Stops all checking. */
  dispose(): void {
    this.#checking.abort();
  }
}

function problemsOf({ text, problems }: SettingsFile) {
  const lines = new LineTable(text);
  return problems.map(problem => ({
    range: rangeOf(lines, problem),
    severity: DiagnosticSeverity.Error,
    source: 'reftel',
    message: problem.message,
  }));
}

/** The context of the document `uri`, looked up when a check asks. Another version of a file has no other files. */
function contextOf(uri: string, workspace: Workspace): CheckContext {
  const own = canonicalUri(uri);
  return {
    fileName: nameOf(uri),
    otherFilesOf: mrn =>
      isOtherVersion(own)
        ? []
        : workspace.snapshot
            .find(mrn)
            .filter(copy => copy.uri !== own)
            .map(copy => ({
              uri: workspace.clientUri(copy.uri),
              name: nameOf(copy.uri),
              range: copy.anchor,
            })),
    isHere: mrn => workspace.snapshot.find(mrn).length > 0,
  };
}
