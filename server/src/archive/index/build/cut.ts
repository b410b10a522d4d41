import type { Column } from '../format/columns';

/**
 * The first `length` values of a column that is not used any more: itself where its buffer holds nothing else, else a copy, so that what
 * is too much can go.
 */
export function cut<C extends Column>(column: C, length: number): C {
  const isWhole = column.buffer.byteLength === length * column.BYTES_PER_ELEMENT;
  return isWhole ? column : (column.slice(0, length) as C);
}
