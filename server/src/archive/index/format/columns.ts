const kinds = {
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const;

/** The kinds of numbers that a column holds. */
interface Kinds {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f64: Float64Array;
}

type Schema = Readonly<Record<string, keyof Kinds>>;
type ColumnsOf<S extends Schema> = { readonly [Name in keyof S]: Kinds[S[Name]] };

/** A column of any kind. */
export type Column = Kinds[keyof Kinds];

/**
 * What is known of many files, as columns of numbers. A table of strings is two columns, see `StringTable`; `…Starts` columns
 * have one value more than there are things, and the things of number `i` lie from its value to that of `i + 1`. The order is that in
 * which a base comes into being, so that its file can be written meanwhile.
 */
const factSchema = {
  /** Paths relative to the root, with `/` between names; the root itself is empty. */
  folderStarts: 'u32',
  folderBytes: 'u8',
  fileFolder: 'u32',
  nameStarts: 'u32',
  nameBytes: 'u8',
  /** In bytes. */
  fileSize: 'f64',
  /** When it was changed, in milliseconds since 1970, with all the decimals that the disk gives. */
  fileTime: 'f64',

  postStarts: 'u32',
  postBytes: 'u8',
  /** The row of the file's first telegram, or `NO_CABLE` or `GONE`. */
  fileRow: 'u32',
  /** The cable's id, see `cableKey.ts`. */
  rowKey: 'f64',
  /** The row of the file's next telegram, or `NONE`. */
  rowNext: 'u32',
  /** The date-time group in minutes since 1970, or `NO_TIME`. */
  rowTime: 'i32',
  /** A place in `CLASSIFICATIONS`. */
  rowClassification: 'u8',
  rowCompleteness: 'i32',
  /** Four numbers for each range: line and column of its start, line and column of its end. */
  rowAnchor: 'u32',
  rowCitations: 'u32',

  /** The id of each cable cited, once. */
  targetKey: 'f64',
  citationTarget: 'u32',
  /** Place and year source, see `citationCode.ts`. */
  citationCode: 'u8',
  citationRange: 'u32',

  /** What stands behind FM. */
  senderStarts: 'u32',
  senderBytes: 'u8',
  /** Lists of captions, joined by line feeds. */
  captionsStarts: 'u32',
  captionsBytes: 'u8',
  /** TAGS and parts of subjects, see `subject.ts`. */
  tokenStarts: 'u32',
  tokenBytes: 'u8',
  /** A sender, or `NONE`. */
  rowSender: 'u32',
  rowCaptions: 'u32',
  /** TAGS and subject, see `rowText.ts`. */
  rowTextStarts: 'u32',
  rowText: 'u16',
} as const satisfies Schema;

/**
 * The columns of a base. Here strings of a table are in order where they are searched (folders, stations), files in the order of
 * folder and name, rows in the order of id and path, targets in the order of their ids.
 */
export const baseSchema = {
  ...factSchema,
  rowFile: 'u32',
  /** For each target its citations. */
  targetCitations: 'u32',
  citing: 'u32',
} as const satisfies Schema;

export type FactColumns = ColumnsOf<typeof factSchema>;
export type BaseColumns = ColumnsOf<typeof baseSchema>;

/** In `rowSender` and `rowNext`: none. */
export const NONE = 0xffffffff;
/** In `fileRow`: the file is no cable. */
export const NO_CABLE = 0xffffffff;
/** In `fileRow`: the file is there no more. */
export const GONE = 0xfffffffe;
/** In `rowTime`: no date-time group. */
export const NO_TIME = -0x80000000;

/** The names of a base's columns and their kinds, in the order in which a file has them. */
export const baseColumnNames = Object.keys(baseSchema) as readonly (keyof BaseColumns)[];

/** A view on `length` values of the kind that column `name` has, from byte `offset` of `buffer` on. */
export function viewColumn(name: keyof BaseColumns, buffer: ArrayBufferLike, offset: number, length: number) {
  // The types take one kind of buffer for a choice of constructors; the constructors take both.
  return new kinds[baseSchema[name]](buffer as ArrayBuffer, offset, length);
}

/** The bytes of one value of column `name`. */
export function widthOf(name: keyof BaseColumns): number {
  return kinds[baseSchema[name]].BYTES_PER_ELEMENT;
}

/**
 * The first `length` values of a column that is not used any more: itself where its buffer holds nothing else, else a copy, so that what
 * is too much can go.
 */
export function truncated<C extends Column>(column: C, length: number): C {
  const isWhole = column.buffer.byteLength === length * column.BYTES_PER_ELEMENT;
  return isWhole ? column : (column.slice(0, length) as C);
}

/** Adds to each value those before it: of counts, each in the place behind that of its group, come starts. */
export function sumUp(counts: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] ?? 0;
    counts[i] = sum;
  }
}
