import type { Snapshot } from '../archive/snapshot';
import { visibleLine } from '../text/visible';
import { readArguments } from './arguments';
import { askArchive, unknown } from './askArchive';
import type { Command, Status } from './command';
import type { Output } from './output';

export const cites: Command = {
  name: 'cites',
  summary: 'the cables that a cable cites',
  help: `usage: reftel cites ID [--in DIR] [--cache DIR]

Prints the cables that the cable ID cites, in its references and in its text, each once:
id, file or "not in this folder", subject; with tabs between them.
ID in any spelling: 07MUSCAT73, "07 MUSCAT 00073", "MUSCAT 73 (07)".

  --in DIR     the folder to look in (default: .)
  --cache DIR  where the archive of the folder is saved, see reftel index

Exit code: 0; 1 if no file of the folder is that cable; 2 if it could not run.
`,
  run: (args, output) =>
    askArchive(readArguments(args, ['in', 'cache']), output, (mrn, archive) =>
      printCited(mrn, archive, output),
    ),
};

async function printCited(mrn: string, archive: Snapshot, output: Output): Promise<Status> {
  if (archive.find(mrn).length === 0) return unknown(mrn, output);
  const { items, truncated } = archive.cites(mrn);
  for (const target of new Set(items.map(citation => citation.target))) {
    const [file] = archive.find(target);
    await output.write(
      `${target}\t${file ? visibleLine(file.uri) : 'not in this folder'}\t${file?.subject ?? ''}\n`,
    );
  }
  if (truncated) output.note(`reftel: only the first ${items.length} citations were examined`);
  return 0;
}
