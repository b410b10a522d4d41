import type { Cable } from '../cable/model';
import { isNamedAfter, nameWithId } from '../checks/rules/file-name-mismatch';
import { isMixedRecord, misspeltPost } from '../checks/rules/statedIdentity';

/** A file and the name that it should have, both within its folder. */
export interface FileRename {
  readonly uri: string;
  readonly name: string;
  readonly newName: string;
  readonly mrn: string;
}

/** Why a file keeps its name: it is no cable, holds several telegrams, or its text does not prove which one it is. */
export type KeptReason = 'not-a-cable' | 'several' | 'unproven';

export interface KeptFile {
  readonly uri: string;
  readonly name: string;
  readonly reason: KeptReason;
}

/** So many files have the same id at most; of more the rest keep their names. */
const MOST_COPIES = 1000;

/**
 * Which files get other names, so that each is named after its id. A name that holds the id already, in any spelling, stays, and so does
 * the file whose text does not prove an id: a wrong name is worse than none. Names that are taken get a number, as imports give it.
 */
export class FileRenames {
  readonly renames: FileRename[] = [];
  readonly kept: KeptFile[] = [];
  /** How many files are named after their ids already. */
  named = 0;
  readonly #isTaken: (folder: string, name: string) => boolean;
  /** Folders and names that were given, in lower case: many file systems do not tell the cases apart. */
  readonly #given = new Set<string>();

  /** `isTaken` tells whether a folder, by its uri, has a file of a name. */
  constructor(isTaken: (folder: string, name: string) => boolean) {
    this.#isTaken = isTaken;
  }

  /** Takes in the file `name` of `folder` with its telegrams, which were read without its path. */
  add(folder: string, uri: string, name: string, cables: readonly Cable[]): void {
    const [cable, more] = cables;
    if (!cable || more) {
      this.kept.push({ uri, name, reason: cable ? 'several' : 'not-a-cable' });
      return;
    }
    const mrn = provenId(cable);
    if (mrn === null) {
      this.kept.push({ uri, name, reason: 'unproven' });
      return;
    }
    if (isNamedAfter(name, mrn)) {
      this.named++;
      return;
    }
    const newName = this.#freeName(folder, nameWithId(name, mrn));
    if (newName === null) this.kept.push({ uri, name, reason: 'unproven' });
    else this.renames.push({ uri, name, newName, mrn });
  }

  #freeName(folder: string, name: string): string | null {
    for (let copy = 1; copy <= MOST_COPIES; copy++) {
      const free = copy === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${copy}$1`);
      const key = `${folder}/${free.toLowerCase()}`;
      if (this.#given.has(key) || this.#isTaken(folder, free)) continue;
      this.#given.add(key);
      return free;
    }
    return null;
  }
}

/** The id that the text alone proves: printed with its year, by a header and a text of one telegram. */
function provenId(cable: Cable): string | null {
  const isDoubtful = cable.yearGuess !== null || isMixedRecord(cable) || misspeltPost(cable) !== null;
  return isDoubtful ? null : cable.mrn;
}
