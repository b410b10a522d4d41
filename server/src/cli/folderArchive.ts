import { type CableFacts, factsOf } from '../archive/facts';
import { Archive } from '../archive/memory';
import { parseMrn } from '../cable/identity';
import { parseCable } from '../cable/parse';
import { only, readArguments, UsageError } from './arguments';
import type { Status } from './command';
import { eachCable, folderProblem, sayProblem } from './input';
import type { Output } from './output';

/** How many files are put into the archive at once. */
const BATCH = 2000;

/**
 * Runs a question about one cable: `ID [--in DIR]`. `answer` gets the canonical id and the archive of the folder, in which a
 * file's uri is its path as walked. Throws `UsageError`.
 */
export async function askArchive(
  args: readonly string[],
  output: Output,
  answer: (mrn: string, archive: Archive) => Promise<Status>,
): Promise<Status> {
  const { options, rest } = readArguments(args, ['in']);
  const written = rest.length > 1 ? rest.join(' ') : only(rest, 'ID');
  const mrn = parseMrn(written);
  if (mrn === null)
    throw new UsageError(`${written} is no id of a cable; write year, station and number: 07MUSCAT73`);
  const folder = options.in ?? '.';
  const problem = folderProblem(folder);
  if (problem) {
    sayProblem(problem, output);
    return 2;
  }
  const archive = await archiveOf(folder, output);
  return archive ? await answer(mrn, archive) : 2;
}

/** Says that neither a file nor a citation of `folder` names the cable. */
export function unknown(mrn: string, output: Output): Status {
  output.say(`reftel: ${mrn} is not in this folder`);
  return 1;
}

/** The archive of a folder, or null where the folder cannot be read. */
async function archiveOf(folder: string, output: Output): Promise<Archive | null> {
  let archive = Archive.empty;
  let batch: [string, CableFacts][] = [];
  const readable = await eachCable([folder], output, (file, text) => {
    batch.push([file, factsOf(parseCable(text, file))]);
    if (batch.length < BATCH) return;
    archive = archive.withAll(batch);
    batch = [];
  });
  return readable ? archive.withAll(batch) : null;
}
