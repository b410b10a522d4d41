import { extname } from 'node:path';
import { looksLikeCable } from '../../cable/recognise';
import { type ReadResult, readText } from './read';

/** Extensions of plain text; such a file is a cable if its content says so. A name without extension counts among them. */
const PLAIN_TEXT = new Set(['', '.txt', '.text', '.asc', '.tel']);

/** Whether a file of this name is a cable whatever it holds, may be one by its content, or is passed over in a folder. */
export function cableByName(path: string): 'always' | 'by-content' | 'never' {
  // Nearly all files are called so, and finding any extension takes several times as long.
  if (path.endsWith('.txt')) return 'by-content';
  const extension = extname(path).toLowerCase();
  if (extension === '.cable') return 'always';
  return PLAIN_TEXT.has(extension) ? 'by-content' : 'never';
}

/**
 * Reads `path` if it is a cable, by its extension or by its content whatever the extension; `declined` where it is none.
 * Never throws.
 */
export function readCable(path: string): ReadResult {
  return cableByName(path) === 'always' ? readText(path) : readText(path, looksLikeCable);
}
