import { basename } from 'node:path';
import type { Copy, Surroundings } from '../checks';

const START = { line: 0, character: 0 };

/**
 * What lies around each of the files that a command reads one after the other. It keeps the id and the path of each and nothing
 * else, so that a second file with an id is known for a copy of the first.
 */
export class FilesSoFar {
  readonly #first = new Map<string, string>();

  /** The surroundings of `file`, which holds the cable `mrn`; called once for each file, in their order. */
  of(file: string, mrn: string | null): Surroundings {
    const first = mrn === null ? undefined : this.#first.get(mrn);
    if (mrn !== null && first === undefined) this.#first.set(mrn, file);
    const copies: readonly Copy[] =
      first === undefined ? [] : [{ uri: first, name: first, range: { start: START, end: START } }];
    return { fileName: basename(file), copiesOf: () => copies, isHere: () => true };
  }
}
