import { compareText } from '../../order';
import { truncated } from '../format/columns';
import { putText, type StringColumns, StringTable } from '../format/strings';

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/**
 * Different strings, told apart by their bytes: those of other tables need not become strings for it, and none keeps the whole text it was
 * cut from in memory, as a key of a map would.
 */
export class StringPool {
  /** A hash table, of which at least half is free: for each slot the hash of a string, and 0 or 1 and its number. */
  #slots = new Int32Array(2 * 1024);
  #starts = new Uint32Array(512 + 1);
  #bytes = new Uint8Array(4096);
  #size = 0;
  #scratch = new Uint8Array(256);

  /** The number of the string whose bytes are those of `from` from `start` up to `end`; it is added where it is new. */
  intern(from: Uint8Array, start: number, end: number): number {
    const hash = hashOf(from, start, end);
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
      const id = (slots[slot + 1] ?? 0) - 1;
      if (id < 0) return this.#add(slot, hash, from, start, end);
      if (slots[slot] === hash && this.#isAt(id, from, start, end)) return id;
    }
  }

  /** The number of `text`; it is added where it is new. */
  internText(text: string): number {
    if (3 * text.length > this.#scratch.length) this.#scratch = new Uint8Array(6 * text.length);
    return this.intern(this.#scratch, 0, putText(text, this.#scratch, 0));
  }

  /** The numbers of all strings of a table; those that are new are added. */
  internAll({ starts, bytes }: StringColumns): Uint32Array {
    const numbers = new Uint32Array(starts.length - 1);
    for (let i = 0; i < numbers.length; i++)
      numbers[i] = this.intern(bytes, starts[i] ?? 0, starts[i + 1] ?? 0);
    return numbers;
  }

  finish(): StringColumns {
    const starts = this.#starts.slice(0, this.#size + 1);
    return { starts, bytes: this.#bytes.slice(0, starts[this.#size]) };
  }

  #isAt(id: number, from: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - at !== end - start) return false;
    for (let i = start; i < end; i++, at++) if (from[i] !== bytes[at]) return false;
    return true;
  }

  #add(slot: number, hash: number, from: Uint8Array, start: number, end: number): number {
    const id = this.#size++;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = id + 1;
    const at = this.#starts[id] ?? 0;
    const behind = at + end - start;
    if (behind > this.#bytes.length) this.#bytes = enlarged(this.#bytes, new Uint8Array(2 * behind));
    for (let i = start; i < end; i++) this.#bytes[at + i - start] = from[i] ?? 0;
    this.#starts[id + 1] = behind;
    if (this.#size + 1 === this.#starts.length) this.#grow();
    return id;
  }

  #grow(): void {
    this.#starts = enlarged(this.#starts, new Uint32Array(2 * this.#size + 1));
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 2;
    for (let i = 0; i < this.#slots.length; i += 2) {
      const id = this.#slots[i + 1] ?? 0;
      if (id === 0) continue;
      const hash = this.#slots[i] ?? 0;
      let slot = (2 * hash) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = id;
    }
    this.#slots = slots;
  }
}

/** FNV-1a, with its upper bits mixed into those that tell the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), PRIME);
  return hash ^ (hash >>> 15);
}

function enlarged<Values extends Uint8Array | Uint32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}

/** The strings of a table, numbered in the order in which they are first asked for. Those that nobody asks for are left out. */
export class StringRenumbering {
  readonly #all: StringColumns;
  /** For each string of all 0, or 1 and the number that it has got. */
  readonly #given: Uint32Array;
  /** The strings asked for, and 0 for those to come. */
  readonly #used: Uint32Array;
  #count = 0;

  constructor(all: StringColumns) {
    this.#all = all;
    this.#given = new Uint32Array(all.starts.length);
    this.#used = new Uint32Array(all.starts.length);
  }

  /** The number of the string that has `number` in the table. */
  of(number: number): number {
    const given = this.#given[number] ?? 0;
    if (given > 0) return given - 1;
    this.#used[this.#count] = number;
    this.#given[number] = ++this.#count;
    return this.#count - 1;
  }

  /** The strings asked for, in the order of their numbers. */
  finish(): StringColumns {
    const { starts: allStarts, bytes: allBytes } = this.#all;
    const starts = new Uint32Array(this.#count + 1);
    const bytes = new Uint8Array(allBytes.length);
    let to = 0;
    for (let i = 0; i < this.#count; i++) {
      const number = this.#used[i] ?? 0;
      const end = allStarts[number + 1] ?? 0;
      for (let at = allStarts[number] ?? 0; at < end; at++) bytes[to++] = allBytes[at] ?? 0;
      starts[i + 1] = to;
    }
    return { starts, bytes: truncated(bytes, to) };
  }
}

/** Some strings of a table in order. */
export interface OrderedStrings {
  readonly strings: readonly string[];
  /** For each string of the table its number among them; any number for one that is not. */
  readonly rank: Uint32Array;
}

/** The strings of a table in order, those whose number `isUsed` has; they are all different. */
export function inOrder({ starts, bytes }: StringColumns, isUsed?: Uint8Array): OrderedStrings {
  const all = new StringTable(starts, bytes).all();
  const numbers = Array.from(all.keys()).filter(number => isUsed?.[number] !== 0);
  numbers.sort((a, b) => compareText(all[a] ?? '', all[b] ?? ''));
  const rank = new Uint32Array(all.length);
  for (const [i, number] of numbers.entries()) rank[number] = i;
  return { strings: numbers.map(number => all[number] ?? ''), rank };
}
