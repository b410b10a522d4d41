import { otherId } from '../cable/identity';
import type { BaseShelf } from './index/query/baseShelf';
import { compareText } from './order';
import type { Shelf } from './shelf';
import type { MissingCable, Totals } from './snapshot';

/**
 * Counts over all citations of an archive. The largest base has counted its own once and for all; here is counted again what other
 * shelves and the files hidden in it can have changed: the ids that these files have or cite.
 */
export class Ledger {
  readonly #main: BaseShelf | null;
  readonly #shelves: readonly Shelf[];
  /** The ids for which the counts of `#main` may not hold. */
  readonly #disturbed: ReadonlySet<string>;

  constructor(bases: readonly BaseShelf[], changed: Shelf) {
    const [main, ...others] = bases.toSorted((a, b) => b.size - a.size);
    this.#main = main ?? null;
    this.#shelves = [...bases, changed];
    const disturbed = new Set<string>();
    const disturb = (ids: Iterable<string>) => {
      for (const id of ids) {
        if (disturbed.has(id)) continue;
        disturbed.add(id);
        const other = otherId(id);
        if (other !== null) disturbed.add(other);
      }
    };
    disturb(main?.hiddenIds() ?? []);
    for (const shelf of [...others, changed]) disturb(shelf.ids());
    this.#disturbed = disturbed;
  }

  /** The cables that are cited and that no file holds, the most cited first, then by id; at most `limit`. */
  missing(limit: number): readonly MissingCable[] {
    const missing: MissingCable[] = [];
    for (const mrn of this.#disturbed) {
      const files = this.#sum(mrn, 'files');
      if (files > 0 && !this.#isHeld(mrn)) missing.push({ mrn, count: files });
    }
    let left = limit;
    for (const one of this.#main?.wholeCounts.missing() ?? []) {
      if (left <= 0) break;
      if (this.#disturbed.has(one.mrn)) continue;
      missing.push(one);
      left--;
    }
    return missing.sort((a, b) => b.count - a.count || compareText(a.mrn, b.mrn)).slice(0, limit);
  }

  totals(): Omit<Totals, 'cables'> {
    let resolved = this.#main?.wholeCounts.resolved ?? 0;
    for (const mrn of this.#disturbed) {
      if (this.#isHeld(mrn)) resolved += this.#sum(mrn, 'citations');
      resolved -= this.#main?.wholeCounts.resolvedOf(mrn) ?? 0;
    }
    return { references: this.#shelves.reduce((sum, shelf) => sum + shelf.citationCount, 0), resolved };
  }

  #sum(mrn: string, what: 'files' | 'citations'): number {
    return this.#shelves.reduce((sum, shelf) => sum + shelf.tally(mrn)[what], 0);
  }

  #isHeld(mrn: string): boolean {
    const other = otherId(mrn);
    return this.#shelves.some(shelf => shelf.holds(mrn) || (other !== null && shelf.holds(other)));
  }
}
