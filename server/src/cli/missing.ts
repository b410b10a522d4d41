import { missingFormats, missingRecordOf } from '../features/export/missing';
import { choose, readArguments, UsageError } from './arguments';
import type { Command } from './command';
import { archiveOf } from './openArchive';
import { KINDS } from './output';
import { excludedBehind, queryOf } from './query';

export const missing: Command = {
  name: 'missing',
  summary: 'the cables that are cited and not in the folder',
  help: `usage: reftel missing [--in DIR] [--cache DIR] [--query QUERY] [--format text|csv|ndjson]

Prints the cables that are cited and not in the folder, the most cited first: id, how many cables cite it, the
days between which it was probably sent, and which cables cite it; with tabs between them. The days are those
of the nearest serials of its station that are in the folder, and of the first cable that cites it.
Each copy of a cable counts as one that cites, but its id is printed once.

  --in DIR        the folder to look in (default: .)
  --cache DIR     where the archive of the folder is saved, see reftel index
  --query QUERY   only those for which it holds, such as "post:state year:2007", see reftel search
  --format text   a line for each cable (default)
  --format csv    a table with a head: mrn, citedBy, earliest, latest, citing
  --format ndjson one JSON object per line and cable, with the same keys

Exit code: 0; 2 if it could not run.
`,
  async run(args, output) {
    const { options, rest } = readArguments(excludedBehind(args), ['in', 'cache', 'format', 'query']);
    if (rest.length > 0) throw new UsageError(`unexpected ${rest[0]}`);
    const chosen = choose('format', options.format, ['text', 'csv', 'ndjson']);
    const { begin, row } = missingFormats[chosen];
    const query = queryOf([options.query ?? '']);
    const archive = await archiveOf(options.in ?? '.', { cache: options.cache }, output);
    if (!archive) return 2;
    const { snapshot } = archive;
    await output.write(begin, KINDS[chosen]);
    for (const cable of snapshot.missing(Number.POSITIVE_INFINITY, query).items)
      await output.write(row(missingRecordOf(snapshot, cable)), KINDS[chosen]);
    return 0;
  },
};
