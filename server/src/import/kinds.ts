import { looksLikeCable } from '../cable/recognise';
import type { ImportKind, Reader } from './model';
import { readTextSource } from './textReader';

/** How much of a source is looked at to tell its kind, in bytes and in UTF-16 code units. */
export const KIND_LENGTH = 64 << 10;

const CABLEGATE_ROW =
  /^\ufeff?"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d\d(?::\d\d)?"?,"?\d{2,4} ?[A-Z]{3,20} ?\d{1,7}/im;
const CABLEGATE_TUPLE =
  /\(\s{0,4}'?\d{1,7}'?\s{0,4},\s{0,4}E?'[\d/-]{8,10}[ T]\d{1,2}:\d\d(?::\d\d)?[^']{0,8}'\s{0,4},\s{0,4}E?'\d{2,4} ?[A-Z]{3,20} ?\d{1,7}'/i;
const INSERT = /^[ \t]{0,8}INSERT\s{1,4}(?:IGNORE\s{1,4})?INTO\s/im;
const KEY_BLOCK = /-----BEGIN PGP [^\n]{0,40}-----[\s\S]*?(?:-----END PGP [^\n]{0,40}-----|$)/g;

/** How a source of each kind begins, the plainer sign before the vaguer. */
const signs: readonly (readonly [ImportKind, (head: string) => boolean])[] = [
  ['pdf', head => head.slice(0, 1024).includes('%PDF-')],
  ['cablegate-csv', head => CABLEGATE_ROW.test(head) || (INSERT.test(head) && CABLEGATE_TUPLE.test(head))],
  ['text', head => looksLikeCable(head.replace(KEY_BLOCK, '').trimStart())],
];

/** What a source is, told from its beginning (at most `KIND_LENGTH` code units are looked at); null for any other file. */
export function kindOf(head: string): ImportKind | null {
  const start = head.slice(0, KIND_LENGTH);
  return signs.find(([, isKind]) => isKind(start))?.[0] ?? null;
}

/** The reader of each kind; libraries are in files of `dist` of their own, loaded when they are needed. */
export const readers: Readonly<Partial<Record<ImportKind, () => Promise<Reader>>>> = {
  'cablegate-csv': async () => (await import('./tables.js')).readCablegate,
  text: async () => readTextSource,
};
