import { beginRow, isRowTooLarge, writeRow } from './batch';
import { readBody } from './body';
import { writeCaptions } from './captionText';
import { readFields } from './fields';
import { readHeader } from './header';
import { LINES, MARKS } from './landmarks';
import { readPreamble } from './preamble';
import { readText } from './reading';
import { readReferences } from './references';
import { BYTES, LONGEST } from './text';

/*
 * Reads plain cables: the usual forms, which nearly all cables have. Of such a one it gives what `factsOf` gives of its parse; at
 * everything else it declines, and the parser reads the file.
 */

export { clearBatch, columns } from './batch';
export { lineCount, markCount } from './landmarks';

/** What a scan may come to: a row of the batch, a file that is declined, a batch that is full. */
const DECLINED: i32 = 0;
const WRITTEN: i32 = 1;
const FULL: i32 = 2;

/** How many parts of the file the last scan has read; for those who want to know where it was declined. */
export let partsRead: i32 = 0;

/** Where the lines of a file start, if any part of it was asked for; the parser can use them for what was declined. */
export function lines(): usize {
  return LINES;
}

/** Its marks, likewise. */
export function marks(): usize {
  return MARKS;
}

/** Where the bytes of a file are to be put. */
export function bytes(): usize {
  return BYTES;
}

/** The most bytes that a file may have. */
export function longest(): i32 {
  return LONGEST;
}

/** Scans the file of so many bytes. Where the batch is full, the same file can be scanned once more after `clearBatch`. */
export function scan(length: i32): i32 {
  partsRead = 0;
  if (!readText(length)) return DECLINED;
  beginRow();
  if (!isRead(readHeader())) return DECLINED;
  if (!isRead(readPreamble())) return DECLINED;
  if (!isRead(readFields())) return DECLINED;
  if (!isRead(readReferences())) return DECLINED;
  if (!isRead(readBody())) return DECLINED;
  if (!isRead(writeCaptions())) return DECLINED;
  if (isRowTooLarge()) return DECLINED;
  return writeRow() ? WRITTEN : FULL;
}

function isRead(part: bool): bool {
  partsRead++;
  return part;
}
