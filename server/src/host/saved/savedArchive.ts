import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { version } from '../../../../package.json';
import { Base } from '../../archive/index/format/base';
import { cachePath, loadBase, putInPlace, readBase } from './cacheFile';

/** Where the archive of a folder is saved, and what it says of itself. */
export interface SavedAt {
  /** Absolute: archives are read and written whatever the working directory is. */
  readonly path: string;
  /** An archive with another label is not used: another version may read another thing out of the same text. */
  readonly label: string;
}

/** Where the archive of `folder` is saved in `cacheDir`. */
export function savedAt(cacheDir: string, folder: string): SavedAt {
  const absolute = resolve(folder);
  return { path: cachePath(resolve(cacheDir), absolute), label: `${version} ${absolute}` };
}

/** The archive as it was saved last; null where there is none that can be used. Never throws. */
export function loadSaved({ path, label }: SavedAt): Base | null {
  return loadBase(path, label);
}

/**
 * Opens the archive that was written to `beside` by another process, and puts it where it is saved. Null where it cannot be read.
 * Never rejects.
 */
export async function takeSaved(beside: string, { path, label }: SavedAt): Promise<Base | null> {
  const base = await readBase(beside, label);
  if (!base) {
    await rm(beside, { force: true }).catch(() => {});
    return null;
  }
  return (await putInPlace(beside, path)) ? base : new Base(base.columns);
}
