import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Found, ImportKind, Place } from '../../import/model';
import type { Outcome } from '../../import/outcome';
import { readers, readPdf } from '../../import/readers';
import { idOf, targetPath } from '../../import/target';
import { isFolder } from '../files/makeFolder';
import { type FileProblem, problemOf, writeProblemOf } from '../files/problem';
import { pathBelow, walk } from '../files/walk';
import { CableFolder } from './cableFolder';
import { decodedPieces } from './decodeStream';
import { Provenance } from './provenance';
import { type Survey, survey } from './survey';

export interface ImportOptions {
  readonly sources: readonly string[];
  /** The folder of imports. */
  readonly to: string;
  /** What the named files are; null to tell it from their content. Of folders, only files that look like it are taken. */
  readonly from: ImportKind | null;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  onOutcome(outcome: Outcome): void | Promise<void>;
  /** Receives how much of a source was read, a few times each second at most. */
  onProgress(source: string, bytes: number, of: number): void;
}

/** How an import ended: `unwritable` where the folder could not be written, `unreadable` where a named source could not be read. */
export type ImportEnd =
  | { readonly kind: 'done' | 'stopped'; readonly otherFiles: number; readonly unreadable: number }
  | { readonly kind: 'unwritable'; readonly problem: FileProblem };

/**
 * Imports files and the files of folders, one after the other. What an earlier import of the same source has done is not done again.
 * Rejects only with what `onOutcome` throws.
 */
export async function importSources(options: ImportOptions): Promise<ImportEnd> {
  let folder: CableFolder | null = null;
  let provenance: Provenance | null = null;
  try {
    folder = new CableFolder(options.to, options.dryRun);
    provenance = Provenance.open(options.to, options.dryRun);
    const run = new ImportRun(options, folder, provenance);
    await run.all();
    provenance.flush();
    provenance.close();
    const { otherFiles, unreadable } = run;
    return { kind: options.signal.aborted ? 'stopped' : 'done', otherFiles, unreadable };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'unwritable', problem: writeProblemOf(error.path ?? options.to, error) };
  } finally {
    try {
      provenance?.close();
    } catch {
      // What could not be written has been said.
    }
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #folder: CableFolder;
  readonly #provenance: Provenance;
  /** Files of folders that are of no kind. */
  otherFiles = 0;
  /** Sources that were named and could not be read. */
  unreadable = 0;

  constructor(options: ImportOptions, folder: CableFolder, provenance: Provenance) {
    this.#options = options;
    this.#folder = folder;
    this.#provenance = provenance;
  }

  async all(): Promise<void> {
    for (const source of this.#options.sources) {
      if (this.#isStopped) return;
      if (isFolder(source)) await this.#folderOf(source);
      else await this.#file(source, true);
    }
  }

  get #isStopped(): boolean {
    return this.#options.signal.aborted;
  }

  async #folderOf(folder: string): Promise<void> {
    const target = resolve(this.#options.to);
    const problems: FileProblem[] = [];
    for (const name of walk(folder, problem => problems.push(problem))) {
      if (this.#isStopped) break;
      const path = pathBelow(folder, name);
      const absolute = resolve(path);
      if (absolute.startsWith(target + sep)) continue;
      await this.#file(path, false);
    }
    for (const { path, message } of problems) {
      if (path === folder) this.unreadable++;
      await this.#options.onOutcome({ status: 'refused', source: path, reason: message });
    }
  }

  async #file(source: string, isNamed: boolean): Promise<void> {
    const { from, onOutcome } = this.#options;
    const seen = survey(source, isNamed && from !== null);
    if ('problem' in seen) {
      if (isNamed) this.unreadable++;
      return onOutcome({ status: 'refused', source, reason: seen.problem.message });
    }
    const kind = isNamed ? (from ?? seen.kind) : from === null || from === seen.kind ? seen.kind : null;
    if (kind !== null) return this.#read(source, kind, seen, isNamed);
    // Of a folder too: nobody should miss the cables that such a file has.
    if (from === null && seen.isUnknownTable)
      return onOutcome({
        status: 'refused',
        source,
        reason: l10n.t(
          'it looks like a table, but not like one that Reftel knows: eight columns divided by commas, the id in the third (docs/import.md)',
        ),
      });
    await this.#nothing(source, isNamed);
  }

  async #read(source: string, kind: ImportKind, seen: Survey, isNamed: boolean): Promise<void> {
    const { onOutcome } = this.#options;
    let isBegun = false;
    try {
      for await (const found of await this.#items(source, kind, seen)) {
        if (found.kind === 'none') return this.#nothing(source, isNamed);
        if (!isBegun) await onOutcome({ status: 'source', source, kind });
        isBegun = true;
        await onOutcome(this.#outcome(found, source, kind, seen.sha256));
        if (this.#isStopped) return;
      }
      if (!isBegun) await onOutcome({ status: 'source', source, kind });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      await onOutcome({ status: 'refused', source, reason: error.message });
    }
  }

  async #nothing(source: string, isNamed: boolean): Promise<void> {
    if (!isNamed) this.otherFiles++;
    else
      await this.#options.onOutcome({
        status: 'refused',
        source,
        reason: l10n.t('it holds no cables that reftel can read'),
      });
  }

  async #items(source: string, kind: ImportKind, seen: Survey): Promise<AsyncIterable<Found>> {
    if (kind === 'pdf') return (await readPdf())(this.#bytes(source, seen));
    return (await readers[kind]())(this.#pieces(source, seen));
  }

  #bytes(source: string, { bytes }: Survey): Uint8Array {
    if (bytes > LARGEST_PDF) throw new SourceError(l10n.t('it is larger than {0} MB', LARGEST_PDF >> 20));
    try {
      return new Uint8Array(readFileSync(source));
    } catch (error) {
      throw new SourceError(problemOf(source, error).message);
    }
  }

  /** The text of a source, with progress. */
  async *#pieces(source: string, { encoding, bytes }: Survey): AsyncGenerator<string> {
    let done = 0;
    try {
      for await (const piece of decodedPieces(source, encoding)) {
        done += piece.length;
        this.#options.onProgress(source, Math.min(done, bytes), bytes);
        yield piece;
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new SourceError(problemOf(source, error).message);
    }
  }

  #outcome(
    found: Exclude<Found, { kind: 'none' }>,
    source: string,
    kind: ImportKind,
    sha256: string,
  ): Outcome {
    const place = placeOf(found);
    const where = { source, ...place };
    if (found.kind === 'damage') return { status: 'damaged', ...where, reason: found.reason };
    const origin = { source, kind, ...place, sha256 };
    const known = this.#provenance.fileOf(origin);
    if (found.kind === 'record') {
      const { id, fields } = found;
      if (known === undefined) this.#provenance.add({ file: null, id, ...origin, fields });
      return { status: 'record', ...where, id };
    }
    const { text } = found;
    const id = idOf(text, found.id, source);
    if (known !== undefined && this.#folder.has(known)) return { status: 'there', ...where, file: known, id };
    const { file, isNew } = this.#folder.place(text, copy => targetPath(id, source, found.row ?? 1, copy));
    if (file !== known) this.#provenance.add({ file, id, ...origin });
    return { status: isNew ? 'written' : 'there', ...where, file, id };
  }
}

/** A PDF must be read whole. */
const LARGEST_PDF = 1 << 30;

/** A source that could not be read to its end; the message says why. */
class SourceError extends Error {}

function placeOf({ row, line, page }: Place): Place {
  return {
    ...(row === undefined ? {} : { row }),
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
  };
}
