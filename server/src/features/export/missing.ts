import type { MissingCable, Snapshot } from '../../archive/snapshot';
import { csvRow } from '../../text/csv';
import { visibleLine } from '../../text/visible';
import { probableDaysOf } from '../probableDates';

/** What a list of missing cables says of one. */
interface MissingRecord {
  readonly mrn: string;
  /** How many cables cite it, and which. */
  readonly citedBy: number;
  readonly citing: readonly string[];
  /** Days between which it was probably sent. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The formats of a list of missing cables. */
export const missingFormats: Readonly<
  Record<'text' | 'csv' | 'ndjson', { readonly begin: string; row(record: MissingRecord): string }>
> = {
  text: {
    begin: '',
    row: ({ mrn, citedBy, citing, earliest, latest }) =>
      `${mrn}\t${citedBy}\t${earliest === latest ? (earliest ?? '') : `${earliest} to ${latest}`}\t${visibleLine(citing.join(' '))}\n`,
  },
  csv: {
    begin: csvRow(['mrn', 'citedBy', 'earliest', 'latest', 'citing']),
    row: ({ mrn, citedBy, citing, earliest, latest }) => csvRow([mrn, citedBy, earliest, latest, citing]),
  },
  ndjson: { begin: '', row: record => `${JSON.stringify(record)}\n` },
};

/** What is known of a missing cable. */
export function missingRecordOf(snapshot: Snapshot, { mrn, count }: MissingCable): MissingRecord {
  const citing = new Set(snapshot.citedBy(mrn).items.map(({ source }) => source.mrn ?? source.uri));
  return {
    mrn,
    citedBy: count,
    ...probableDaysOf(snapshot, mrn),
    citing: [...citing],
  };
}
