import { hitsIn } from '../archive/query/hits';
import type { CableQuery } from '../archive/query/query';
import type { CableEntry } from '../archive/snapshot';
import { choose, readArguments, UsageError } from './arguments';
import { cableAt } from './cableOf';
import type { Command } from './command';
import { archiveOf } from './openArchive';
import { KINDS } from './output';
import { excludedBehind, queryOf, searchArchive } from './query';
import { csvFormat, ndjsonFormat, type SearchFormat, textFormat } from './searchFormat';

const formats: Readonly<Record<'text' | 'ndjson' | 'csv', SearchFormat>> = {
  text: textFormat,
  ndjson: ndjsonFormat,
  csv: csvFormat,
};

export const search: Command = {
  name: 'search',
  summary: 'cables by fields and words, and the paragraphs that match',
  help: `usage: reftel search QUERY [--in DIR] [--cache DIR] [--format text|ndjson|csv] [--cables]

Prints the cables for which all of QUERY holds, in the order of their ids, and below each the paragraphs in
which its words stand, with number and portion mark.

QUERY consists of words and fields:

  iran "end summary" s-300   words, sought in subject and text; quotation marks keep words together
  post:ankara                the station, by any of its names; post:tel* for names that begin so
  year:2007                  the year of the id; also year:2005-2007 and year:>=2007
  class:secret               exactly SECRET; class:>=secret is that and above
  caption:noforn tag:PREL,IR captions and TAGS, in full; a comma means or
  from:ankara to:secstate    words of the sender, of an action addressee
  before:2007-06-01 after:2007-06
                             sent before that day begins, or from then on, by the date-time group
  cites:07MUSCAT73           cables that cite it; citedby:07MUSCAT73 those that it cites
  subject:oil id:07MUSCAT73  words of the subject alone; one cable
  is:missing                 cables that are cited and not in the folder
  -class:secret -gas         a minus excludes; none, as in tag:none, is for cables without any

Case and accents do not matter. A word is found where a word of the text begins so.

  --in DIR        the folder to look in (default: .)
  --cache DIR     where the archive of the folder is saved, see reftel index
  --format text   id, file, subject; below that place, number and mark, words; with tabs between them (default)
  --format ndjson one JSON object per line and cable, with the keys of reftel export; paragraphs are those that match
  --format csv    a table with a row for each paragraph
  --cables        cables alone, without their paragraphs, which is several times quicker

Exit code: 0; 1 if there is nothing; 2 if QUERY was not understood or it could not run.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(
      excludedBehind(args),
      ['in', 'cache', 'format'],
      ['cables'],
    );
    const chosen = choose('format', options.format, ['text', 'ndjson', 'csv']);
    const format = formats[chosen];
    const kind = KINDS[chosen];
    if (rest.length === 0) throw new UsageError('QUERY is missing');
    const query = queryOf(rest);
    const archive = await archiveOf(options.in ?? '.', { cache: options.cache }, output);
    if (!archive) return 2;
    if (query.missing) {
      const { items } = archive.snapshot.missing(Number.POSITIVE_INFINITY, query);
      await output.write(format.begin, kind);
      for (const cable of items) await output.write(format.missing(cable), kind);
      return items.length === 0 ? 1 : 0;
    }
    const found = await searchArchive(archive.snapshot, query, output);
    await output.write(format.begin, kind);
    const hasHits = !flags.has('cables') && query.words.some(({ excluded }) => !excluded);
    for (let i = 0; i < found.length; i++)
      await output.write(
        hasHits ? withHits(found.at(i), query, format) : format.found(found.at(i), null, []),
        kind,
      );
    return found.length === 0 ? 1 : 0;
  },
};

/** A cable with the paragraphs in which the words stand. */
function withHits(entry: CableEntry, { words }: CableQuery, format: SearchFormat): string {
  const cable = cableAt(entry.uri, entry.anchor.start);
  return format.found(entry, cable, cable ? hitsIn(cable, words) : []);
}
