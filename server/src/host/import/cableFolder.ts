import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/makeFolder';
import { refusal } from '../files/problem';
import { isBelow } from '../files/walk';

/** Where a text lies now: in a new file, or in one that had it already. */
export interface Placed {
  readonly file: string;
  readonly isNew: boolean;
}

const TEMPORARY = /^\.reftel-import-(\d{1,10})(?:-[0-9a-f]{12})?\.tmp$/;

/**
 * A folder that takes in cables. A file is written whole or not at all, never over another one, and never through a link out of the
 * folder. With `dryRun` nothing is written, but the answers are the same.
 */
export class CableFolder {
  readonly #folder: string;
  readonly #temporary: string;
  readonly #made = new Set<string>();
  /** What a dry run would have written: the digest of each file's text. */
  readonly #planned: Map<string, string> | null;
  #canLink = true;

  /** Makes the folder if it is not there. Throws what `node:fs` throws. */
  constructor(folder: string, dryRun: boolean) {
    this.#folder = folder;
    // A name that nobody can have put a link to something else under.
    this.#temporary = join(folder, `.reftel-import-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
    this.#planned = dryRun ? new Map() : null;
    if (dryRun) return;
    makeFolder(folder);
    removeLeftovers(folder);
  }

  /** Whether `file`, a path below the folder, is there. */
  has(file: string): boolean {
    return existsSync(join(this.#folder, file));
  }

  /**
   * Puts `text` into the first of the files that `pathOf` names for 1, 2, … that is not there, or finds the one of them before it that
   * holds the same text. Throws what `node:fs` throws.
   */
  place(text: string, pathOf: (copy: number) => string): Placed {
    const bytes = Buffer.from(text);
    for (let copy = 1; ; copy++) {
      const file = pathOf(copy);
      const holds = this.#holds(file, bytes);
      if (holds === true) return { file, isNew: false };
      if (holds === false) continue;
      if (this.#planned) this.#planned.set(file, digest(bytes));
      else if (!this.#writeNew(file, bytes)) {
        // Another program was faster; look again.
        copy--;
        continue;
      }
      return { file, isNew: true };
    }
  }

  /** Whether `file` holds `bytes`, which a folder, a pipe or a link to nothing does not; null where nothing has this name. */
  #holds(file: string, bytes: Buffer): boolean | null {
    const planned = this.#planned?.get(file);
    if (planned !== undefined) return planned === digest(bytes);
    const path = join(this.#folder, file);
    const named = lstatSync(path, { throwIfNoEntry: false });
    if (!named) return null;
    const stats = named.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : named;
    return stats?.isFile() === true && stats.size === bytes.length && readFileSync(path).equals(bytes);
  }

  /** Returns false where the file is there already. */
  #writeNew(file: string, bytes: Buffer): boolean {
    const path = join(this.#folder, file);
    this.#make(dirname(path));
    const temporary = openSync(this.#temporary, 'wx');
    try {
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(temporary, bytes, at);
      } finally {
        closeSync(temporary);
      }
      return this.#publish(path);
    } finally {
      this.#removeTemporary();
    }
  }

  #publish(path: string): boolean {
    if (this.#canLink) {
      try {
        linkSync(this.#temporary, path);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        // Some file systems have no links.
        this.#canLink = false;
      }
    }
    if (lstatSync(path, { throwIfNoEntry: false })) return false;
    renameSync(this.#temporary, path);
    return true;
  }

  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    makeFolder(folder);
    const top = realpathSync(this.#folder);
    const real = realpathSync(folder);
    if (real !== top && !isBelow(real, top)) throw refusal('EOUTSIDE', folder);
    this.#made.add(folder);
  }

  #removeTemporary(): void {
    try {
      unlinkSync(this.#temporary);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}

/** Removes the temporary files of imports that were killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const process = TEMPORARY.exec(name)?.[1];
    if (process !== undefined && !isRunning(Number(process))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
