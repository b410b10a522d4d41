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

/** So many copies of a cable are looked at each time; hardly any has more. */
const FEW = 16;

/** What is known of copies from `FEW` on: which is the first that was not looked at, and the files by the digest of their texts. */
interface Copies {
  next: number;
  readonly byDigest: Map<string, string>;
}

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
  /** What is known of texts of which there are many copies, by the name of the first. */
  readonly #many = new Map<string, Copies>();
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
   * holds the same text. Each of many copies is looked at once. Throws what `node:fs` throws.
   */
  place(text: string, pathOf: (copy: number) => string): Placed {
    const bytes = Buffer.from(text);
    for (let copy = 1; copy < FEW; copy++) {
      const placed = this.#placeAt(pathOf(copy), bytes);
      if (placed) return placed;
    }
    const first = pathOf(1);
    const copies = this.#many.get(first) ?? { next: FEW, byDigest: new Map<string, string>() };
    this.#many.set(first, copies);
    const same = copies.byDigest.get(digest(bytes));
    if (same !== undefined && this.#holds(same, bytes)) return { file: same, isNew: false };
    for (;;) {
      const file = pathOf(copies.next++);
      const placed = this.#placeAt(file, bytes);
      const content = placed ? digest(bytes) : this.#digestOf(file);
      if (content !== null && !copies.byDigest.has(content)) copies.byDigest.set(content, file);
      if (placed) return placed;
    }
  }

  /** Puts `bytes` into `file` or finds them there; null where something else has this name. */
  #placeAt(file: string, bytes: Buffer): Placed | null {
    for (;;) {
      const holds = this.#holds(file, bytes);
      if (holds === true) return { file, isNew: false };
      if (holds === false) return null;
      if (this.#planned) this.#planned.set(file, digest(bytes));
      // Another program was faster; look again.
      else if (!this.#writeNew(file, bytes)) continue;
      return { file, isNew: true };
    }
  }

  /** The digest of the text of a file that is there; null for what is no file. */
  #digestOf(file: string): string | null {
    const planned = this.#planned?.get(file);
    if (planned !== undefined) return planned;
    const path = join(this.#folder, file);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? digest(readFileSync(path)) : null;
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
