import { BaseBuilder } from '../../archive/index/build/baseBuilder';
import { BatchWriter, type FactsBatch } from '../../archive/index/build/batch';
import type { Base } from '../../archive/index/format/base';
import type { BaseColumns } from '../../archive/index/format/columns';

/** How many milliseconds of work may be lost at most, if putting it together and saving it costs nothing. */
const PAUSE = 20_000;

/** Putting together takes a tenth of the time at most. */
const SHARE = 10;

/** What was known of a folder, and what was found out since; put together now and then, so that little is lost with the process. */
export class Gathering {
  #base: Base | null;
  /** Has what was found out since the last time; null where that is nothing. */
  #builder: BaseBuilder | null = null;
  #mergedAt = performance.now();
  #cost = 0;

  constructor(known: Base | null) {
    this.#base = known;
  }

  add(batch: FactsBatch): void {
    this.#builder ??= new BaseBuilder(this.#base);
    this.#builder.add(batch);
  }

  /** Whether so much has been found out since the last time that it should be put together and saved. */
  get isDue(): boolean {
    if (this.#builder === null) return false;
    return performance.now() - this.#mergedAt > Math.max(PAUSE, SHARE * this.#cost);
  }

  /** Whether all that is known is not put together yet. */
  get isOpen(): boolean {
    return this.#base === null || this.#builder !== null;
  }

  /** Puts together all that is known; where that is to be done, `onColumns` gets the columns as they come into being. */
  merge(onColumns?: (columns: Partial<BaseColumns>) => void): Base {
    if (this.#base !== null && this.#builder === null) return this.#base;
    const builder = this.#builder ?? new BaseBuilder(null);
    this.#builder = null;
    this.#base = builder.finish(onColumns);
    return this.#base;
  }

  /** Puts together all that is known, and waits for `save`; both count as cost. */
  async checkpoint(save: (base: Base) => Promise<void>): Promise<void> {
    const start = performance.now();
    await save(this.merge());
    this.#mergedAt = performance.now();
    this.#cost = this.#mergedAt - start;
  }
}

/** The batch that takes files out. */
export function removalOf(paths: readonly string[]): FactsBatch {
  const writer = new BatchWriter();
  for (const path of paths) writer.remove(path);
  return writer.finish();
}
