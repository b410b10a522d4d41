import type { Snapshot } from '../archive/snapshot';
import { visibleLine } from '../text/visible';
import { readArguments } from './arguments';
import { askArchive, unknown } from './askArchive';
import type { Command, Status } from './command';
import type { Output } from './output';

export const citedBy: Command = {
  name: 'cited-by',
  summary: 'the places that cite a cable',
  help: `usage: reftel cited-by ID [--in DIR] [--cache DIR]

Prints the places that cite the cable ID, which need not be in the folder itself:
file:line:column, id and subject of the citing cable; with tabs between them.
ID in any spelling: 07MUSCAT73, "07 MUSCAT 00073", "MUSCAT 73 (07)".

  --in DIR     the folder to look in (default: .)
  --cache DIR  where the archive of the folder is saved, see reftel index

Exit code: 0; 1 if no file of the folder is or cites that cable; 2 if it could not run.
`,
  run: (args, output) =>
    askArchive(readArguments(args, ['in', 'cache']), output, (mrn, archive) =>
      printCiting(mrn, archive, output),
    ),
};

async function printCiting(mrn: string, archive: Snapshot, output: Output): Promise<Status> {
  const { items, truncated } = archive.citedBy(mrn);
  if (items.length === 0 && archive.find(mrn).length === 0) return unknown(mrn, output);
  for (const { source, range } of items) {
    const place = `${visibleLine(source.uri)}:${range.start.line + 1}:${range.start.character + 1}`;
    await output.write(`${place}\t${source.mrn ?? ''}\t${source.subject ?? ''}\n`);
  }
  if (truncated) output.note(`reftel: only the first ${items.length} places are listed`);
  return 0;
}
