import type { CableFacts } from '../archive/facts';
import { scanText } from '../archive/scan';
import { looksLikeCable } from '../cable/recognise';
import type { Landmarks } from '../text/landmarks';
import { decode } from './decode';
import { cableByName } from './files';

/**
 * What the archive keeps of the file at `path` that holds `bytes`; null where it is no cable, by its extension or by its content. Does
 * not hold the bytes. `landmarks` are those of the text, where they are known.
 */
export function scanCable(bytes: Buffer, path: string, landmarks?: Landmarks): CableFacts | null {
  const text = decode(bytes);
  if (text === null || (cableByName(path) !== 'always' && !looksLikeCable(text))) return null;
  return scanText(text, path, landmarks);
}
