import { Base } from './base';
import { Checksum } from './checksum';
import { type BaseColumns, baseColumnNames, baseSchema, viewColumn, widthOf } from './columns';

/*
 * A base as bytes, numbers in the byte order of the machine that wrote it:
 *
 *   0  'REFTEL', 0x1a, a line feed      (a copy that changed line ends is none)
 *   8  0x01020304                       (the byte order)
 *  12  length of the label in bytes
 *  16  length of the whole in bytes, as a double
 *  24  number of columns, then 0
 *  32  checksum: four words over all that stands behind it, and before it
 *  48  the length of each column in values
 *      label: schema of the columns and what the caller says
 *      the columns
 *
 * The label and each column start at a multiple of 16; what is between is zero.
 */

/** To be changed when what columns hold changes and their names do not. */
const FORMAT = 1;

const MAGIC = [0x52, 0x45, 0x46, 0x54, 0x45, 0x4c, 0x1a, 0x0a];
const BYTE_ORDER = 0x01020304;
const CHECKSUM_AT = 32;
const HEAD = 48;
const encoder = new TextEncoder();

/**
 * The bytes of `base` in pieces that are to be written one after the other. The columns are not copied. `label` says what the base is
 * of: its folder, the version of the program, whatever must be the same when it is read again.
 */
export function encodeBase(base: Base, label: string): readonly Uint8Array[] {
  const columns = baseColumnNames.map(name => base.columns[name]);
  const labelBytes = encoder.encode(fullLabel(label));
  const labelAt = padded(HEAD + 4 * columns.length);
  const head = new Uint8Array(padded(labelAt + labelBytes.length));
  head.set(MAGIC);
  const words = new Uint32Array(head.buffer);
  words[2] = BYTE_ORDER;
  words[3] = labelBytes.length;
  words[6] = columns.length;
  for (const [i, column] of columns.entries()) words[HEAD / 4 + i] = column.length;
  head.set(labelBytes, labelAt);
  const pieces = columns.flatMap(column => {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    const whole = bytes.length - (bytes.length % 16);
    // A column's end is copied to get zeros behind it; the rest is taken as it lies.
    const end = new Uint8Array(padded(bytes.length) - whole);
    end.set(bytes.subarray(whole));
    return [bytes.subarray(0, whole), end].filter(piece => piece.length > 0);
  });
  new Float64Array(head.buffer)[2] = pieces.reduce((sum, piece) => sum + piece.length, head.length);
  words.set(checksumOf([head, ...pieces]), CHECKSUM_AT / 4);
  return [head, ...pieces];
}

/**
 * The base in `buffer`, which it keeps. Null for anything but the whole and undamaged bytes of a base of this program's format with
 * the same label. Never throws.
 */
export function decodeBase(buffer: ArrayBufferLike, label: string): Base | null {
  const names = baseColumnNames;
  const labelBytes = encoder.encode(fullLabel(label));
  const labelAt = padded(HEAD + 4 * names.length);
  let offset = padded(labelAt + labelBytes.length);
  if (buffer.byteLength < offset || buffer.byteLength % 16 !== 0) return null;
  const bytes = new Uint8Array(buffer);
  const words = new Uint32Array(buffer, 0, offset / 4);
  const sameHead =
    MAGIC.every((byte, i) => bytes[i] === byte) &&
    words[2] === BYTE_ORDER &&
    words[3] === labelBytes.length &&
    words[6] === names.length &&
    new Float64Array(buffer, 16, 1)[0] === buffer.byteLength &&
    labelBytes.every((byte, i) => bytes[labelAt + i] === byte);
  if (!sameHead || !checksumOf([bytes]).every((sum, i) => sum === words[CHECKSUM_AT / 4 + i])) return null;
  const columns: [string, BaseColumns[keyof BaseColumns]][] = [];
  for (const [i, name] of names.entries()) {
    const length = words[HEAD / 4 + i] ?? 0;
    if (offset + length * widthOf(name) > buffer.byteLength) return null;
    columns.push([name, viewColumn(name, buffer, offset, length)]);
    offset += padded(length * widthOf(name));
  }
  const stamp = words.subarray(CHECKSUM_AT / 4, CHECKSUM_AT / 4 + 4).join('-');
  return offset === buffer.byteLength
    ? new Base(Object.fromEntries(columns) as unknown as BaseColumns, stamp)
    : null;
}

/** The checksum over pieces that begin with a head, its own place left out. */
function checksumOf([first, ...others]: readonly Uint8Array[]): Uint32Array {
  const checksum = new Checksum();
  if (first) {
    checksum.add(first.subarray(0, CHECKSUM_AT));
    checksum.add(first.subarray(CHECKSUM_AT + 16));
  }
  for (const piece of others) checksum.add(piece);
  return checksum.value;
}

/** What the caller says, and what makes a base of this program one that it understands. */
function fullLabel(label: string): string {
  return JSON.stringify([FORMAT, baseSchema, label]);
}

function padded(length: number): number {
  return (length + 15) & ~15;
}
