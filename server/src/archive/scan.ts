import { readGist } from '../cable/gist';
import { type CableFacts, factsOf } from './facts';

/**
 * What the archive keeps of a cable with the given text: the same as the facts of a whole reading, several times faster. `path`,
 * or the uri, of the file may tell the year of a copy without any date.
 */
export function scanText(text: string, path: string): CableFacts {
  return factsOf(readGist(text, path));
}
