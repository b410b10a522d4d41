import type { ImportKind, Reader } from './model';
import { readTextSource } from './textReader';

/** The reader of each kind; libraries are in files of `dist` of their own, loaded when they are needed. */
export const readers: Readonly<Partial<Record<ImportKind, () => Promise<Reader>>>> = {
  'cablegate-csv': async () => (await import('./tables.js')).readCablegate,
  'wikileaks-html': async () => (await import('./pages.js')).readWikileaksPage,
  plusd: async () => (await import('./pages.js')).readPlusdPage,
  aad: async () => (await import('./tables.js')).readAad,
  frus: async () => (await import('./xml.js')).readFrus,
  text: async () => readTextSource,
};
