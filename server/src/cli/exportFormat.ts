import type { CableRecord } from '../cable/record';

/** One run of `reftel export` in one format, as the pieces of its output in their order. */
export interface ExportFormat {
  readonly begin: string;
  /** What a cable adds to the output. */
  cable(record: CableRecord): string;
  /** What comes after the last cable, in pieces, for it may be long. */
  end(): Iterable<string>;
}

/** A JSON object on a line of its own for each cable. */
export function ndjsonFormat(): ExportFormat {
  return { begin: '', cable: record => `${JSON.stringify(record)}\n`, end: () => [] };
}
