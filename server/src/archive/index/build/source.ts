import { compareUtf8 } from '../../order';
import { type FactColumns, GONE } from '../format/columns';
import type { StringColumns } from '../format/strings';
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
  readonly addressees: Uint32Array;
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
  readonly addressees: StringColumns;
  readonly tokens: StringColumns;
}

/** In a column of places in the new base: what is not there. */
export const NOWHERE = 0xffffffff;

/** Rows have the number of their source in 16 bits. */
const MOST_SOURCES = 0xffff;

/** Takes in sources one by one, and does of the work what can be done before all are known. */
export class SourceCollector {
  readonly #all: Source[] = [];
  readonly #folders = new StringPool();
  readonly #posts = new StringPool();
  readonly #senders = new StringPool();
  readonly #captions = new StringPool();
  readonly #addressees = new StringPool();
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
      addressees: this.#addressees.internAll({
        starts: columns.addresseesStarts,
        bytes: columns.addresseesBytes,
      }),
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
      addressees: this.#addressees.finish(),
      tokens: this.#tokens.finish(),
    };
  }
}

/** Files of one folder that stand one behind the other in the columns they are in, rise by their names, and are all there or all gone. */
interface RisingRun {
  /** The number of the folder in the columns. */
  readonly folder: number;
  readonly start: number;
  readonly end: number;
  readonly isGone: boolean;
}

type RunColumns = Pick<FactColumns, 'fileFolder' | 'fileRow' | 'nameStarts' | 'nameBytes'>;

/** The runs of all files, in their order. What comes from a walk has few: one for each folder, or for the part of it in a batch. */
function risingRunsOf(columns: RunColumns): readonly RisingRun[] {
  const { fileFolder, fileRow } = columns;
  const runs: RisingRun[] = [];
  let start = 0;
  for (let i = 1; i <= fileFolder.length; i++) {
    if (i < fileFolder.length && goesOn(columns, i)) continue;
    runs.push({ folder: fileFolder[start] ?? 0, start, end: i, isGone: fileRow[start] === GONE });
    start = i;
  }
  return runs;
}

/** Whether a file belongs to the run of the one before. */
function goesOn({ fileFolder, fileRow, nameStarts, nameBytes }: RunColumns, file: number): boolean {
  if (fileFolder[file] !== fileFolder[file - 1]) return false;
  if ((fileRow[file] === GONE) !== (fileRow[file - 1] === GONE)) return false;
  const start = nameStarts[file] ?? 0;
  return (
    compareUtf8(nameBytes, nameStarts[file - 1] ?? 0, start, nameBytes, start, nameStarts[file + 1] ?? 0) < 0
  );
}
