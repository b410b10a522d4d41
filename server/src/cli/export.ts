import { parseDocument } from '../cable/document';
import { recordOf } from '../cable/record';
import { exportFormats } from '../features/export/formats';
import { choose, readArguments, UsageError } from './arguments';
import type { Command } from './command';
import { settingsFinder } from './folderSettings';
import { eachCable, type NamedPath, namedPaths } from './input';
import type { Output } from './output';

export const exportCables: Command = {
  name: 'export',
  summary: 'one record for each cable, as a table or a graph',
  help: `usage: reftel export [PATH…] [--query QUERY] [--format ndjson|csv|graphml|csl-json|bibtex] [--bom]
                     [--stdin-name NAME] [--cache DIR]

Prints one record per cable of files and folders (default: .; - is standard input), file by file.

  --format ndjson   one JSON object per line and cable; missing values are null or [] (default)
  --format csv      a table with a head, RFC 4180, UTF-8 without a mark; lists are joined with "; "; references has the
                    labels, referenceIds the ids alone. A cell that a
                    spreadsheet would take for a formula, for it begins with = + - @ or a tab or line break, has an
                    apostrophe before it
  --format graphml  the graph of citations. Nodes are cables, one for each id, also for those that are only cited
                    (present: false; sameAs: the id that is present, where the station was renamed); a cable of which no
                    id can be told is called unnamed1, unnamed2, … Of several files with one id the first gives the node.
                    Edges are citations, one from a cable to another: place is list where the reference list names it,
                    else text; mentions counts how often the text does
  --format csl-json one array of citation items, which Zotero and other reference managers import
  --format bibtex   an entry for each cable, with its id as its key
                    csl-json and bibtex have each id once: of several files with one id the first gives the entry
  --query QUERY     only cables for which it holds, such as "post:ankara class:>=secret s-300", see reftel search
  --cache DIR       where the archive of a folder is saved, which a query asks, see reftel index
  --bom             csv begins with a byte order mark, by which Excel knows UTF-8
  --stdin-name NAME  what standard input is called (default: stdin)

ndjson and csv need memory for one cable at a time; csl-json, bibtex and graphml remember the ids that
they have seen, graphml also which cites which.

What a reftel.json in the folder, or in the nearest one above, excludes from the archive is skipped, unless it is named.

Exit code: 0; 2 if it could not run, could not read a PATH, or reftel.json has errors.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(args, ['format', 'stdin-name', 'query', 'cache'], ['bom']);
    const chosen = choose('format', options.format, ['ndjson', 'csv', 'graphml', 'csl-json', 'bibtex']);
    const format = exportFormats[chosen]();
    const kind = chosen === 'ndjson' || chosen === 'csl-json' ? 'json' : 'data';
    if (flags.has('bom') && options.format !== 'csv') throw new UsageError('--bom is for --format csv alone');
    const settingsOf = settingsFinder(output);
    const stdinName = options['stdin-name'];
    const paths = namedPaths(rest).map(path => ({ path, stdinName, ...settingsOf(path, stdinName) }));
    const matches =
      options.query === undefined ? null : await chosenBy(options.query, paths, options.cache, output);
    if (matches?.complete === false) return 2;
    let count = 0;
    await write((flags.has('bom') ? '\uFEFF' : '') + format.begin);
    const complete = await eachCable(matches?.paths ?? paths, output, async (file, text) => {
      for (const cable of parseDocument(text, file)) {
        if (matches && !matches.has(file, cable)) continue;
        await write(await format.cable(recordOf(file, cable), cable));
        count++;
      }
      output.progress(`${count} cables`);
    });
    for (const piece of format.end()) await write(piece);
    output.progress('');
    return complete && paths.every(({ sound }) => sound) ? 0 : 2;

    async function write(text: string): Promise<void> {
      if (text !== '') await output.write(text, kind);
    }
  },
};

async function chosenBy(
  query: string,
  paths: readonly NamedPath[],
  cache: string | undefined,
  output: Output,
) {
  const { chosenCables } = await import('./searchCommands.js');
  return await chosenCables(query, paths, cache, output);
}
