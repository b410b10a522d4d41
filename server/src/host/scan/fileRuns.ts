/** Files that lie in one folder, one behind the other in its order. */
export interface FileRun {
  /** What the relative paths of the files begin with: empty, or ending in `/`. */
  readonly below: string;
  readonly names: readonly string[];
}

/** The same as messages carry it: one text for the names costs a fraction of what as many strings do. */
export interface PackedRun {
  readonly below: string;
  readonly packed: string;
}

/** No name holds this character. */
const BETWEEN = '\0';

/** Puts files together to runs, as they come. */
export class RunPacker {
  #runs: PackedRun[] = [];
  #below = '';
  #names: string[] = [];
  #size = 0;

  /** How many files have been added since the last time. */
  get size(): number {
    return this.#size;
  }

  /** Adds a file, by what its path begins with and its name; gives how many there are now. */
  add(below: string, name: string): number {
    if (below !== this.#below) this.#endRun();
    this.#below = below;
    this.#names.push(name);
    return ++this.#size;
  }

  /** The runs of all files that were added since the last time. */
  take(): readonly PackedRun[] {
    this.#endRun();
    const runs = this.#runs;
    this.#runs = [];
    this.#size = 0;
    return runs;
  }

  #endRun(): void {
    if (this.#names.length === 0) return;
    this.#runs.push({ below: this.#below, packed: this.#names.join(BETWEEN) });
    this.#names = [];
  }
}

/** The names of the files of a run. */
export function namesOf({ packed }: PackedRun): readonly string[] {
  return packed.split(BETWEEN);
}

/** All files of runs, in order. */
export function* filesOf(runs: readonly PackedRun[]): Generator<{ below: string; name: string }> {
  for (const run of runs) for (const name of namesOf(run)) yield { below: run.below, name };
}
