import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Host } from './host';
import { canonicalUri, parentsOf } from './uris';

/** So many diagnostics of files on disk are shown; beyond them errors and warnings alone, and as many again of these. */
export const SHOWN_LIMIT = 10_000;

/** What checking files on disk needs of the server. Uris are canonical. */
export interface FolderCheckPorts {
  readonly collect: Host['collect'];
  /** What is found in a file; null if it is not for us: it is open, or belongs to no folder that is checked. */
  diagnose(uri: string, text: string): readonly Diagnostic[] | null;
  publish(uri: string, diagnostics: readonly Diagnostic[]): void;
  onProblem(message: string): void;
}

/**
 * Shows what is found in the files of whole folders. Texts are read, checked and forgotten one by one; what is kept is how many
 * diagnostics each file shows, for those that show any.
 */
export class FolderChecks {
  readonly #ports: FolderCheckPorts;
  readonly #limit: number;
  readonly #shown = new Map<string, number>();
  #total = 0;
  #isCut = false;

  constructor(ports: FolderCheckPorts, limit = SHOWN_LIMIT) {
    this.#ports = ports;
    this.#limit = limit;
  }

  /** Whether something was found that is not shown, since all was last taken back. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Checks what is at `uri` and below; `onCable` is called for each cable. Resolves when all is checked or on `signal`. */
  async check(uri: string, signal: AbortSignal, onCable = () => {}): Promise<void> {
    let isThere = false;
    await this.#ports.collect(
      uri,
      {
        onCable: (found, text) => {
          const file = canonicalUri(found);
          if (signal.aborted) return;
          if (file === uri) isThere = true;
          const diagnostics = this.#ports.diagnose(file, text);
          if (diagnostics) this.#show(file, diagnostics);
          onCable();
        },
        onProblem: message => this.#ports.onProblem(message),
      },
      signal,
    );
    // A file that was a cable, and is none any more.
    if (!isThere && !signal.aborted) this.#show(uri, []);
  }

  /** Takes back what is shown of files or folders that are gone. */
  deleted(uris: readonly string[]): void {
    const gone = new Set(uris);
    for (const file of [...this.#shown.keys()])
      if (gone.has(file) || [...parentsOf(file)].some(folder => gone.has(folder))) this.#show(file, []);
  }

  /** Takes back everything. */
  clear(): void {
    for (const file of [...this.#shown.keys()]) this.#show(file, []);
    this.#isCut = false;
  }

  /** Hands a file over to the open document, which the editor may know by another uri. */
  release(uri: string, clientUri: string): void {
    if (clientUri !== uri) this.#show(uri, []);
    this.#total -= this.#shown.get(uri) ?? 0;
    this.#shown.delete(uri);
  }

  #show(uri: string, diagnostics: readonly Diagnostic[]): void {
    const before = this.#shown.get(uri) ?? 0;
    this.#total -= before;
    const shown = this.#fitting(diagnostics);
    if (shown.length < diagnostics.length) this.#isCut = true;
    this.#total += shown.length;
    if (shown.length > 0) this.#shown.set(uri, shown.length);
    else this.#shown.delete(uri);
    if (before > 0 || shown.length > 0) this.#ports.publish(uri, shown);
  }

  #fitting(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    if (this.#total + diagnostics.length <= this.#limit) return diagnostics;
    const serious = diagnostics.filter(({ severity = 1 }) => severity <= DiagnosticSeverity.Warning);
    return this.#total + serious.length <= 2 * this.#limit ? serious : [];
  }
}
