import { resolve } from 'node:path';
import { version } from '../../../package.json';
import type { Base } from '../archive/base/base';
import { cachePath, loadBase } from './cacheFile';

/** Where the archive of a folder is saved, and what it says of itself. */
export interface SavedAt {
  readonly path: string;
  /** An archive with another label is not used: another version may read another thing out of the same text. */
  readonly label: string;
}

/** Where the archive of `folder` is saved in `cacheDir`. */
export function savedAt(cacheDir: string, folder: string): SavedAt {
  const absolute = resolve(folder);
  return { path: cachePath(cacheDir, absolute), label: `${version} ${absolute}` };
}

/** The archive as it was saved last; null where there is none that can be used. Never throws. */
export function loadSaved({ path, label }: SavedAt): Base | null {
  return loadBase(path, label);
}
