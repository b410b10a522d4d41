import type { MissingCable, Snapshot } from '../archive/snapshot';
import { isoMinute } from '../cable/dateTimeGroup';
import { probableDatesOf } from '../features/probableDates';
import { csvRow } from '../text/csv';
import { choose, readArguments, UsageError } from './arguments';
import type { Command } from './command';
import { archiveOf } from './openArchive';
import { excludedBehind, queryOf } from './query';

interface MissingRecord {
  readonly mrn: string;
  /** How many cables cite it, and which. */
  readonly citedBy: number;
  readonly citing: readonly string[];
  /** Days between which it was probably sent. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

const formats: Readonly<
  Record<'text' | 'csv' | 'ndjson', { readonly begin: string; row(record: MissingRecord): string }>
> = {
  text: {
    begin: '',
    row: ({ mrn, citedBy, citing, earliest, latest }) =>
      `${mrn}\t${citedBy}\t${earliest === latest ? (earliest ?? '') : `${earliest} to ${latest}`}\t${citing.join(' ')}\n`,
  },
  csv: {
    begin: csvRow(['mrn', 'citedBy', 'earliest', 'latest', 'citing']),
    row: ({ mrn, citedBy, citing, earliest, latest }) => csvRow([mrn, citedBy, earliest, latest, citing]),
  },
  ndjson: { begin: '', row: record => `${JSON.stringify(record)}\n` },
};

export const missing: Command = {
  name: 'missing',
  summary: 'the cables that are cited and not in the folder',
  help: `usage: reftel missing [--in DIR] [--cache DIR] [--query QUERY] [--format text|csv|ndjson]

Prints the cables that are cited and not in the folder, the most cited first: id, how many cables cite it, the
days between which it was probably sent, and which cables cite it; with tabs between them. The days are those
of the nearest serials of its station that are in the folder, and of the first cable that cites it.

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
    const { begin, row } = formats[choose('format', options.format, ['text', 'csv', 'ndjson'])];
    const query = queryOf([options.query ?? '']);
    const archive = await archiveOf(options.in ?? '.', { cache: options.cache }, output);
    if (!archive) return 2;
    const { snapshot } = archive;
    await output.write(begin);
    for (const cable of snapshot.missing(Number.POSITIVE_INFINITY, query).items)
      await output.write(row(recordOf(snapshot, cable)));
    return 0;
  },
};

function recordOf(snapshot: Snapshot, { mrn, count }: MissingCable): MissingRecord {
  const dates = probableDatesOf(snapshot, mrn);
  const citing = new Set(snapshot.citedBy(mrn).items.map(({ source }) => source.mrn ?? source.uri));
  return {
    mrn,
    citedBy: count,
    earliest: dates && dayOf(dates.earliest),
    latest: dates && dayOf(dates.latest),
    citing: [...citing],
  };
}

function dayOf(instant: number): string {
  return isoMinute(instant).slice(0, 10);
}
