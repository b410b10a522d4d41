/** What a source of cables may be; `text` is a text with one telegram or several. */
export const importKinds = [
  'cablegate-csv',
  'wikileaks-html',
  'plusd',
  'aad',
  'frus',
  'pdf',
  'text',
] as const;

export type ImportKind = (typeof importKinds)[number];

/** The text of a source in pieces of any length, in order and without a byte order mark. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** Where in its source an item stands. What does not apply is left out; all count from 1. */
export interface Place {
  /** The row of a table, or the number of the telegram or document where the source is none. */
  readonly row?: number;
  readonly line?: number;
  /** The first page of a PDF. */
  readonly page?: number;
}

/** A telegram with its text, as it was but for the escapes of its container. */
export interface FoundTelegram extends Place {
  readonly kind: 'telegram';
  readonly text: string;
  /** The canonical id that the container gives it, or null; the text may have one of its own. */
  readonly id: string | null;
}

/** What a table says of a telegram whose text it does not have. */
export interface FoundRecord extends Place {
  readonly kind: 'record';
  readonly id: string | null;
  /** The fields that are not empty, by the container's own names. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A part of a source that could not be read. */
export interface FoundDamage extends Place {
  readonly kind: 'damage';
  /** What is wrong, in a few words and without a full stop: `the row has 5 cells instead of 8`. */
  readonly reason: string;
}

/** The source holds nothing of a telegram at all, though it is of a kind that might; nothing else is found in it. */
export interface FoundNothing extends Place {
  readonly kind: 'none';
}

export type Found = FoundTelegram | FoundRecord | FoundDamage | FoundNothing;

/**
 * Reads a source of one kind: its telegrams, records and damage in the order of the source. Never throws for what the source holds;
 * memory is bounded by the longest telegram. The same chunks, however divided, give the same items.
 */
export type Reader = (chunks: Chunks) => AsyncGenerator<Found>;

/** Reads a source that is no text; takes its bytes, which are of no use afterwards. Otherwise like `Reader`. */
export type BytesReader = (bytes: Uint8Array) => AsyncGenerator<Found>;
