import { otherName } from '../../../reference/posts';
import { compareText } from '../../order';
import type { MissingCable } from '../../snapshot';
import type { Base } from '../format/base';
import { postOfKey, withPost } from '../format/cableKey';

/** Missing cables that are cited equally often. */
interface Equals {
  readonly count: number;
  readonly targets: readonly number[];
  mrns: readonly string[] | null;
}

/** Which of the cables that a base cites are in it, and how often each is cited; worked out when it is first asked for. */
export class TargetCounts {
  readonly #base: Base;
  #held: Uint8Array | null = null;
  #citedBy: Uint32Array | null = null;
  #resolved: number | null = null;
  /** The missing cables by how many files cite them, most first; as targets until they are asked for, then as cables. */
  #missing: readonly Equals[] | null = null;

  constructor(base: Base) {
    this.#base = base;
  }

  /** The number of citations of cables that are in the base. */
  get resolved(): number {
    this.#resolved ??= this.#countResolved();
    return this.#resolved;
  }

  /** The cables cited that are not in the base, the most cited first, then by id. Those never asked for are never put in order. */
  *missing(): Generator<MissingCable> {
    this.#missing ??= this.#listMissing();
    for (const equals of this.#missing) {
      equals.mrns ??= equals.targets.map(target => this.#mrnOf(target)).sort(compareText);
      for (const mrn of equals.mrns) yield { mrn, count: equals.count };
    }
  }

  /** The number of cables cited that are not in the base. */
  get missingCount(): number {
    let count = 0;
    for (const held of this.#heldTargets()) if (held === 0) count++;
    return count;
  }

  /** Whether an id counts as missing in the base as it is. */
  isMissing(mrn: string): boolean {
    const key = this.#base.keyOf(mrn);
    const target = key === null ? -1 : this.#base.targetOf(key);
    return target >= 0 && this.#heldTargets()[target] === 0;
  }

  /** How many citations of an id count as resolved in the base as it is. */
  resolvedOf(mrn: string): number {
    const key = this.#base.keyOf(mrn);
    const target = key === null ? -1 : this.#base.targetOf(key);
    return target >= 0 && this.#heldTargets()[target] === 1 ? this.#base.citing(target).length : 0;
  }

  /** For each row how many other files cite its cable, under either name of its station. */
  citedBy(): Uint32Array {
    this.#citedBy ??= this.#countCiting();
    return this.#citedBy;
  }

  #countCiting(): Uint32Array {
    const { rowCount, columns } = this.#base;
    const files = this.#citingFiles();
    const counts = new Uint32Array(rowCount);
    const twins = this.#twins();
    const add = (key: number, number: number) => {
      const { start, end } = this.#base.rowsOf(key);
      for (let row = start; row < end; row++) counts[row] = (counts[row] ?? 0) + number;
      return end > start;
    };
    for (const [target, key] of columns.targetKey.entries()) {
      const number = files[target] ?? 0;
      const twin = twins[postOfKey(key)] ?? -1;
      // An id that a file has means that file alone.
      if (!add(key, number) && twin >= 0) add(withPost(key, twin), number);
    }
    // A cable that cites itself does not count.
    for (let row = 0; row < rowCount; row++) {
      const { start, end } = this.#base.citationsOf(row);
      for (let i = start; i < end; i++) {
        if (columns.targetKey[columns.citationTarget[i] ?? 0] !== columns.rowKey[row]) continue;
        counts[row] = Math.max(0, (counts[row] ?? 0) - 1);
        break;
      }
    }
    return counts;
  }

  /** For each station the number of the one with its other name, or -1. */
  #twins(): readonly number[] {
    const { posts } = this.#base;
    return posts.all().map(post => {
      const other = otherName(post);
      return other === null ? -1 : posts.find(other);
    });
  }

  #countResolved(): number {
    const held = this.#heldTargets();
    const { targetCitations } = this.#base.columns;
    let resolved = 0;
    for (let target = 0; target < held.length; target++)
      if (held[target] === 1) resolved += (targetCitations[target + 1] ?? 0) - (targetCitations[target] ?? 0);
    return resolved;
  }

  #listMissing(): readonly Equals[] {
    const held = this.#heldTargets();
    const byCount = new Map<number, number[]>();
    for (const [target, count] of this.#citingFiles().entries()) {
      if (held[target] === 1) continue;
      const equals = byCount.get(count);
      if (equals) equals.push(target);
      else byCount.set(count, [target]);
    }
    return [...byCount].sort(([a], [b]) => b - a).map(([count, targets]) => ({ count, targets, mrns: null }));
  }

  #mrnOf(target: number): string {
    return this.#base.mrnOf(this.#base.columns.targetKey[target] ?? 0);
  }

  /** For each target the number of files that cite it. */
  #citingFiles(): Uint32Array {
    const { citationTarget, targetKey } = this.#base.columns;
    const files = new Uint32Array(targetKey.length);
    const lastRow = new Uint32Array(targetKey.length);
    for (let row = 0; row < this.#base.rowCount; row++) {
      const { start, end } = this.#base.citationsOf(row);
      for (let i = start; i < end; i++) {
        const target = citationTarget[i] ?? 0;
        if (lastRow[target] === row + 1) continue;
        lastRow[target] = row + 1;
        files[target] = (files[target] ?? 0) + 1;
      }
    }
    return files;
  }

  /** For each target 1 where a file holds it, under either name of its station. */
  #heldTargets(): Uint8Array {
    if (this.#held) return this.#held;
    const { columns } = this.#base;
    const { rowKey, targetKey } = columns;
    const twins = this.#twins();
    const held = new Uint8Array(targetKey.length);
    // Rows and targets are in the same order.
    let row = 0;
    for (let target = 0; target < targetKey.length; target++) {
      const key = targetKey[target] ?? 0;
      while (row < rowKey.length && (rowKey[row] ?? 0) < key) row++;
      const twin = twins[postOfKey(key)] ?? -1;
      const isHeld = row < rowKey.length && rowKey[row] === key;
      if (isHeld || (twin >= 0 && this.#holds(withPost(key, twin)))) held[target] = 1;
    }
    this.#held = held;
    return held;
  }

  #holds(key: number): boolean {
    const { start, end } = this.#base.rowsOf(key);
    return end > start;
  }
}
