import { readAadTable } from './aadReader';
import { isXml } from './kindOf';
import type { Chunks, Found } from './model';
import { peeked } from './peeked';

/** The readers of tables: a file of their own in `dist`, with the library that reads comma-separated values. */
export { readCablegate } from './cablegateReader';

/** The telegrams and records of tables of the National Archives. `Reader` of the kind `aad`. */
export async function* readAad(chunks: Chunks): AsyncGenerator<Found> {
  const { head, all } = await peeked(chunks);
  if (isXml(head)) yield* (await import('./xml.js')).readAadXml(all);
  else yield* readAadTable(all);
}
