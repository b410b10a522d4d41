import { BETWEEN, type PackedNames } from '../../archive/fileNames';

/** Files of one folder, in order. */
export interface FileList {
  /** What their relative paths begin with: empty, or ending in `/`. */
  readonly below: string;
  readonly names: readonly string[];
}

/** Packs files into lists in the order in which they are added. */
export class ListPacker {
  #lists: PackedNames[] = [];
  #below = '';
  #names: string[] = [];
  #size = 0;

  /** The number of files added since the last `take`. */
  get size(): number {
    return this.#size;
  }

  /** Adds a file whose relative path is `below` + `name`; returns the new size. */
  add(below: string, name: string): number {
    if (below !== this.#below) this.#endList();
    this.#below = below;
    this.#names.push(name);
    return ++this.#size;
  }

  /** Returns all files added since the last call. */
  take(): readonly PackedNames[] {
    this.#endList();
    const lists = this.#lists;
    this.#lists = [];
    this.#size = 0;
    return lists;
  }

  #endList(): void {
    if (this.#names.length === 0) return;
    this.#lists.push({ below: this.#below, packed: this.#names.join(BETWEEN) });
    this.#names = [];
  }
}

/** The names in a packed list. */
export function namesOf({ packed }: PackedNames): readonly string[] {
  return packed.split(BETWEEN);
}

/** All files of packed lists, in order. */
export function* filesOf(lists: readonly PackedNames[]): Generator<{ below: string; name: string }> {
  for (const list of lists) for (const name of namesOf(list)) yield { below: list.below, name };
}
