import { readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withFile } from '../files/read';
import type { ProvenanceLine } from './provenance';
import { PROVENANCE_FILE } from './provenance';

/** How much of the list is read at a time, in bytes. */
const PIECE = 1 << 20;

/** A line longer than this is none that an import wrote. */
const LONGEST_LINE = 1 << 18;

/**
 * What an import noted of the file `path`, which lies in the folder of imports or in one of a year below it; null where it was not
 * imported. Reads the list until the file is found. Never throws.
 */
export function provenanceOfFile(path: string): ProvenanceLine | null {
  const folder = dirname(path);
  const name = basename(path);
  const here = lineAbout(folder, name);
  if (here || !/^\d{4}$/.test(basename(folder))) return here;
  return lineAbout(dirname(folder), `${basename(folder)}/${name}`);
}

function lineAbout(folder: string, name: string): ProvenanceLine | null {
  const found = withFile<{ readonly line: ProvenanceLine | null }>(join(folder, PROVENANCE_FILE), file => ({
    line: search(file, Buffer.from(`"file":${JSON.stringify(name)},`), name),
  }));
  return 'line' in found ? found.line : null;
}

function search(file: number, sought: Buffer, name: string): ProvenanceLine | null {
  const buffer = Buffer.allocUnsafe(PIECE + LONGEST_LINE);
  let kept = 0;
  for (;;) {
    const read = readSync(file, buffer, kept, PIECE, null);
    const bytes = buffer.subarray(0, kept + read);
    const isEnd = read === 0;
    for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) {
      const end = bytes.indexOf(10, at);
      if (end < 0) break;
      const line = parsed(bytes.toString('utf8', bytes.lastIndexOf(10, at) + 1, end));
      if (line?.file === name) return line;
    }
    if (isEnd) return null;
    // The last line goes on in the next piece.
    const rest = Math.max(bytes.lastIndexOf(10) + 1, bytes.length - LONGEST_LINE);
    kept = bytes.copy(buffer, 0, rest);
  }
}

function parsed(line: string): ProvenanceLine | null {
  try {
    const value: Partial<ProvenanceLine> | null = JSON.parse(line);
    return typeof value?.kind === 'string' && typeof value.source === 'string'
      ? (value as ProvenanceLine)
      : null;
  } catch {
    return null;
  }
}
