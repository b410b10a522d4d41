import type { BytesReader, ImportKind, Reader } from './model';
import { readTextSource } from './textReader';

/** The kinds of sources that are text. */
type TextKind = Exclude<ImportKind, 'pdf'>;

/** The reader of each kind; libraries are in files of `dist` of their own, loaded when they are needed. */
export const readers: Readonly<Record<TextKind, () => Promise<Reader>>> = {
  'cablegate-csv': async () => (await import('./tables.js')).readCablegate,
  'wikileaks-html': async () => (await import('./pages.js')).readWikileaksPage,
  plusd: async () => (await import('./pages.js')).readPlusdPage,
  aad: async () => (await import('./tables.js')).readAad,
  frus: async () => (await import('./xml.js')).readFrus,
  text: async () => readTextSource,
};

/** `makeReadable`, which needs the library that reads HTML. */
export const loadReadable = async (): Promise<(text: string) => string> =>
  (await import('./pages.js')).makeReadable;

export const readPdf = async (): Promise<BytesReader> => (await import('./pdf.js')).readPdf;

/** The telegrams in the source of a web page of a kind that imports know; null for any other page. */
export async function cablesOfPage(source: string): Promise<string | null> {
  return (await import('./pages.js')).readablePage(source);
}
