import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BaseEncoder } from '../../archive/index/build/baseEncoder';
import type { BaseColumns } from '../../archive/index/format/columns';
import { removeIfLeftover } from '../files/leftovers';
import { makeFolder } from '../files/makeFolder';

/**
 * Creates a temporary file beside `path` for a base. It counts as a leftover once the process `owner` has ended. Resolves to null if it
 * cannot be written. Never rejects.
 */
export async function beginBeside(
  path: string,
  label: string,
  owner: number = process.pid,
): Promise<BaseFileWriter | null> {
  const beside = `${path}.${owner}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    makeFolder(dirname(path));
    await removeLeftovers(path);
    return new BaseFileWriter(beside, await open(beside, 'wx', 0o600), label);
  } catch {
    return null;
  }
}

/** Writes a base to a file in the background while it is being built. */
export class BaseFileWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #encoder: BaseEncoder;
  readonly #writes: Promise<boolean>[] = [];

  constructor(path: string, file: FileHandle, label: string) {
    this.#path = path;
    this.#file = file;
    this.#encoder = new BaseEncoder(label, (pieces, start) => {
      this.#writes.push(
        writeAt(file, pieces, start).then(
          () => true,
          () => false,
        ),
      );
    });
  }

  /** Writes columns, which must not be changed or transferred until `finish` resolves. */
  add(columns: Partial<BaseColumns>): void {
    this.#encoder.add(columns);
  }

  /**
   * Writes the columns that have not been added yet and closes the file; resolves to its path. If anything could not be written, removes
   * the file and resolves to null. Never rejects.
   */
  async finish(columns: BaseColumns): Promise<string | null> {
    this.add(columns);
    this.#encoder.finish();
    const isWritten = (await Promise.all(this.#writes)).every(Boolean);
    const isClosed = await this.#file.close().then(
      () => true,
      () => false,
    );
    if (isWritten && isClosed) return this.#path;
    await rm(this.#path, { force: true }).catch(() => {});
    return null;
  }
}

/** Writes `pieces` one after the other, from byte `start` of a file on. */
async function writeAt(file: FileHandle, pieces: readonly Uint8Array[], start: number): Promise<void> {
  let left = pieces;
  for (let at = start; left.length > 0; ) {
    const { bytesWritten } = await file.writev(left, at);
    at += bytesWritten;
    left = without(left, bytesWritten);
  }
}

/** The pieces without their first `count` bytes. */
function without(pieces: readonly Uint8Array[], count: number): Uint8Array[] {
  let start = count;
  return pieces.flatMap(piece => {
    const rest = piece.subarray(Math.min(start, piece.length));
    start -= piece.length - rest.length;
    return rest.length > 0 ? [rest] : [];
  });
}

/** Removes temporary files of processes that ended while they were writing `path`. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const beginning = `${basename(path)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning) || !name.endsWith('.tmp')) continue;
    removeIfLeftover(join(folder, name), Number(name.slice(beginning.length).split('.')[0]));
  }
}
