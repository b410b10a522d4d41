import { type BaseColumns, type FactColumns, NONE, sumUp, truncated } from '../format/columns';
import { RangeColumn } from '../format/ranges';
import { NARROW, putNumber, wideNumber } from '../format/wideNumbers';
import type { OrderedRows } from './orderRows';
import { NOWHERE, type Source, type Sources } from './source';
import { StringRenumbering } from './stringPool';

type RowStrings = Pick<
  BaseColumns,
  | 'rowSender'
  | 'rowCaptions'
  | 'rowAddressees'
  | 'rowTextStarts'
  | 'rowText'
  | 'senderStarts'
  | 'senderBytes'
  | 'captionsStarts'
  | 'captionsBytes'
  | 'addresseesStarts'
  | 'addresseesBytes'
  | 'tokenStarts'
  | 'tokenBytes'
>;

/** What rows have of strings, and the tables of these, in the order in which the rows come upon them. */
export function rowStrings(sources: Sources, rows: OrderedRows): RowStrings {
  const senders = new StringRenumbering(sources.senders);
  const captions = new StringRenumbering(sources.captions);
  const addressees = new StringRenumbering(sources.addressees);
  const tokens = new StringRenumbering(sources.tokens);
  const sourceOf = sourcesOfRows(sources);
  const count = rows.row.length;
  const rowSender = new Uint32Array(count);
  const rowCaptions = new Uint32Array(count);
  const rowAddressees = new Uint32Array(count);
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
    rowAddressees[i] = addressees.of(source.addressees[columns.rowAddressees[row] ?? 0] ?? 0);
    end = copyRowText(columns, row, text, end, source.tokens, tokens);
    rowTextStarts[i + 1] = end;
  }
  const senderTable = senders.finish();
  const captionsTable = captions.finish();
  const addresseesTable = addressees.finish();
  const tokenTable = tokens.finish();
  return {
    rowSender,
    rowCaptions,
    rowAddressees,
    rowTextStarts,
    rowText: truncated(text, end),
    senderStarts: senderTable.starts,
    senderBytes: senderTable.bytes,
    captionsStarts: captionsTable.starts,
    captionsBytes: captionsTable.bytes,
    addresseesStarts: addresseesTable.starts,
    addresseesBytes: addresseesTable.bytes,
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
  tokens: StringRenumbering,
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

type RowColumns = Pick<
  BaseColumns,
  'rowTime' | 'rowClassification' | 'rowCompleteness' | 'rowAnchor' | 'rowCitations'
>;

/**
 * Of each row what is a number, and where its citations start; wide ranges are appended to `wide`. `places` says for each row of all
 * sources where it goes, `count` how many there are.
 */
export function rowColumns(sources: Sources, places: Uint32Array, count: number, wide: number[]): RowColumns {
  const anchors = new RangeColumn(count);
  const written = {
    rowTime: new Int32Array(count),
    rowClassification: new Uint8Array(count),
    rowCompleteness: new Int32Array(count),
    rowCitations: new Uint32Array(count + 1),
  };
  for (const source of sources.all) placeRows(source, places, written, anchors);
  sumUp(written.rowCitations);
  return { ...written, rowAnchor: anchors.finish(wide) };
}

/** Writes the numbers of a source's rows to their places; and how many citations each has, behind its place. */
function placeRows(
  { columns, firstRow }: Source,
  places: Uint32Array,
  to: Omit<RowColumns, 'rowAnchor'>,
  anchors: RangeColumn,
): void {
  const { rowTime, rowClassification, rowCompleteness, rowAnchor, rowCitations, wideRanges } = columns;
  for (let row = 0; row < rowTime.length; row++) {
    const place = places[firstRow + row] ?? NOWHERE;
    if (place === NOWHERE) continue;
    to.rowTime[place] = rowTime[row] ?? 0;
    to.rowClassification[place] = rowClassification[row] ?? 0;
    to.rowCompleteness[place] = rowCompleteness[row] ?? 0;
    anchors.copy(rowAnchor, wideRanges, row, place);
    to.rowCitations[place + 1] = (rowCitations[row + 1] ?? 0) - (rowCitations[row] ?? 0);
  }
}
