import { Base } from './base';
import { type BaseColumns, baseColumnNames, viewColumn, widthOf } from './columns';
import {
  BYTE_ORDER,
  CHECKSUM_AT,
  Checksum,
  LABEL_AT,
  LENGTHS_AT,
  labelOf,
  MAGIC,
  padded,
  withHead,
} from './fileFormat';

/**
 * The base in `buffer`, which it uses in place. Null unless these are the complete, undamaged bytes of a base in this format with the
 * same label. Never throws.
 */
export function decodeBase(buffer: ArrayBufferLike, label: string): Base | null {
  const names = baseColumnNames;
  const labelBytes = labelOf(label);
  let offset = padded(LABEL_AT + labelBytes.length);
  if (buffer.byteLength < offset || buffer.byteLength % 16 !== 0) return null;
  const bytes = new Uint8Array(buffer);
  const words = new Uint32Array(buffer, 0, offset / 4);
  const sameHead =
    MAGIC.every((byte, i) => bytes[i] === byte) &&
    words[2] === BYTE_ORDER &&
    words[3] === labelBytes.length &&
    words[6] === names.length &&
    new Float64Array(buffer, 16, 1)[0] === buffer.byteLength &&
    labelBytes.every((byte, i) => bytes[LABEL_AT + i] === byte);
  if (!sameHead || !checksumOf(bytes).every((sum, i) => sum === words[CHECKSUM_AT / 4 + i])) return null;
  const columns: [string, BaseColumns[keyof BaseColumns]][] = [];
  for (const [i, name] of names.entries()) {
    const length = words[LENGTHS_AT / 4 + i] ?? 0;
    if (offset + length * widthOf(name) > buffer.byteLength) return null;
    columns.push([name, viewColumn(name, buffer, offset, length)]);
    offset += padded(length * widthOf(name));
  }
  const stamp = words.subarray(CHECKSUM_AT / 4, CHECKSUM_AT / 4 + 4).join('-');
  return offset === buffer.byteLength
    ? new Base(Object.fromEntries(columns) as unknown as BaseColumns, stamp)
    : null;
}

/** The checksum of a whole file. */
function checksumOf(bytes: Uint8Array): Uint32Array {
  const checksum = new Checksum();
  checksum.add(bytes.subarray(LABEL_AT));
  return withHead(checksum, bytes);
}
