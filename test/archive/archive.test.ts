import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Archive, CITATION_LIMIT } from '../../server/src/archive/archive';
import type { CableFacts } from '../../server/src/archive/facts';
import { type Made, madeFacts } from './made';

function archiveOf(...made: readonly Made[]): Archive {
  return Archive.empty.withAll(made.map(each => [each.uri, [madeFacts(each)]]));
}

const urisFound = (archive: Archive, mrn: string) => archive.find(mrn).map(entry => entry.uri);
const sources = (archive: Archive, mrn: string) => archive.citedBy(mrn).items.map(item => item.source.uri);

describe('archive in memory', () => {
  it('finds a cable by its id, the most complete file first', () => {
    const archive = archiveOf(
      { uri: 'extract', mrn: '07MUSCAT73', completeness: 10 },
      { uri: 'whole', mrn: '07MUSCAT73', completeness: 900 },
      { uri: 'other', mrn: '07MUSCAT74' },
    );
    assert.equal(archive.size, 3);
    assert.deepEqual(urisFound(archive, '07MUSCAT73'), ['whole', 'extract']);
    assert.deepEqual(urisFound(archive, '06MUSCAT73'), []);
    assert.deepEqual(urisFound(archive, 'no id'), []);
  });

  it("tries a station's other name only where the one written has no cable", () => {
    const one = archiveOf({ uri: 'a', mrn: '06KYIV1' });
    assert.deepEqual(urisFound(one, '06KIEV1'), ['a']);
    const both = archiveOf({ uri: 'a', mrn: '06KYIV1' }, { uri: 'b', mrn: '06KIEV1' });
    assert.deepEqual(urisFound(both, '06KIEV1'), ['b']);
  });

  it('says who cites a cable, present or absent, under either name of its station', () => {
    const archive = archiveOf(
      { uri: 'b', mrn: '07MUSCAT2', cites: ['06KIEV1', '05ROME9'] },
      { uri: 'a', mrn: '07MUSCAT1', cites: ['06KYIV1', '06KYIV1'] },
    );
    assert.deepEqual(sources(archive, '05ROME9'), ['b']);
    assert.deepEqual(sources(archive, '06KYIV1'), ['a', 'a', 'b']);
    assert.deepEqual(sources(archive, '06KIEV1'), ['a', 'a', 'b']);
    assert.deepEqual(sources(archive, '07MUSCAT1'), []);
    const present = archive
      .withAll([['k', [madeFacts({ uri: 'k', mrn: '06KYIV1' })]]])
      .withAll([['l', [madeFacts({ uri: 'l', mrn: '06KIEV1' })]]]);
    assert.deepEqual(sources(present, '06KIEV1'), ['b'], 'two cables are not mixed up');
  });

  it('says what a cable cites: what its fullest file does, and what only the others do', () => {
    const archive = archiveOf(
      { uri: 'part', mrn: '07MUSCAT1', cites: ['06ROME1', '06ROME3'], completeness: -2 },
      { uri: 'full', mrn: '07MUSCAT1', cites: ['06ROME2', '06ROME1', '06ROME2'], completeness: 5 },
    );
    assert.deepEqual(
      archive.cites('07MUSCAT1').items.map(item => item.target),
      ['06ROME2', '06ROME1', '06ROME2', '06ROME3'],
    );
    assert.deepEqual(archive.cites('07MUSCAT2'), { items: [], truncated: false });
  });

  it('cuts a list that is too long and says so', () => {
    const cites = Array.from({ length: CITATION_LIMIT }, () => '06ROME1');
    const full = archiveOf({ uri: 'a', mrn: '07MUSCAT1', cites });
    assert.equal(full.citedBy('06ROME1').truncated, false);
    const over = full.withAll([['b', [madeFacts({ uri: 'b', cites: ['06ROME1'] })]]]);
    assert.equal(over.citedBy('06ROME1').truncated, true);
    assert.equal(over.citedBy('06ROME1').items.length, CITATION_LIMIT);
  });

  it('leaves earlier snapshots as they were', () => {
    const before = archiveOf({ uri: 'a', mrn: '07MUSCAT1', cites: ['06ROME1'] });
    const changed = before.withAll([['a', [madeFacts({ uri: 'a', mrn: '07MUSCAT2' })]]]);
    const gone = changed.without('a');
    assert.deepEqual([before.size, changed.size, gone.size], [1, 1, 0]);
    assert.deepEqual(urisFound(before, '07MUSCAT1'), ['a']);
    assert.deepEqual(sources(before, '06ROME1'), ['a']);
    assert.deepEqual(urisFound(changed, '07MUSCAT1'), []);
    assert.deepEqual(sources(changed, '06ROME1'), []);
    assert.deepEqual(urisFound(changed, '07MUSCAT2'), ['a']);
    assert.deepEqual(urisFound(gone, '07MUSCAT2'), []);
    assert.equal(gone.without('a'), gone);
  });

  it('equals a rebuild after any edits', () => {
    const id = fc.constantFrom('06KYIV1', '06KIEV1', '07MUSCAT73', '07MUSCAT74', '07ROME1');
    const facts = fc.record({
      mrn: fc.option(id),
      subject: fc.constantFrom('OIL', 'OIL AND GAS', 'VISIT'),
      cites: fc.array(id, { maxLength: 3 }),
      completeness: fc.integer({ min: -2, max: 3 }),
    });
    const uri = fc.integer({ min: 0, max: 20 }).map(String);
    // A file holds a few telegrams, or is no cable.
    const edit = fc.tuple(uri, fc.array(facts, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 12 }), { maxLength: 30 }), batches => {
        let archive = Archive.empty;
        const truth = new Map<string, readonly CableFacts[]>();
        for (const batch of batches) {
          const changes = batch.map(
            ([key, made]) => [key, made.map(each => madeFacts({ uri: key, ...each }))] as const,
          );
          archive = archive.withAll(changes);
          for (const [key, value] of changes) truth.set(key, value);
        }
        const rebuilt = Archive.empty.withAll(truth);
        const size = [...truth.values()].flat().length;
        assert.equal(archive.size, size);
        assert.equal(rebuilt.size, size);
        for (const mrn of ['06KYIV1', '06KIEV1', '07MUSCAT73', '07ROME1']) {
          assert.deepEqual(archive.find(mrn), rebuilt.find(mrn));
          assert.deepEqual(archive.cites(mrn), rebuilt.cites(mrn));
          assert.deepEqual(archive.citedBy(mrn), rebuilt.citedBy(mrn));
        }
        for (const query of ['', 'oil', 'MUSCAT 73']) {
          assert.deepEqual(archive.search(query, 8), rebuilt.search(query, 8));
        }
      }),
    );
  });
});
