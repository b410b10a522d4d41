import { count, monthOf } from '../../grouping';
import { lowerBound } from '../../order';
import type { Grouping } from '../../snapshot';
import type { CableId } from '../../store';
import type { Base, Run } from '../format/base';
import { cableKey, NO_ID, postOfKey, YEARS, yearOfKey } from '../format/cableKey';
import { classificationOfCode } from '../format/codes';
import { NO_TIME } from '../format/columns';

const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;

/** How the rows of a base divide. What takes a look at every row is kept. */
export class RowGroups {
  readonly #base: Base;
  readonly #counts = new Map<Grouping, ReadonlyMap<string, number>>();
  /** The group asked for last: a list is shown piece by piece. */
  #last: { readonly by: Grouping; readonly key: string; readonly rows: Uint32Array } | null = null;

  constructor(base: Base) {
    this.#base = base;
  }

  /** How many rows each group has. */
  counts(by: Grouping): ReadonlyMap<string, number> {
    let counts = this.#counts.get(by);
    if (!counts) {
      counts = this.#count(by);
      this.#counts.set(by, counts);
    }
    return counts;
  }

  /** How many of `rows` each group has. */
  countsOf(rows: Uint32Array, by: Grouping): ReadonlyMap<string, number> {
    const { columns, posts } = this.#base;
    const { rowKey, rowClassification } = columns;
    if (by === 'tag') return this.#countTags(rows);
    // Numbers first: each different one becomes a word once.
    const numbers = new Map<number, number>();
    const counts = new Map<string, number>();
    for (const row of rows) {
      const key = rowKey[row] ?? NO_ID;
      if (by === 'classification') count(numbers, rowClassification[row] ?? 0);
      else if (key !== NO_ID) count(numbers, by === 'post' ? postOfKey(key) : yearOfKey(key));
      else count(counts, by === 'post' ? '' : this.#yearByTime(row));
    }
    const nameOf = (number: number) => {
      if (by === 'classification') return classificationOfCode(number) ?? '';
      return by === 'post' ? posts.at(number) : String(number);
    };
    for (const [number, size] of numbers) count(counts, nameOf(number), size);
    return counts;
  }

  /** The rows of a group in order. */
  rows(by: Grouping, key: string): Uint32Array {
    if (this.#last?.by !== by || this.#last.key !== key) this.#last = { by, key, rows: this.#rows(by, key) };
    return this.#last.rows;
  }

  /** How many of `rows`, which have a time, each month has. */
  months(rows: Uint32Array): ReadonlyMap<number, number> {
    const { rowTime } = this.#base.columns;
    // A day is a quick division, a month is not.
    const days = new Map<number, number>();
    for (const row of rows) count(days, Math.floor((rowTime[row] ?? NO_TIME) / DAY_MINUTES));
    const months = new Map<number, number>();
    for (const [day, number] of days) count(months, monthOf(day * DAY_MINUTES * MINUTE), number);
    return months;
  }

  /** The row of the station's cable that comes next after an id, or before it, and is not in `hidden`; -1 where there is none. */
  neighbour({ year, post, serial }: CableId, step: 1 | -1, hidden: ReadonlySet<number>): number {
    const number = this.#base.posts.find(post);
    if (number < 0) return -1;
    const { rowKey } = this.#base.columns;
    const from = cableKey(year, number, serial);
    for (let at = year; YEARS.includes(at); at += step) {
      const { start, end } = this.#rowsOfYear(number, at);
      let row = step > 0 ? start : end - 1;
      if (at === year) row = step > 0 ? lowerBound(rowKey, from + 1) : lowerBound(rowKey, from) - 1;
      for (; row >= start && row < end; row += step) if (!hidden.has(row)) return row;
    }
    return -1;
  }

  #count(by: Grouping): ReadonlyMap<string, number> {
    if (by === 'classification') return this.#countCodes();
    if (by === 'tag') return this.#countTags(new Uint8Array(this.#base.rowCount).keys());
    const { posts, columns, rowCount } = this.#base;
    const counts = new Map<string, number>();
    for (const { year, post, start, end } of this.#base.stationYears())
      count(counts, by === 'post' ? posts.at(post) : String(year), end - start);
    for (let row = lowerBound(columns.rowKey, NO_ID); row < rowCount; row++)
      count(counts, by === 'post' ? '' : this.#yearByTime(row));
    return counts;
  }

  #countCodes(): ReadonlyMap<string, number> {
    const codes = new Map<number, number>();
    for (const code of this.#base.columns.rowClassification) count(codes, code);
    return new Map([...codes].map(([code, number]) => [classificationOfCode(code) ?? '', number]));
  }

  #countTags(rows: Iterable<number>): ReadonlyMap<string, number> {
    const { texts } = this.#base;
    const numbers = new Uint32Array(texts.tokens.size);
    let without = 0;
    for (const row of rows) {
      const tags = texts.startTags(row);
      if (tags === 0) without++;
      for (let i = 0; i < tags; i++) {
        const tag = texts.reader.next();
        numbers[tag] = (numbers[tag] ?? 0) + 1;
      }
    }
    const counts = new Map<string, number>();
    for (const [token, number] of numbers.entries())
      if (number > 0) counts.set(texts.tokens.at(token), number);
    if (without > 0) counts.set('', without);
    return counts;
  }

  #rows(by: Grouping, key: string): Uint32Array {
    if (by === 'tag') return this.#rowsOfTag(key);
    if (by === 'classification') {
      const { rowClassification } = this.#base.columns;
      return this.#rowsWhere(row => (classificationOfCode(rowClassification[row] ?? 0) ?? '') === key);
    }
    const { rowKey } = this.#base.columns;
    const withoutId = { start: lowerBound(rowKey, NO_ID), end: this.#base.rowCount };
    if (by === 'post') {
      if (key === '') return rowNumbers([withoutId]);
      const post = this.#base.posts.find(key);
      return rowNumbers(post < 0 ? [] : YEARS.map(year => this.#rowsOfYear(post, year)));
    }
    const year = YEARS.find(one => String(one) === key);
    const runs: Run[] = [];
    if (year !== undefined) {
      const start = lowerBound(rowKey, cableKey(year, 0, 0));
      runs.push({ start, end: lowerBound(rowKey, cableKey(year + 1, 0, 0)) });
    }
    for (let row = withoutId.start; row < withoutId.end; row++)
      if (this.#yearByTime(row) === key) runs.push({ start: row, end: row + 1 });
    return rowNumbers(runs);
  }

  /** The year of a row without an id, by its date-time group; empty if it has none. */
  #yearByTime(row: number): string {
    const time = this.#base.columns.rowTime[row] ?? NO_TIME;
    return time === NO_TIME ? '' : String(new Date(time * MINUTE).getUTCFullYear());
  }

  #rowsOfYear(post: number, year: number): Run {
    const { rowKey } = this.#base.columns;
    return {
      start: lowerBound(rowKey, cableKey(year, post, 0)),
      end: lowerBound(rowKey, cableKey(year, post + 1, 0)),
    };
  }

  #rowsOfTag(key: string): Uint32Array {
    const { texts } = this.#base;
    if (key === '') return this.#rowsWhere(row => texts.startTags(row) === 0);
    const wanted = texts.tokens.all().indexOf(key);
    if (wanted < 0) return new Uint32Array();
    return this.#rowsWhere(row => {
      for (let i = texts.startTags(row); i > 0; i--) if (texts.reader.next() === wanted) return true;
      return false;
    });
  }

  #rowsWhere(fits: (row: number) => boolean): Uint32Array {
    const rows = new Uint32Array(this.#base.rowCount);
    let length = 0;
    for (let row = 0; row < rows.length; row++) if (fits(row)) rows[length++] = row;
    return rows.slice(0, length);
  }
}

function rowNumbers(runs: readonly Run[]): Uint32Array {
  const rows = new Uint32Array(runs.reduce((sum, { start, end }) => sum + end - start, 0));
  let length = 0;
  for (const { start, end } of runs) for (let row = start; row < end; row++) rows[length++] = row;
  return rows;
}
