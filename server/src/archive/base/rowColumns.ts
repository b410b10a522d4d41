import { copyRange } from './codes';
import { type BaseColumns, NONE } from './columns';
import type { OrderedRows } from './orderRows';
import { copyRowText } from './rowText';
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
  // With other numbers a text can get twice as long, if all of them become wide ones.
  const text = new Uint16Array(2 * sources.reduce((sum, { columns }) => sum + columns.rowText.length, 0));
  let end = 0;
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
    end = copyRowText(source.texts, row, text, end, source.token);
    written.rowTextStarts[i + 1] = end;
  }
  return { ...written, rowText: text.slice(0, end) };
}
