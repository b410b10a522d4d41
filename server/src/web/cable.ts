import { cableByName } from '../cable/byName';
import { isDump } from '../cable/container';
import { looksLikeCable } from '../cable/recognise';

/** Larger files, in bytes, are not read: a file system behind requests gives whole files only. The largest known cables have a few hundred kilobytes. */
export const SIZE_LIMIT = 8 * 1024 * 1024;

/** Whether a file is a cable, by its name or by its text. */
export function isCable(path: string, text: string): boolean {
  const byName = cableByName(path);
  return byName !== 'never' && (byName === 'always' || looksLikeCable(text)) && !isDump(text);
}

/** Whether a file with this name may be a cable. */
export function mayBeCable(name: string): boolean {
  return cableByName(name) !== 'never';
}
