import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/makeFolder';

/** Where a text lies now: in a new file, or in one that had it already. */
export interface Placed {
  readonly file: string;
  readonly isNew: boolean;
}

const TEMPORARY = /^\.reftel-import-(\d{1,10})\.tmp$/;

/**
 * A folder that takes in cables. A file is written whole or not at all, and never over another one. With `dryRun` nothing is written,
 * but the answers are the same.
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
    this.#temporary = join(folder, `.reftel-import-${process.pid}.tmp`);
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

  /** Whether `file` holds `bytes`; null where there is no such file. */
  #holds(file: string, bytes: Buffer): boolean | null {
    const planned = this.#planned?.get(file);
    if (planned !== undefined) return planned === digest(bytes);
    const path = join(this.#folder, file);
    return existsSync(path) ? readFileSync(path).equals(bytes) : null;
  }

  /** Returns false where the file is there already. */
  #writeNew(file: string, bytes: Buffer): boolean {
    const path = join(this.#folder, file);
    this.#make(dirname(path));
    const temporary = openSync(this.#temporary, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(temporary, bytes, at);
    } finally {
      closeSync(temporary);
    }
    return this.#publish(path);
  }

  #publish(path: string): boolean {
    if (this.#canLink) {
      try {
        linkSync(this.#temporary, path);
        unlinkSync(this.#temporary);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        // Some file systems have no links.
        this.#canLink = false;
      }
    }
    if (existsSync(path)) return false;
    renameSync(this.#temporary, path);
    return true;
  }

  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    makeFolder(folder);
    this.#made.add(folder);
  }

  /** Removes what a failed writing may have left. */
  close(): void {
    if (!this.#planned) rmSync(this.#temporary, { force: true });
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
