import assert from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import type { Grouping } from '../../server/src/archive/snapshot';
import { type Made, madeFacts } from './made';

const made: readonly Made[] = [
  {
    uri: 'a',
    mrn: '07MUSCAT73',
    tags: ['PREL', 'MU'],
    instant: Date.UTC(2007, 0, 24),
    classification: 'SECRET',
    cites: ['06STATE1', '06STATE1', '07MUSCAT9'],
  },
  {
    uri: 'b',
    mrn: '07MUSCAT9',
    tags: ['PREL'],
    instant: Date.UTC(2007, 0, 2),
    cites: ['06STATE1', '05ROME2'],
  },
  { uri: 'c', mrn: '06STATE77', tags: ['MU'], instant: Date.UTC(2006, 11, 31), cites: ['06KYIV1'] },
  { uri: 'd', mrn: '06KIEV1', cites: ['08MUSCAT1'] },
  { uri: 'e', cites: ['07MUSCAT73'] },
];

const archive = Archive.empty.withAll(made.map(each => [each.uri, [madeFacts(each)]]));

const groups = (by: Grouping) => archive.groups(by).map(({ key, count }) => `${key} ${count}`);

describe('collection', () => {
  it('divides by station, year, tag and classification, what tells none last', () => {
    assert.deepEqual(groups('post'), ['KIEV 1', 'MUSCAT 2', 'STATE 1', ' 1']);
    assert.deepEqual(groups('year'), ['2006 2', '2007 2', ' 1']);
    assert.deepEqual(groups('tag'), ['MU 2', 'PREL 2', ' 2']);
    assert.deepEqual(groups('classification'), ['SECRET 1', ' 4']);
  });

  it('lists the cables of a group piece by piece', () => {
    const uris = (from: number, limit: number) => {
      const { items, truncated } = archive.inGroup('tag', 'PREL', from, limit);
      return [...items.map(({ uri }) => uri), truncated];
    };
    assert.deepEqual(uris(0, 10), ['b', 'a', false]);
    assert.deepEqual(uris(0, 1), ['b', true]);
    assert.deepEqual(uris(1, 1), ['a', false]);
    assert.deepEqual(uris(2, 1), [false]);
  });

  it('counts the files that cite a missing cable, the most cited first', () => {
    const { items, truncated } = archive.missing(10);
    assert.deepEqual(
      items.map(({ mrn, count }) => `${mrn} ${count}`),
      ['06STATE1 2', '05ROME2 1', '08MUSCAT1 1'],
    );
    assert.equal(truncated, false);
    assert.equal(archive.missing(1).truncated, true);
  });

  it('counts the cables of each month', () => {
    assert.deepEqual(archive.perMonth('tag', 'PREL'), [{ month: 37 * 12, count: 2 }]);
    assert.deepEqual(archive.perMonth('tag', 'MU'), [
      { month: 37 * 12 - 1, count: 1 },
      { month: 37 * 12, count: 1 },
    ]);
  });

  it('knows the next and the previous cable of a station', () => {
    assert.equal(archive.neighbour('07MUSCAT9', 1)?.uri, 'a');
    assert.equal(archive.neighbour('07MUSCAT73', -1)?.uri, 'b');
    assert.equal(archive.neighbour('07MUSCAT73', 1), null);
    assert.equal(archive.neighbour('06MUSCAT999', 1)?.uri, 'b', 'for a cable that is not here');
  });

  it('counts citations, and those that lead somewhere under either name of a station', () => {
    assert.deepEqual(archive.totals(), { cables: 5, references: 8, resolved: 3, missing: 3 });
  });
});
