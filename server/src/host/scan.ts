import type { CableFacts } from '../archive/facts';
import { scanText } from '../archive/scan';
import { looksLikeCable } from '../cable/recognise';
import { cableByName } from './files';
import { decodeWithLandmarks } from './landmarks';

/**
 * What the archive keeps of the file at `path` that holds the first `length` of `bytes`; null where it is no cable, by its
 * extension or by its content. Does not hold the bytes: a buffer can be used again for the next file.
 */
export function scanCable(bytes: Uint8Array, length: number, path: string): CableFacts | null {
  const read = decodeWithLandmarks(Buffer.from(bytes.buffer, bytes.byteOffset, length));
  if (!read) return null;
  if (cableByName(path) !== 'always' && !looksLikeCable(read.text)) return null;
  return scanText(read.text, path, read.landmarks);
}
