import { lowerBound } from '../lowerBound';
import { copyRange } from './codes';
import type { BaseColumns } from './columns';
import type { OrderedRows } from './orderRows';
import type { Source } from './source';

type CitationColumns = Pick<
  BaseColumns,
  | 'rowCitations'
  | 'targetKey'
  | 'citationTarget'
  | 'citationCode'
  | 'citationRange'
  | 'targetCitations'
  | 'citing'
>;

/** The citations of each row, and of each target. */
export function citationColumns(sources: readonly Source[], rows: OrderedRows): CitationColumns {
  const targetKey = distinct(new Float64Array(sources.flatMap(source => source.targetKeys())).sort());
  const targets = sources.map(source => numbersIn(targetKey, source));
  const rowCitations = new Uint32Array(rows.row.length + 1);
  for (let i = 0; i < rows.row.length; i++) {
    const all = sources[rows.source[i] ?? 0]?.columns.rowCitations;
    const row = rows.row[i] ?? 0;
    rowCitations[i + 1] = (rowCitations[i] ?? 0) + (all?.[row + 1] ?? 0) - (all?.[row] ?? 0);
  }
  const count = rowCitations[rows.row.length] ?? 0;
  const citationTarget = new Uint32Array(count);
  const citationCode = new Uint8Array(count);
  const citationRange = new Uint32Array(4 * count);
  for (let i = 0; i < rows.row.length; i++) {
    const number = rows.source[i] ?? 0;
    const columns = sources[number]?.columns;
    if (!columns) continue;
    let from = columns.rowCitations[rows.row[i] ?? 0] ?? 0;
    for (let to = rowCitations[i] ?? 0; to < (rowCitations[i + 1] ?? 0); to++, from++) {
      citationTarget[to] = targets[number]?.[columns.citationTarget[from] ?? 0] ?? 0;
      citationCode[to] = columns.citationCode[from] ?? 0;
      copyRange(columns.citationRange, from, citationRange, to);
    }
  }
  return {
    rowCitations,
    targetKey,
    citationTarget,
    citationCode,
    citationRange,
    ...backward(citationTarget, targetKey.length),
  };
}

/** The citations of each target, in their order. */
function backward(
  citationTarget: Uint32Array,
  targets: number,
): Pick<BaseColumns, 'targetCitations' | 'citing'> {
  const targetCitations = new Uint32Array(targets + 1);
  for (const target of citationTarget) targetCitations[target + 1] = (targetCitations[target + 1] ?? 0) + 1;
  for (let i = 1; i <= targets; i++)
    targetCitations[i] = (targetCitations[i] ?? 0) + (targetCitations[i - 1] ?? 0);
  const next = targetCitations.slice();
  const citing = new Uint32Array(citationTarget.length);
  for (const [citation, target] of citationTarget.entries()) {
    const at = next[target] ?? 0;
    next[target] = at + 1;
    citing[at] = citation;
  }
  return { targetCitations, citing };
}

/** For each target of a source its number among all. */
function numbersIn(targetKey: Float64Array, source: Source): Uint32Array {
  const keys = source.columns.targetKey;
  const numbers = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) numbers[i] = lowerBound(targetKey, source.key(keys[i] ?? 0));
  return numbers;
}

/** `sorted` without what is there twice. */
function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
}
