import { otherId } from '../cable/identity';
import type { SavedStore } from './index/query/savedStore';
import { compareText } from './order';
import type { MissingCable, Totals } from './snapshot';
import type { CableStore } from './store';

/**
 * Counts over all citations of an archive. The largest base keeps its own counts; only ids that other stores or its hidden files have or
 * cite are counted again.
 */
export class CitationTotals {
  readonly #main: SavedStore | null;
  readonly #stores: readonly CableStore[];
  /** The ids for which the counts of `#main` may not hold. */
  readonly #disturbed: ReadonlySet<string>;

  constructor(bases: readonly SavedStore[], changed: CableStore) {
    const [main, ...others] = bases.toSorted((a, b) => b.size - a.size);
    this.#main = main ?? null;
    this.#stores = [...bases, changed];
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
    for (const store of [...others, changed]) disturb(store.ids());
    this.#disturbed = disturbed;
  }

  /** The cables that are cited and that no file holds, the most cited first, then by id; at most `limit`. */
  missing(limit: number): readonly MissingCable[] {
    const missing: MissingCable[] = [];
    for (const mrn of this.#disturbed) {
      const cables = this.#sum(mrn, 'cables');
      if (cables > 0 && !this.#isHeld(mrn)) missing.push({ mrn, count: cables });
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
    let missing = this.#main?.wholeCounts.missingCount ?? 0;
    for (const mrn of this.#disturbed) {
      const citations = this.#sum(mrn, 'citations');
      if (this.#isHeld(mrn)) resolved += citations;
      else if (citations > 0) missing++;
      resolved -= this.#main?.wholeCounts.resolvedOf(mrn) ?? 0;
      if (this.#main?.wholeCounts.isMissing(mrn)) missing--;
    }
    const references = this.#stores.reduce((sum, store) => sum + store.citationCount, 0);
    return { references, resolved, missing };
  }

  #sum(mrn: string, what: 'cables' | 'citations'): number {
    return this.#stores.reduce((sum, store) => sum + store.tally(mrn)[what], 0);
  }

  #isHeld(mrn: string): boolean {
    const other = otherId(mrn);
    return this.#stores.some(store => store.holds(mrn) || (other !== null && store.holds(other)));
  }
}
