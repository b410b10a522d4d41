import type { Shelf } from './keptArchives';

/** What of a browser's database is used here. */
interface Asked<T> {
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  readonly result: T;
  readonly error: unknown;
}
interface Store {
  get(key: string): Asked<unknown>;
  getAllKeys(): Asked<string[]>;
  getAll(): Asked<unknown[]>;
  put(value: unknown, key: string): Asked<unknown>;
  delete(key: string): Asked<unknown>;
}
interface Database {
  createObjectStore(name: string): void;
  transaction(names: readonly string[], mode: 'readonly' | 'readwrite'): { objectStore(name: string): Store };
}
interface Opening extends Asked<Database> {
  onupgradeneeded: (() => void) | null;
}
declare const indexedDB: { open(name: string, version: number): Opening };

const BYTES = 'archives';
const USED = 'used';

/** So many names are kept; beyond that those go that were used longest ago. */
const KEPT = 20;

/** A shelf in the browser's IndexedDB. Everything rejects where there is none, as in some private windows. */
export class IndexedShelf implements Shelf {
  #database: Promise<Database> | null = null;

  async get(name: string): Promise<unknown> {
    const database = await this.#open();
    const found = await answerTo(database.transaction([BYTES], 'readonly').objectStore(BYTES).get(name));
    if (found !== undefined) await answerTo(this.#used(database).put(Date.now(), name));
    return found;
  }

  async put(name: string, bytes: ArrayBuffer): Promise<void> {
    const database = await this.#open();
    await answerTo(database.transaction([BYTES], 'readwrite').objectStore(BYTES).put(bytes, name));
    await answerTo(this.#used(database).put(Date.now(), name));
    const [names, times] = await Promise.all([
      answerTo(this.#used(database).getAllKeys()),
      answerTo(this.#used(database).getAll()),
    ]);
    const latest = names.map((key, i) => ({ key, time: Number(times[i]) })).sort((a, b) => b.time - a.time);
    for (const { key } of latest.slice(KEPT)) await this.drop(key);
  }

  async drop(name: string): Promise<void> {
    const database = await this.#open();
    const both = database.transaction([BYTES, USED], 'readwrite');
    await Promise.all([BYTES, USED].map(store => answerTo(both.objectStore(store).delete(name))));
  }

  #used(database: Database): Store {
    return database.transaction([USED], 'readwrite').objectStore(USED);
  }

  #open(): Promise<Database> {
    this.#database ??= (async () => {
      const opening = indexedDB.open('reftel', 1);
      opening.onupgradeneeded = () => {
        for (const store of [BYTES, USED]) opening.result.createObjectStore(store);
      };
      return answerTo(opening);
    })();
    return this.#database;
  }
}

function answerTo<T>(asked: Asked<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
