import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { isTableOfTelegrams } from '../../cable/container';
import { KIND_LENGTH, kindOf } from '../../import/kindOf';
import type { ImportKind } from '../../import/model';
import { type Problem, withFile } from '../files/read';
import { startOfText, type TextEncoding } from './decodeStream';

/** What is known of a source before its items are read. */
export interface Survey {
  readonly kind: ImportKind | null;
  /** Whether it is of no kind because it is a table with telegrams in its cells that imports do not know. */
  readonly isUnknownTable: boolean;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: TextEncoding;
}

const PIECE = 1 << 20;

/**
 * Reads the file `path` once: what it is by its content, and its SHA-256, which is only computed where it is of some kind, or
 * `hashAnyway` says so. Never throws.
 */
export function survey(path: string, hashAnyway = false): Survey | Problem {
  return withFile<Survey | Problem>(path, (file, { size }) => {
    const piece = Buffer.allocUnsafe(PIECE);
    let length = readSync(file, piece, 0, PIECE, 0);
    const { encoding, head } = startOfText(piece.subarray(0, Math.min(length, KIND_LENGTH)));
    const kind = kindOf(head);
    const isUnknownTable = kind === null && isTableOfTelegrams(head);
    const seen = { kind, isUnknownTable, encoding };
    if (kind === null && !hashAnyway) return { ...seen, sha256: '', bytes: size };
    const hash = createHash('sha256');
    let at = 0;
    while (length > 0) {
      hash.update(piece.subarray(0, length));
      at += length;
      length = readSync(file, piece, 0, PIECE, at);
    }
    return { ...seen, sha256: hash.digest('hex'), bytes: at };
  });
}
