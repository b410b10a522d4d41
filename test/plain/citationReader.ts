import wasm from '../../server/plain/testing/citation.wasm';
import type { CitingTelegram } from '../../server/src/cable/citation';
import type { YearSource } from '../../server/src/cable/model';
import type { Span } from '../../server/src/text/span';
import { instantiate } from './assembly';

const reader = instantiate<{
  readonly postKey: (name: number, length: number) => number;
  readonly postLetters: (post: number) => number;
  readonly postLength: (post: number) => number;
  readonly setCiting: (year: number, post: number, serial: number) => void;
  readonly findCableNumbers: (base: number, length: number, knownOnly: number) => number;
  readonly numbers: () => number;
  readonly numberStart: (index: number) => number;
  readonly numberEnd: (index: number) => number;
  readonly numberHasPost: (index: number) => number;
  readonly numberPostStart: (index: number) => number;
  readonly numberIsCapital: (index: number) => number;
  readonly numberPost: (index: number) => number;
  readonly numberYear: (index: number) => number;
  readonly numberSerial: (index: number) => number;
  readonly numberSource: (index: number) => number;
  readonly text: () => number;
  readonly decode: (length: number) => number;
  readonly beginFlow: () => void;
  readonly joinPart: (start: number, end: number) => number;
  readonly readList: () => number;
  readonly items: () => number;
  readonly itemLabel: (index: number) => number;
  readonly itemPost: (index: number) => number;
  readonly itemYear: (index: number) => number;
  readonly itemSerial: (index: number) => number;
  readonly itemSource: (index: number) => number;
  readonly itemStart: (index: number) => number;
  readonly itemEnd: (index: number) => number;
  readonly hasLabel: (letter: number) => number;
}>(wasm);

/** In the order of `codes.ts`. */
const SOURCES: readonly (YearSource | null)[] = [null, 'printed', 'inherited', 'same-year', 'year-before'];

export const CAPITALS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A text as the reader has it: one byte for each unit. */
const unitsOf = (text: string) => Uint8Array.from(text, sign => Math.min(sign.charCodeAt(0), 0xff));

/** The number of the station of a name, or -1. */
export function keyOf(name: string): number {
  return reader.postKey(reader.bytes(), reader.put(unitsOf(name)));
}

/** The letters of a station by its number. */
export function lettersOf(post: number): string {
  return Buffer.from(reader.memory.buffer, reader.postLetters(post), reader.postLength(post)).toString();
}

function tellCiting({ year, post, serial }: CitingTelegram): void {
  reader.setCiting(year ?? 0, keyOf(post ?? ''), serial ?? 0);
}

/** The numbers that the plain reader finds, or null where it is not sure. */
export function numbersIn(text: string, citing: CitingTelegram, knownOnly: boolean) {
  tellCiting(citing);
  // A number and letters before and behind it must not count.
  if (reader.decode(reader.put(`07A${text}7A`)) === 0) return null;
  if (reader.findCableNumbers(reader.text() + 3, text.length, knownOnly ? 1 : 0) === 0) return null;
  return Array.from({ length: reader.numbers() }, (_, i) => ({
    start: reader.numberStart(i),
    end: reader.numberEnd(i),
    name: reader.numberHasPost(i)
      ? { start: reader.numberPostStart(i), isCapital: reader.numberIsCapital(i) === 1 }
      : null,
    post: lettersOf(reader.numberPost(i)),
    year: reader.numberYear(i),
    serial: reader.numberSerial(i),
    source: SOURCES[reader.numberSource(i)] ?? null,
  }));
}

/** The cables of a list that the plain reader finds, and the letters that label items; null where it is not sure. */
export function listIn(text: string, parts: readonly Span[], citing: CitingTelegram) {
  tellCiting(citing);
  if (reader.decode(reader.put(text)) === 0) return null;
  reader.beginFlow();
  for (const { start, end } of parts) if (reader.joinPart(start, end) === 0) return null;
  if (reader.readList() === 0) return null;
  const items = Array.from({ length: reader.items() }, (_, i) => ({
    label: reader.itemLabel(i) === 0 ? null : String.fromCharCode(reader.itemLabel(i)),
    start: reader.itemStart(i),
    end: reader.itemEnd(i),
    post: lettersOf(reader.itemPost(i)),
    year: reader.itemYear(i),
    serial: reader.itemSerial(i),
    source: SOURCES[reader.itemSource(i)] ?? null,
  }));
  return { items, labels: CAPITALS.filter(letter => reader.hasLabel(letter.charCodeAt(0)) === 1) };
}
