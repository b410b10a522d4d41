import { type BaseColumns, type FactColumns, NONE } from '../format/columns';
import { NARROW, putNumber, wideNumber } from '../format/wideNumbers';
import { cut } from './cut';
import { FirstUse } from './firstUse';
import type { OrderedRows } from './orderRows';
import type { Sources } from './source';

type RowStrings = Pick<
  BaseColumns,
  | 'rowSender'
  | 'rowCaptions'
  | 'rowTextStarts'
  | 'rowText'
  | 'senderStarts'
  | 'senderBytes'
  | 'captionsStarts'
  | 'captionsBytes'
  | 'tokenStarts'
  | 'tokenBytes'
>;

/** What rows have of strings, and the tables of these, in the order in which the rows come upon them. */
export function rowStrings(sources: Sources, rows: OrderedRows): RowStrings {
  const senders = new FirstUse(sources.senders);
  const captions = new FirstUse(sources.captions);
  const tokens = new FirstUse(sources.tokens);
  const sourceOf = sourcesOfRows(sources);
  const count = rows.row.length;
  const rowSender = new Uint32Array(count);
  const rowCaptions = new Uint32Array(count);
  const rowTextStarts = new Uint32Array(count + 1);
  // With other numbers a text can get twice as long, if all of them become wide ones.
  const widest = sources.tokens.starts.length > NARROW ? 2 : 1;
  const text = new Uint16Array(
    widest * sources.all.reduce((sum, { columns }) => sum + columns.rowText.length, 0),
  );
  let end = 0;
  for (let i = 0; i < count; i++) {
    const number = rows.row[i] ?? 0;
    const source = sources.all[sourceOf[number] ?? 0];
    if (!source) continue;
    const { columns } = source;
    const row = number - source.firstRow;
    const sender = columns.rowSender[row] ?? NONE;
    rowSender[i] = sender === NONE ? NONE : senders.of(source.senders[sender] ?? 0);
    rowCaptions[i] = captions.of(source.captions[columns.rowCaptions[row] ?? 0] ?? 0);
    end = copyRowText(columns, row, text, end, source.tokens, tokens);
    rowTextStarts[i + 1] = end;
  }
  const senderTable = senders.finish();
  const captionsTable = captions.finish();
  const tokenTable = tokens.finish();
  return {
    rowSender,
    rowCaptions,
    rowTextStarts,
    rowText: cut(text, end),
    senderStarts: senderTable.starts,
    senderBytes: senderTable.bytes,
    captionsStarts: captionsTable.starts,
    captionsBytes: captionsTable.bytes,
    tokenStarts: tokenTable.starts,
    tokenBytes: tokenTable.bytes,
  };
}

/** For each row of all sources its source. */
function sourcesOfRows(sources: Sources): Uint16Array {
  const sourceOf = new Uint16Array(sources.rows);
  for (const { columns, number, firstRow } of sources.all)
    sourceOf.fill(number, firstRow, firstRow + columns.rowKey.length);
  return sourceOf;
}

/**
 * Copies the text of a row (see `rowText.ts`) to place `at` of a column, with other numbers for its strings: `numbers` has those by which
 * `tokens` knows them. Gives the place behind it.
 */
function copyRowText(
  { rowText, rowTextStarts }: FactColumns,
  row: number,
  to: Uint16Array,
  at: number,
  numbers: Uint32Array,
  tokens: FirstUse,
): number {
  const end = rowTextStarts[row + 1] ?? 0;
  let isHead = true;
  let behind = at;
  for (let i = rowTextStarts[row] ?? 0; i < end; i++) {
    let value = rowText[i] ?? 0;
    if (value >= NARROW) value = wideNumber(value, rowText[++i] ?? 0);
    behind = putNumber(to, behind, isHead ? value : tokens.of(numbers[value] ?? 0));
    isHead = false;
  }
  return behind;
}
