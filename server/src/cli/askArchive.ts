import type { Snapshot } from '../archive/snapshot';
import { parseMrn } from '../cable/identity';
import { only, UsageError } from './arguments';
import type { Status } from './command';
import { archiveOf } from './openArchive';
import type { Output } from './output';

/** Arguments of a question about one cable: its id, in any spelling, and the folder. */
export interface Question {
  readonly rest: readonly string[];
  readonly options: { readonly in?: string; readonly cache?: string };
}

/**
 * Runs a question about one cable. `answer` gets the canonical id and the archive of the folder. Rejects with `UsageError` where
 * there is no id.
 */
export async function askArchive(
  { rest, options }: Question,
  output: Output,
  answer: (mrn: string, archive: Snapshot) => Promise<Status>,
): Promise<Status> {
  const written = rest.length > 1 ? rest.join(' ') : only(rest, 'ID');
  const mrn = parseMrn(written);
  if (mrn === null)
    throw new UsageError(`${written} is not a cable id; write year, station and number: 07MUSCAT73`);
  const archive = await archiveOf(options.in ?? '.', { cache: options.cache }, output);
  return archive ? await answer(mrn, archive.snapshot) : 2;
}

/** Says that neither a file nor a citation of `folder` names the cable. */
export function unknown(mrn: string, output: Output): Status {
  output.say(`reftel: ${mrn} is not in this folder`);
  return 1;
}
