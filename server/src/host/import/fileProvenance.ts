import { readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LONGEST_LINE, type NotedLine, readNotedLine, signOf } from '../../import/notedLine';
import { withFile } from '../files/read';
import { PROVENANCE_FILE } from './provenance';

/** How much of the list is read at a time, in bytes. */
const PIECE = 1 << 20;

/**
 * What an import noted of the file `path`, which lies in the folder of imports or in one of a year below it; null where it was not
 * imported. Reads the list until the file is found. Never throws.
 */
export function provenanceOfFile(path: string): NotedLine | null {
  const folder = dirname(path);
  const name = basename(path);
  const here = lineAbout(folder, name);
  if (here || !/^\d{4}$/.test(basename(folder))) return here;
  return lineAbout(dirname(folder), `${basename(folder)}/${name}`);
}

function lineAbout(folder: string, name: string): NotedLine | null {
  const found = withFile<{ readonly line: NotedLine | null }>(join(folder, PROVENANCE_FILE), file => ({
    line: search(file, Buffer.from(signOf(name)), name),
  }));
  return 'line' in found ? found.line : null;
}

function search(file: number, sought: Buffer, name: string): NotedLine | null {
  const buffer = Buffer.allocUnsafe(PIECE + LONGEST_LINE);
  let kept = 0;
  for (;;) {
    const read = readSync(file, buffer, kept, PIECE, null);
    const bytes = buffer.subarray(0, kept + read);
    const isEnd = read === 0;
    // Each line is read once, however often it names the file.
    for (let at = bytes.indexOf(sought); at >= 0; ) {
      const end = bytes.indexOf(10, at);
      if (end < 0) break;
      const begin = bytes.lastIndexOf(10, at) + 1;
      const line =
        end - begin > LONGEST_LINE ? null : readNotedLine(bytes.toString('utf8', begin, end), name);
      if (line) return line;
      at = bytes.indexOf(sought, end);
    }
    if (isEnd) return null;
    // The last line goes on in the next piece.
    const rest = Math.max(bytes.lastIndexOf(10) + 1, bytes.length - LONGEST_LINE);
    kept = bytes.copy(buffer, 0, rest);
  }
}
