import type { FactColumns } from '../format/columns';
import type { StringColumns } from '../format/strings';
import { type RisingRun, risingRunsOf } from './risingRuns';
import { StringPool } from './stringPool';

/**
 * Columns that go into a new base. Files, rows and targets are numbered on from one source to the next; for the strings of each table
 * there are their numbers in the pool of all sources.
 */
export interface Source {
  readonly columns: FactColumns;
  /** Its number among the sources. */
  readonly number: number;
  /** How many rows the sources before it have: its row `i` is that of number `firstRow + i` among all. */
  readonly firstRow: number;
  readonly firstTarget: number;
  readonly files: readonly RisingRun[];
  readonly folders: Uint32Array;
  readonly posts: Uint32Array;
  readonly senders: Uint32Array;
  readonly captions: Uint32Array;
  readonly tokens: Uint32Array;
}

/** All that goes into a new base, and what is different of its strings. */
export interface Sources {
  /** A later one overrules an earlier one. */
  readonly all: readonly Source[];
  readonly rows: number;
  readonly targets: number;
  readonly folders: StringColumns;
  readonly posts: StringColumns;
  readonly senders: StringColumns;
  readonly captions: StringColumns;
  readonly tokens: StringColumns;
}

/** In a column of places in the new base: what is not there. */
export const NOWHERE = 0xffffffff;

/** Rows have the number of their source in 16 bits. */
const MOST_SOURCES = 0xffff;

/** Takes in sources one by one, and does of the work what can be done before all are known. */
export class Intake {
  readonly #all: Source[] = [];
  readonly #folders = new StringPool();
  readonly #posts = new StringPool();
  readonly #senders = new StringPool();
  readonly #captions = new StringPool();
  readonly #tokens = new StringPool();
  #rows = 0;
  #targets = 0;

  /** Throws where there are too many. */
  add(columns: FactColumns): void {
    const number = this.#all.length;
    if (number === MOST_SOURCES)
      throw new RangeError(`more than ${MOST_SOURCES} batches are too many for one base`);
    this.#all.push({
      columns,
      number,
      firstRow: this.#rows,
      firstTarget: this.#targets,
      files: risingRunsOf(columns),
      folders: this.#folders.internAll({ starts: columns.folderStarts, bytes: columns.folderBytes }),
      posts: this.#posts.internAll({ starts: columns.postStarts, bytes: columns.postBytes }),
      senders: this.#senders.internAll({ starts: columns.senderStarts, bytes: columns.senderBytes }),
      captions: this.#captions.internAll({ starts: columns.captionsStarts, bytes: columns.captionsBytes }),
      tokens: this.#tokens.internAll({ starts: columns.tokenStarts, bytes: columns.tokenBytes }),
    });
    this.#rows += columns.rowKey.length;
    this.#targets += columns.targetKey.length;
  }

  finish(): Sources {
    return {
      all: this.#all,
      rows: this.#rows,
      targets: this.#targets,
      folders: this.#folders.finish(),
      posts: this.#posts.finish(),
      senders: this.#senders.finish(),
      captions: this.#captions.finish(),
      tokens: this.#tokens.finish(),
    };
  }
}
