import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/tables.wasm';
import { postKey, stationAliases } from '../../server/src/reference/posts';
import { isKnownPost, knownPosts } from '../../server/src/reference/stations';
import { tagOf, tags } from '../../server/src/reference/tags';
import { instantiate } from './assembly';

const tables = instantiate<{
  readonly knownStation: (at: number, length: number) => number;
  readonly knownName: (station: number) => number;
  readonly knownLength: (station: number) => number;
  readonly isTag: (at: number, length: number) => number;
  readonly newTable: (most: number, bytes: number) => number;
  readonly clearTable: (table: number) => void;
  readonly countOf: (table: number) => number;
  readonly intern: (table: number, at: number, length: number) => number;
  readonly find: (table: number, at: number, length: number) => number;
  readonly stringAt: (table: number, index: number) => number;
  readonly stringLength: (table: number, index: number) => number;
}>(wasm);

const ask = (question: (at: number, length: number) => number, text: string) =>
  question(tables.bytes(), tables.put(text));
const textAt = (at: number, length: number) => Buffer.from(tables.memory.buffer, at, length).toString();

/** Words, half of which occur in a table. */
const words = (known: Iterable<string>) =>
  fc.oneof(
    fc.constantFrom(...known),
    fc.string({ unit: fc.constantFrom(...'ABENOT'), minLength: 1, maxLength: 9 }),
  );

describe('tables of the plain reader', () => {
  it('have the stations in their order', () => {
    const stations = [...knownPosts()];
    deepEqual(
      stations.map((_, i) => textAt(tables.knownName(i), tables.knownLength(i))),
      stations,
    );
  });

  it('know stations by name and alias, and no others', () => {
    const stations = [...knownPosts()];
    const number = (name: string) => (isKnownPost(postKey(name)) ? stations.indexOf(postKey(name)) : -1);
    const names = [...stations, ...stationAliases().keys()];
    for (const name of names) equal(ask(tables.knownStation, name), number(name), name);
    fc.assert(fc.property(words(names), name => equal(ask(tables.knownStation, name), number(name))));
  });

  it('know TAGS', () => {
    const codes = tags.map(({ code }) => code);
    for (const code of codes) equal(ask(tables.isTag, code), 1, code);
    fc.assert(fc.property(words(codes), code => equal(ask(tables.isTag, code), tagOf(code) ? 1 : 0)));
  });
});

describe('strings of the plain reader', () => {
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('', 'a', 'abcdefgh', 'abcdefghi'));

  it('get the number of their first coming', () => {
    const table = tables.newTable(64, 2048);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 64 }), all => {
        tables.clearTable(table);
        const distinct = [...new Set(all)];
        for (const one of all) {
          const put = tables.put(one);
          equal(tables.intern(table, tables.bytes(), put), distinct.indexOf(one));
          equal(tables.find(table, tables.bytes(), put), distinct.indexOf(one));
        }
        equal(tables.countOf(table), distinct.length);
        deepEqual(
          distinct.map((_, i) => textAt(tables.stringAt(table, i), tables.stringLength(table, i))),
          distinct,
        );
      }),
    );
  });

  it('are refused where there is no room', () => {
    const table = tables.newTable(4, 6);
    const intern = (one: string) => tables.intern(table, tables.bytes(), tables.put(one));
    deepEqual(['ab', 'cd', 'efg', 'e', 'f', 'g', 'cd'].map(intern), [0, 1, -1, 2, 3, -1, 1]);
  });
});
