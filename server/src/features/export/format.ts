import type { Cable } from '../../cable/model';
import type { CableRecord } from '../../cable/record';

/** One run of `reftel export` in one format, as the pieces of its output in their order. */
export interface ExportFormat {
  readonly begin: string;
  /** What a cable adds to the output. */
  cable(record: CableRecord, cable: Cable): string | Promise<string>;
  /** What comes after the last cable, in pieces, for it may be long. */
  end(): Iterable<string>;
}

/** A format that needs nothing of a cable but its record. */
export interface RecordFormat extends ExportFormat {
  cable(record: CableRecord): string;
}

/** A JSON object on a line of its own for each cable. */
export function ndjsonFormat(): RecordFormat {
  return { begin: '', cable: record => `${JSON.stringify(record)}\n`, end: () => [] };
}
