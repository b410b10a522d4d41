import { completeness } from './body';
import { batchStations, cableKey, clearStations, NO_KEY } from './cableKey';
import {
  beginCitations,
  citationCode,
  citationCount,
  citationRange,
  citationsFit,
  citationTarget,
  clearCitations,
  hasTooManyCitations,
  targetCount,
  targetKey,
  writeCitations,
} from './citations';
import {
  classEnd,
  classification,
  classLineLine,
  classStart,
  fromEnd,
  fromStart,
  minutes,
  post,
  serial,
  year,
} from './header';
import { putRangeFrom } from './ranges';
import {
  beginRowText,
  clearRowText,
  hasTooManyTokens,
  rowText,
  rowTextFits,
  rowTextLength,
  tokens,
  writeRowText,
} from './rowText';
import { bytesOf, bytesUsed, clearTable, countOf, intern, newTable, startsOf } from './strings';
import { TEXT } from './text';

/*
 * What was found out about the cables of a batch, as columns (see server/src/archive/base/columns.ts). The readers of the parts of a
 * cable tell here what belongs in its row while they read; a row is there when `writeRow` has been called.
 */

export { addCitation } from './citations';
export { addSubjectPart, addTag, beginSubject } from './rowText';

/** The places of a citation: an entry of the REF field, a mention in the running text. */
export const LIST: i32 = 0;
export const IN_TEXT: i32 = 1;

/** In the column of senders: none. */
const NONE: i32 = -1;

/** The most rows of a batch. */
export const MOST_ROWS: i32 = 1 << 10;

const SENDERS: usize = newTable(1 << 10, 1 << 15);
const CAPTIONS: usize = newTable(1 << 9, 1 << 14);
const ROW_KEY: usize = memory.data(8 * MOST_ROWS, 16);
const ROW_TIME: usize = memory.data(4 * MOST_ROWS, 16);
const ROW_CLASSIFICATION: usize = memory.data(MOST_ROWS, 16);
const ROW_SENDER: usize = memory.data(4 * MOST_ROWS, 16);
const ROW_CAPTIONS: usize = memory.data(4 * MOST_ROWS, 16);
const ROW_COMPLETENESS: usize = memory.data(4 * MOST_ROWS, 16);
const ROW_ANCHOR: usize = memory.data(16 * MOST_ROWS, 16);
const ROW_TEXT_STARTS: usize = memory.data(4 * (MOST_ROWS + 1), 16);
const ROW_CITATIONS: usize = memory.data(4 * (MOST_ROWS + 1), 16);

/** For each column its address and the number of its values. */
const COLUMNS: usize = memory.data(8 * 32, 16);

/** The number of rows written. */
export let rowCount: i32 = 0;

/** The captions of the row at hand, as a number of their table. */
let captions: i32 = -1;

/** Begins another batch. */
export function clearBatch(): void {
  rowCount = 0;
  clearTable(SENDERS);
  clearTable(CAPTIONS);
  clearStations();
  clearRowText();
  clearCitations();
}

/** Begins the row of another cable; forgets what was told of one that was given up. */
export function beginRow(): void {
  captions = -1;
  beginRowText();
  beginCitations();
}

/** Sets the cable's captions: each once, with line feeds between them, in UTF-8. */
export function setCaptions(at: usize, length: i32): void {
  captions = intern(CAPTIONS, at, length);
}

/** Whether the row at hand is too large for any batch. */
export function isRowTooLarge(): bool {
  return hasTooManyCitations || hasTooManyTokens;
}

/** Writes the row. False where the batch has no room for it: then it is as if nothing had been told. */
export function writeRow(): bool {
  const row = <usize>rowCount;
  const key = cableKey(post, year, serial);
  const sender = fromStart < 0 ? NONE : intern(SENDERS, TEXT + fromStart, fromEnd - fromStart);
  if (rowCount === MOST_ROWS || key === NO_KEY || captions < 0 || (fromStart >= 0 && sender < 0))
    return false;
  if (!rowTextFits() || !citationsFit()) return false;
  writeRowText();
  writeCitations();
  store<f64>(ROW_KEY + (row << 3), <f64>key);
  store<i32>(ROW_TIME + (row << 2), minutes);
  store<u8>(ROW_CLASSIFICATION + row, <u8>classification);
  store<i32>(ROW_SENDER + (row << 2), sender);
  store<i32>(ROW_CAPTIONS + (row << 2), captions);
  store<i32>(ROW_COMPLETENESS + (row << 2), completeness);
  putRangeFrom(classLineLine, ROW_ANCHOR, row, classStart, classEnd);
  store<i32>(ROW_TEXT_STARTS + (row << 2), rowTextLength, 4);
  store<i32>(ROW_CITATIONS + (row << 2), citationCount, 4);
  rowCount++;
  return true;
}

/** The columns of the batch in the order of columns.ts, those of files left out: for each its address and the number of its values. */
export function columns(): usize {
  let to = putTable(COLUMNS, batchStations);
  to = putTable(to, SENDERS);
  to = putTable(to, CAPTIONS);
  to = putTable(to, tokens);
  to = putColumn(to, ROW_KEY, rowCount);
  to = putColumn(to, ROW_TIME, rowCount);
  to = putColumn(to, ROW_CLASSIFICATION, rowCount);
  to = putColumn(to, ROW_SENDER, rowCount);
  to = putColumn(to, ROW_CAPTIONS, rowCount);
  to = putColumn(to, ROW_COMPLETENESS, rowCount);
  to = putColumn(to, ROW_ANCHOR, 4 * rowCount);
  to = putColumn(to, ROW_TEXT_STARTS, rowCount + 1);
  to = putColumn(to, rowText, rowTextLength);
  to = putColumn(to, ROW_CITATIONS, rowCount + 1);
  to = putColumn(to, targetKey, targetCount);
  to = putColumn(to, citationTarget, citationCount);
  to = putColumn(to, citationCode, citationCount);
  putColumn(to, citationRange, 4 * citationCount);
  return COLUMNS;
}

function putTable(to: usize, table: usize): usize {
  return putColumn(putColumn(to, startsOf(table), countOf(table) + 1), bytesOf(table), bytesUsed(table));
}

function putColumn(to: usize, address: usize, length: i32): usize {
  store<i32>(to, <i32>address);
  store<i32>(to, length, 4);
  return to + 8;
}
