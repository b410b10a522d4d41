import { classificationRank } from '../../../reference/markings';
import type { OrderBy } from '../../snapshot';
import type { Base } from '../format/base';
import { classificationOfCode } from '../format/codes';
import { NO_TIME, NONE } from '../format/columns';
import type { TargetCounts } from './targetCounts';

/** More than any key that rows are ordered by. */
const LAST = 2 ** 32;

/** Numbers of rows are below this, so that key and place fit into the 53 bits of a number. */
const PLACES = 2 ** 20;

/** `rows`, which are in the order of their ids, in another order; those without a value come last, equal ones stay as they are. */
export function orderedRows(base: Base, targets: TargetCounts, rows: Uint32Array, by: OrderBy): Uint32Array {
  if (by === 'id') return rows;
  const keyOf = by === 'subject' ? subjectKeys(base, rows) : keysBy(base, targets, by);
  if (rows.length > PLACES) {
    const keys = Float64Array.from(rows, keyOf);
    return rows
      .map((_, i) => i)
      .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
      .map(i => rows[i] ?? 0);
  }
  // Sorted as plain numbers, which takes a tenth of the time that a comparison by a function takes.
  const packed = Float64Array.from(rows, (row, place) => keyOf(row, place) * PLACES + place).sort();
  return Uint32Array.from(packed, value => rows[value % PLACES] ?? 0);
}

function keysBy(
  base: Base,
  targets: TargetCounts,
  by: Exclude<OrderBy, 'id' | 'subject'>,
): (row: number) => number {
  const { rowTime, rowClassification, rowSender } = base.columns;
  switch (by) {
    case 'date':
      return row => {
        const time = rowTime[row] ?? NO_TIME;
        return time === NO_TIME ? LAST : time - NO_TIME;
      };
    case 'classification':
      return row => {
        const level = classificationOfCode(rowClassification[row] ?? 0);
        return level === null ? LAST : (classificationRank(level) ?? LAST);
      };
    case 'from': {
      const rank = ranksOf(base.senders.all());
      return row => {
        const sender = rowSender[row] ?? NONE;
        return sender === NONE ? LAST : (rank[sender] ?? LAST);
      };
    }
    case 'citedBy': {
      const counts = targets.citedBy();
      return row => counts[row] ?? 0;
    }
  }
}

function subjectKeys(base: Base, rows: Uint32Array): (row: number, place: number) => number {
  const subjects = Array.from(rows, row => base.texts.read(row).subject);
  const rank = ranksOf(subjects.map(subject => subject ?? ''));
  return (_, place) => (subjects[place] === null ? LAST : (rank[place] ?? LAST));
}

/** For each text its place among the different ones. */
function ranksOf(texts: readonly string[]): Uint32Array {
  // Sorted without a function that compares: by code units, and in a fraction of the time.
  const ranks = new Map<string, number>();
  for (const text of [...texts].sort()) if (!ranks.has(text)) ranks.set(text, ranks.size);
  return Uint32Array.from(texts, text => ranks.get(text) ?? 0);
}
