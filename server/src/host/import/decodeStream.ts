import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { decode, decodeHead } from '../files/decode';

/** How the bytes of a source become text: UTF-16 by its mark; otherwise each line is UTF-8, or Windows-1252 if that is invalid. */
export type TextEncoding = 'utf-16le' | 'utf-16be' | 'by-line' | 'binary';

/** The encoding of a source and the text of its first bytes, without a byte order mark. PDFs and other binary data give Latin-1. */
export function startOfText(bytes: Buffer): { readonly encoding: TextEncoding; readonly head: string } {
  const head = decodeHead(bytes);
  if (head === null) return { encoding: 'binary', head: bytes.toString('latin1') };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', head };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', head };
  return { encoding: 'by-line', head };
}

/** How many bytes are read at once: strings of so many characters die young, and memory stays small. */
const PIECE = 1 << 16;

/** A line longer than this is decoded in parts. */
const LONGEST_LINE = 16 << 20;

/** The text of the file `path` in pieces, without a byte order mark. Rejects with what `node:fs` throws. */
export async function* decodedPieces(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PIECE });
  yield* encoding === 'by-line' || encoding === 'binary' ? byLine(stream) : asUtf16(stream, encoding);
}

async function* asUtf16(
  stream: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of stream) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function* byLine(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const piece of stream) {
    const bytes: Buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = bytes.lastIndexOf(10) + 1 || (bytes.length > LONGEST_LINE ? bytes.length : 0);
    rest = bytes.subarray(end);
    if (end === 0) continue;
    yield linesIn(withoutMark(bytes.subarray(0, end), isFirst));
    isFirst = false;
  }
  if (rest.length > 0) yield linesIn(withoutMark(rest, isFirst));
}

function withoutMark(bytes: Buffer, isFirst: boolean): Buffer {
  return isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** The text of whole lines. One line in an old encoding does not garble the others. */
function linesIn(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    // `decode` takes a NUL for a sign of binary data.
    parts.push(decode(line) ?? line.toString('latin1'));
    from = end;
  }
  return parts.join('');
}
