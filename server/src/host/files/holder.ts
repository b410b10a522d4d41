import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { aboutCables, type Holder, holderOf } from '../../cable/container';
import { decodeHead } from './decode';

/** How much of a file is looked at to estimate how many cables it holds, in bytes. */
const SAMPLE = 4 << 20;

/** What to do with a file that holds cables and is none. */
const ADVICE = 'reftel import FILE --to DIR makes a file of each cable';

/** What a file is that is no cable but holds some, and what to do with it: `HTML page; …`. Null for any other file. Never throws. */
export function holderWords(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.allocUnsafe(Math.min(size, SAMPLE));
      const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
      return wordsOf(head, size > 0 ? Math.min(1, head.length / size) : 1);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** The same of bytes, which are `share` of a file. */
export function wordsOf(bytes: Buffer, share = 1): string | null {
  const start = bytes.subarray(0, 1024).toString('latin1');
  // A PDF has bytes of all kinds.
  const text = start.startsWith('%PDF-') ? start : decodeHead(bytes);
  return text === null ? null : wordsFor(text, share);
}

/** The same of a text. */
export function wordsFor(text: string, share = 1): string | null {
  const holder = holderOf(text, share);
  return holder && `${nameOf(holder, share)}; ${ADVICE}`;
}

function nameOf(holder: Holder, share: number): string {
  if (holder.kind === 'html') return 'HTML page';
  if (holder.kind === 'pdf') return 'PDF';
  const about = aboutCables(holder, share).toLocaleString('en');
  return `dump of about ${about} ${holder.cables === 1 ? 'cable' : 'cables'}`;
}
