import type { Base } from '../format/base';
import type { BaseColumns } from '../format/columns';
import { BaseBuilder } from './baseBuilder';
import { BatchWriter, type FactsBatch } from './batch';

/** Where nothing else is said, this many milliseconds lie between two checkpoints: up to twice as much work is lost with the process. */
const CHECKPOINT_PAUSE = 20_000;

/** Checkpoints take one part in this many of the time at most. */
const CHECKPOINT_SHARE = 10;

/** Collects batches on top of a known base, and builds a new base of both. */
export class BatchAccumulator {
  readonly #pause: number;
  #base: Base | null;
  /** Holds the batches added since the last build; null if there are none. */
  #builder: BaseBuilder | null = null;
  /** The number of files added since then. */
  #added = 0;
  #builtAt = performance.now();
  /** What the last checkpoint cost, in milliseconds. */
  #cost = 0;

  /** `pause` is the least number of milliseconds between two checkpoints. */
  constructor(known: Base | null, pause = CHECKPOINT_PAUSE) {
    this.#base = known;
    this.#pause = pause;
  }

  add(batch: FactsBatch): void {
    this.#builder ??= new BaseBuilder(this.#base);
    this.#builder.add(batch);
    this.#added += batch.fileRow.length;
  }

  /** Removes files that no longer exist, by their relative paths. */
  remove(paths: readonly string[]): void {
    const writer = new BatchWriter();
    for (const path of paths) writer.remove(path);
    this.add(writer.finish());
  }

  /** Whether `build` has anything to build. */
  get isStale(): boolean {
    return this.#base === null || this.#builder !== null;
  }

  /**
   * Whether enough has been added since the last build to be worth a checkpoint, with `left` files still to come. Not if these take no
   * longer than the least pause: then the whole is soon there, and a checkpoint only takes time and memory.
   */
  isCheckpointDue(left: number): boolean {
    const time = performance.now() - this.#builtAt;
    if (this.#builder === null || time <= Math.max(this.#pause, CHECKPOINT_SHARE * this.#cost)) return false;
    return left * time > this.#added * this.#pause;
  }

  /** The base of all that is known; where one must be built, `onColumns` receives its columns as soon as each is done. */
  build(onColumns?: (columns: Partial<BaseColumns>) => void): Base {
    if (this.#base !== null && this.#builder === null) return this.#base;
    const builder = this.#builder ?? new BaseBuilder(null);
    this.#builder = null;
    this.#added = 0;
    this.#base = builder.finish(onColumns);
    return this.#base;
  }

  /** Builds a base of all that is known so far and waits for `save`; both count as cost. */
  async checkpoint(save: (base: Base) => Promise<void>): Promise<void> {
    const start = performance.now();
    await save(this.build());
    this.#builtAt = performance.now();
    this.#cost = this.#builtAt - start;
  }
}
