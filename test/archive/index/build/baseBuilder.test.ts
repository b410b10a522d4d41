import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CableFacts } from '../../../../server/src/archive/facts';
import { BatchWriter } from '../../../../server/src/archive/index/build/batch';
import type { Base } from '../../../../server/src/archive/index/format/base';
import { someFacts, somePath } from '../../compare';
import { madeFacts } from '../../made';
import { buildBase, madeBase, madeBatch } from '../madeBase';

const full: CableFacts = {
  mrn: '07MUSCAT154',
  subject: ' Oman’s  "oil": ßtraße 𝒜 & more — ',
  instant: Date.UTC(2007, 1, 14, 14, 12),
  from: 'AMEMBASSY MUSCAT',
  to: ['SECSTATE WASHDC', 'AMEMBASSY ROME'],
  classification: 'CONFIDENTIAL',
  captions: ['SIPDIS', 'NOFORN'],
  tags: ['PREL', 'STEINBERG, JAMES B.', 'MU'],
  anchor: { start: { line: 12, character: 0 }, end: { line: 12, character: 37 } },
  completeness: -2,
  citations: [
    {
      target: '06KYIV1',
      place: 'text',
      yearSource: null,
      range: { start: { line: 70_000, character: 100_000 }, end: { line: 70_001, character: 3 } },
    },
    {
      target: '07MUSCAT154',
      place: 'list',
      yearSource: 'year-before',
      range: { start: { line: 70_002, character: 0 }, end: { line: 70_002, character: 9 } },
    },
  ],
};

/** What the base says of a file, in the form of facts. */
function factsIn(base: Base, path: string): CableFacts | null {
  const row = base.rowsOfFile(base.fileOf(path))[0] ?? -1;
  if (row < 0) return null;
  const { start, end } = base.citationsOf(row);
  const citations = Array.from({ length: end - start }, (_, i) => base.citation(start + i));
  return { ...base.entry(row), completeness: base.columns.rowCompleteness[row] ?? 0, citations };
}

const pathsOf = (base: Base) => Array.from({ length: base.fileCount }, (_, file) => base.pathOf(file));
const mrnsOf = (base: Base) => Array.from({ length: base.rowCount }, (_, row) => base.entry(row).mrn);

describe('building a base', () => {
  it('keeps all facts of a file', () => {
    const empty = madeFacts({});
    const base = madeBase([
      ['a/b/full.txt', full],
      ['empty.txt', empty],
      ['none.txt', null],
    ]);
    assert.deepEqual(factsIn(base, 'a/b/full.txt'), full);
    assert.deepEqual(factsIn(base, 'empty.txt'), empty);
    assert.equal(factsIn(base, 'none.txt'), null);
    assert.deepEqual([base.fileCount, base.rowCount, base.citationCount], [3, 2, 2]);
  });

  it('knows size and time of every file, cable or not', () => {
    const writer = new BatchWriter();
    writer.add('x/no.txt', 5_000_000_000, 1_700_000_000_123.456, []);
    writer.add('x/yes.txt', 12, 0, [full]);
    const base = buildBase(null, [writer.finish()]);
    const file = base.fileOf('x/no.txt');
    assert.equal(base.columns.fileSize[file], 5_000_000_000);
    assert.equal(base.columns.fileTime[file], 1_700_000_000_123.456);
    assert.equal(base.columns.fileTime[base.fileOf('x/yes.txt')], 0);
  });

  it('orders files by folder and name, and cables by year, station, serial and path', () => {
    const file = (path: string, mrn: string | null) => [path, madeFacts({ mrn })] as const;
    const base = madeBase([
      file('b/2.txt', '06ROME10'),
      file('b/1.txt', '06ROME9'),
      file('a.txt', null),
      file('b-c/1.txt', '06ROME9'),
      file('é.txt', '99ADANA1'),
      file('Z.txt', null),
      file('b/c/1.txt', '06MUSCAT11'),
    ]);
    assert.deepEqual(pathsOf(base), [
      'Z.txt',
      'a.txt',
      'é.txt',
      'b/1.txt',
      'b/2.txt',
      'b-c/1.txt',
      'b/c/1.txt',
    ]);
    assert.deepEqual(mrnsOf(base), ['99ADANA1', '06MUSCAT11', '06ROME9', '06ROME9', '06ROME10', null, null]);
    assert.deepEqual(base.filesIn('b'), { start: 3, end: 5 });
    assert.deepEqual(base.filesIn('c'), { start: 0, end: 0 });
    const { start, end } = base.rowsOf(base.keyOf('06ROME9') ?? 0);
    const paths = [...base.columns.rowFile.subarray(start, end)].map(row => base.pathOf(row));
    assert.deepEqual(paths, ['b-c/1.txt', 'b/1.txt']);
    assert.equal(base.fileOf('b/3.txt'), -1);
    assert.equal(base.fileOf('nowhere/1.txt'), -1);
  });

  it('orders names and folders by UTF-16 code units', () => {
    const names = ['a', 'aa', 'z', 'é', '\ud7ff', '𝒜', '\u{10ffff}', '\ue000', '\uffee'];
    const paths = ['', ...names].flatMap(folder =>
      names.map(name => (folder === '' ? `${name}.txt` : `${folder}/${name}.txt`)),
    );
    const base = madeBase(paths.toReversed().map(path => [path, madeFacts({})] as const));
    assert.deepEqual(pathsOf(base), paths);
    const rowPaths = Array.from(base.columns.rowFile, file => base.pathOf(file));
    assert.deepEqual(rowPaths, paths.toSorted());
    for (const [file, path] of paths.entries()) assert.equal(base.fileOf(path), file);
  });

  it('is the same to the byte however its files come in batches', () => {
    const files = fc.uniqueArray(fc.tuple(somePath, fc.option(someFacts)), { selector: ([path]) => path });
    const divided = files.chain(all =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(divided, ([all, shuffled, numbers]) => {
        const batches = [0, 1, 2, 3].map(batch => madeBatch(shuffled.filter((_, i) => numbers[i] === batch)));
        const whole = madeBase(all).columns;
        assert.deepEqual(buildBase(null, batches).columns, whole);
        const old = buildBase(null, batches.slice(0, 2));
        assert.deepEqual(buildBase(old, batches.slice(2)).columns, whole);
      }),
    );
  });

  it('knows who cites a cable, here or not', () => {
    const base = madeBase([
      ['a', madeFacts({ mrn: '07MUSCAT1', cites: ['05ROME9', '07MUSCAT2', '05ROME9'] })],
      ['b', madeFacts({ mrn: '07MUSCAT2', cites: ['05ROME9'] })],
    ]);
    const citing = (mrn: string) =>
      [...base.citing(base.targetOf(base.keyOf(mrn) ?? 0))].map(citation => base.rowOfCitation(citation));
    assert.deepEqual(citing('05ROME9'), [0, 0, 1]);
    assert.deepEqual(citing('07MUSCAT2'), [0]);
    assert.equal(base.targetOf(base.keyOf('07MUSCAT1') ?? 0), -1);
    assert.equal(base.keyOf('07PARIS1'), null);
    assert.equal(base.keyOf('no id'), null);
  });

  it('takes the last word on a file, from the base before or from batches', () => {
    const old = madeBase([
      ['kept', madeFacts({ mrn: '07MUSCAT1', subject: 'KEPT', tags: ['MU'], cites: ['05ROME9'] })],
      ['changed', madeFacts({ mrn: '07PARIS2', subject: 'BEFORE', cites: ['05PARIS9'] })],
      ['no more', madeFacts({ mrn: '07QUITO3' })],
      ['gone', madeFacts({ mrn: '07KABUL4' })],
    ]);
    const base = buildBase(old, [
      madeBatch([
        ['changed', madeFacts({ mrn: '07LIMA1' })],
        ['gone', undefined],
        ['new and gone', madeFacts({})],
        ['back', undefined],
      ]),
      madeBatch([
        ['changed', madeFacts({ mrn: '07ROME2', subject: 'AFTER' })],
        ['no more', null],
        ['new and gone', undefined],
        ['back', madeFacts({ subject: 'BACK' })],
      ]),
    ]);
    assert.deepEqual(pathsOf(base), ['back', 'changed', 'kept', 'no more']);
    assert.deepEqual(mrnsOf(base), ['07MUSCAT1', '07ROME2', null]);
    assert.equal(factsIn(base, 'kept')?.subject, 'KEPT');
    assert.deepEqual(factsIn(base, 'kept')?.tags, ['MU']);
    assert.equal(factsIn(base, 'changed')?.subject, 'AFTER');
    assert.deepEqual(base.posts.all(), ['MUSCAT', 'ROME'], 'strings that nothing uses are dropped');
    assert.deepEqual(base.texts.tokens.all(), ['MU', 'KEPT', 'AFTER', 'BACK']);
    assert.equal(base.columns.targetKey.length, 1);
  });

  it('makes an empty base of nothing', () => {
    const base = buildBase(null, []);
    assert.deepEqual([base.fileCount, base.rowCount, base.citationCount], [0, 0, 0]);
    assert.equal(base.fileOf('a'), -1);
    assert.equal(base.keyOf('07MUSCAT1'), null);
  });
});
