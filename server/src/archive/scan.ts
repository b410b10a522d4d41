import { readGist } from '../cable/gist';
import { looksLikeCable } from '../cable/recognise';
import { type CableFacts, factsOf } from './facts';

/**
 * What the archive keeps of a file with the given text; null where it is no cable. The same as the facts of a whole reading,
 * several times faster. `path`, or the uri, of the file may tell the year of a copy without any date.
 */
export function scanText(text: string, path: string): CableFacts | null {
  return looksLikeCable(text) ? factsOf(readGist(text, path)) : null;
}
