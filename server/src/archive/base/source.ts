import { postOfKey, withPost } from './cableKey';
import type { FactColumns } from './columns';
import { RowTexts } from './rowText';
import { StringTable, type StringWriter } from './strings';

/** The tables of strings that the sources of a base share. Those of folders, names and stations are put in order apart. */
export interface SharedTables {
  readonly senders: StringWriter;
  readonly captions: StringWriter;
  readonly tokens: StringWriter;
}

/** Columns that go into a new base, and the numbers that their strings get there. */
export class Source {
  readonly columns: FactColumns;
  readonly folders: StringTable;
  readonly names: StringTable;
  readonly texts: RowTexts;
  readonly sender: (id: number) => number;
  readonly captions: (id: number) => number;
  readonly token: (id: number) => number;
  readonly #posts: StringTable;
  readonly #usedPosts: Uint8Array;
  readonly #usedTargets: Uint8Array;
  #postIds: readonly number[] = [];

  constructor(columns: FactColumns, tables: SharedTables) {
    this.columns = columns;
    this.folders = new StringTable(columns.folderStarts, columns.folderBytes);
    this.names = new StringTable(columns.nameStarts, columns.nameBytes);
    this.texts = new RowTexts(columns);
    this.sender = renumber(new StringTable(columns.senderStarts, columns.senderBytes), tables.senders);
    this.captions = renumber(new StringTable(columns.captionsStarts, columns.captionsBytes), tables.captions);
    this.token = renumber(this.texts.tokens, tables.tokens);
    this.#posts = new StringTable(columns.postStarts, columns.postBytes);
    this.#usedPosts = new Uint8Array(this.#posts.size);
    this.#usedTargets = new Uint8Array(columns.targetKey.length);
  }

  /** Notes that a row goes into the base, with its id and what it cites. */
  use(row: number): void {
    const { rowKey, rowCitations, citationTarget, targetKey } = this.columns;
    this.#usedPosts[postOfKey(rowKey[row] ?? 0)] = 1;
    const end = rowCitations[row + 1] ?? 0;
    for (let i = rowCitations[row] ?? 0; i < end; i++) {
      const target = citationTarget[i] ?? 0;
      this.#usedTargets[target] = 1;
      this.#usedPosts[postOfKey(targetKey[target] ?? 0)] = 1;
    }
  }

  /** The stations of the rows and targets in use. */
  posts(): string[] {
    return this.#posts.all().filter((_, id) => this.#usedPosts[id] === 1);
  }

  /** Takes the new numbers of the stations, so that keys can be given. */
  numberPosts(numbers: ReadonlyMap<string, number>): void {
    this.#postIds = this.#posts.all().map(post => numbers.get(post) ?? 0);
  }

  /** What a key of this source is in the new base. */
  key(key: number): number {
    return withPost(key, this.#postIds[postOfKey(key)] ?? 0);
  }

  /** The keys in the new base of the targets in use. */
  targetKeys(): number[] {
    const keys: number[] = [];
    for (const [target, key] of this.columns.targetKey.entries())
      if (this.#usedTargets[target] === 1) keys.push(this.key(key));
    return keys;
  }
}

/** Gives a string of `from` its number in `to`; only strings asked for get there. */
function renumber(from: StringTable, to: StringWriter): (id: number) => number {
  const numbers = new Uint32Array(from.size);
  return id => {
    const known = numbers[id] ?? 0;
    if (known > 0) return known - 1;
    const number = to.intern(from.at(id));
    numbers[id] = number + 1;
    return number;
  };
}
