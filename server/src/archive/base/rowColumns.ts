import { copyRange } from './codes';
import { type BaseColumns, NONE } from './columns';
import type { OrderedRows } from './orderRows';
import { copyRowText, sizeOfCopy } from './rowText';
import type { Source } from './source';

type RowColumns = Pick<
  BaseColumns,
  | 'rowKey'
  | 'rowTime'
  | 'rowClassification'
  | 'rowSender'
  | 'rowCaptions'
  | 'rowCompleteness'
  | 'rowAnchor'
  | 'rowTextStarts'
  | 'rowText'
>;

/** What is known of each row but its file and its citations. */
export function rowColumns(sources: readonly Source[], rows: OrderedRows): RowColumns {
  const count = rows.row.length;
  const written = {
    rowKey: rows.key,
    rowTime: new Int32Array(count),
    rowClassification: new Uint8Array(count),
    rowSender: new Uint32Array(count),
    rowCaptions: new Uint32Array(count),
    rowCompleteness: new Int32Array(count),
    rowAnchor: new Uint32Array(4 * count),
    rowTextStarts: new Uint32Array(count + 1),
  };
  for (let i = 0; i < count; i++) {
    const source = sources[rows.source[i] ?? 0];
    if (!source) continue;
    const row = rows.row[i] ?? 0;
    const { columns } = source;
    const sender = columns.rowSender[row] ?? NONE;
    written.rowTime[i] = columns.rowTime[row] ?? 0;
    written.rowClassification[i] = columns.rowClassification[row] ?? 0;
    written.rowSender[i] = sender === NONE ? NONE : source.sender(sender);
    written.rowCaptions[i] = source.captions(columns.rowCaptions[row] ?? 0);
    written.rowCompleteness[i] = columns.rowCompleteness[row] ?? 0;
    copyRange(columns.rowAnchor, row, written.rowAnchor, i);
    const size = sizeOfCopy(source.texts, row, source.token);
    written.rowTextStarts[i + 1] = (written.rowTextStarts[i] ?? 0) + size;
  }
  return { ...written, rowText: textColumn(sources, rows, written.rowTextStarts) };
}

function textColumn(sources: readonly Source[], rows: OrderedRows, starts: Uint32Array): Uint16Array {
  const column = new Uint16Array(starts[rows.row.length] ?? 0);
  for (let i = 0; i < rows.row.length; i++) {
    const source = sources[rows.source[i] ?? 0];
    if (source) copyRowText(source.texts, rows.row[i] ?? 0, column, starts[i] ?? 0, source.token);
  }
  return column;
}
