import { basename } from 'node:path';
import { parseDocument } from '../cable/document';
import { otherId } from '../cable/identity';
import type { CheckContext, OtherFile } from '../checks';
import { eachCable, type NamedPath } from './input';
import type { Output } from './output';

const START = { line: 0, character: 0 };

/**
 * What lies around each of the files that a command reads one after the other. It keeps the id and the path of each and nothing
 * else, so that a second file with an id is known for a copy of the first. `ids` are those of all the files, where somebody asks
 * for them; without them every cable counts as here.
 */
export class FilesSoFar {
  readonly #first = new Map<string, string>();
  readonly #ids: ReadonlySet<string> | null;

  constructor(ids: ReadonlySet<string> | null) {
    this.#ids = ids;
  }

  /** The context of `file`, which holds the cable `mrn`; called once for each file, in their order. */
  of(file: string, mrn: string | null): CheckContext {
    const first = mrn === null ? undefined : this.#first.get(mrn);
    if (mrn !== null && first === undefined) this.#first.set(mrn, file);
    const otherFiles: readonly OtherFile[] =
      first === undefined ? [] : [{ uri: first, name: first, range: { start: START, end: START } }];
    const ids = this.#ids;
    const isHere = (id: string) => ids === null || ids.has(id) || ids.has(otherId(id) ?? id);
    return { fileName: basename(file), otherFilesOf: () => otherFiles, isHere };
  }
}

/** The ids of all cables in files and folders, read without a word about what cannot be read. */
export async function idsIn(paths: readonly NamedPath[], output: Output): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  await eachCable(paths, { ...output, say: () => {}, note: () => {} }, (file, text) => {
    for (const { mrn } of parseDocument(text, file)) if (mrn !== null) ids.add(mrn);
  });
  return ids;
}
