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
 * The facts of many files as columns of numbers. A table of strings takes two columns, see `StringTable`. `…Starts` columns have one value
 * more than there are items: item `i` extends from value `i` to value `i + 1`. Columns are listed in the order in which a build completes
 * them, so that their file can be written meanwhile.
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
  /** The modification time in milliseconds since 1970, with all decimals that the file system has. */
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
  /** See `ranges.ts`. */
  rowAnchor: 'u16',
  rowCitations: 'u32',

  /** The id of each cited cable, once. */
  targetKey: 'f64',
  citationTarget: 'u32',
  /** Place and year source, see `citationCode`. */
  citationCode: 'u8',
  citationRange: 'u16',
  /** Of anchors, and then of citations. */
  wideRanges: 'u32',

  /** The text after FM. */
  senderStarts: 'u32',
  senderBytes: 'u8',
  /** Lists of captions, joined by line feeds. */
  captionsStarts: 'u32',
  captionsBytes: 'u8',
  /** Lists of action addressees, joined by line feeds. */
  addresseesStarts: 'u32',
  addresseesBytes: 'u8',
  /** TAGS and parts of subjects, see `subject.ts`. */
  tokenStarts: 'u32',
  tokenBytes: 'u8',
  /** A sender, or `NONE`. */
  rowSender: 'u32',
  rowCaptions: 'u32',
  rowAddressees: 'u32',
  /** TAGS and subject, see `rowText.ts`. */
  rowTextStarts: 'u32',
  rowText: 'u16',
} as const satisfies Schema;

/**
 * The columns of a base. Folders and stations are in order, since they are searched; files are in the order of folder and name, rows in
 * that of id and path, targets in that of their ids.
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
/** In `fileRow`: the file no longer exists. */
export const GONE = 0xfffffffe;
/** In `rowTime`: no date-time group. */
export const NO_TIME = -0x80000000;

/** The names of a base's columns, in the order of its file. */
export const baseColumnNames = Object.keys(baseSchema) as readonly (keyof BaseColumns)[];

/** A view of `length` values of column `name`, from byte `offset` of `buffer` on. */
export function viewColumn(name: keyof BaseColumns, buffer: ArrayBufferLike, offset: number, length: number) {
  // A union of constructors accepts one kind of buffer by its types, and both in fact.
  return new kinds[baseSchema[name]](buffer as ArrayBuffer, offset, length);
}

/** The bytes of one value of column `name`. */
export function widthOf(name: keyof BaseColumns): number {
  return kinds[baseSchema[name]].BYTES_PER_ELEMENT;
}

/** The first `length` values of a column: the column itself if that is all its buffer contains, otherwise a copy, so that the rest can be freed. */
export function truncated<C extends Column>(column: C, length: number): C {
  const isWhole = column.buffer.byteLength === length * column.BYTES_PER_ELEMENT;
  return isWhole ? column : (column.slice(0, length) as C);
}

/** Replaces each value by the sum up to it: counts, each stored one place after its group, become starts. */
export function sumUp(counts: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] ?? 0;
    counts[i] = sum;
  }
}
