import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pickFiles } from '../../../../server/src/archive/index/build/pickFiles';
import { SourceCollector } from '../../../../server/src/archive/index/build/source';
import { batchOfPaths } from '../madeBase';

/** The files that are left of batches, as ranges: number of the batch, first file, end. */
function picked(...batches: (readonly string[])[]) {
  const collector = new SourceCollector();
  for (const paths of batches) collector.add(batchOfPaths(paths));
  return pickFiles(collector.finish());
}

const rangesOf = (...batches: string[][]) =>
  picked(...batches).ranges.map(({ source, start, end }) => [source.number, start, end]);

describe('picking files from batches', () => {
  it('takes each file from the last batch that has it', () => {
    assert.deepEqual(rangesOf(['a', 'b', 'c', 'e', 'f'], ['b', '-c', 'd'], ['c'], ['-e']), [
      [0, 0, 1],
      [1, 0, 1],
      [2, 0, 1],
      [1, 2, 3],
      [0, 4, 5],
    ]);
  });

  it('keeps ranges whole where nothing comes between', () => {
    assert.deepEqual(rangesOf(['d', 'e'], ['-c'], ['a', 'b']), [
      [2, 0, 2],
      [0, 0, 2],
    ]);
    assert.deepEqual(rangesOf(['x/a', 'x/b'], ['a']), [
      [1, 0, 1],
      [0, 0, 2],
    ]);
  });

  it('has folders that hold files, and no others', () => {
    assert.deepEqual(picked(['x/a', 'y/b'], ['-x/a', 'b']).folders, ['', 'y']);
    assert.deepEqual(picked().folders, []);
  });

  it('agrees with a map from path to batch, in whatever order files come', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'x/a', 'x/b', 'x/y/a', '\ue000', '𝒜');
    const batch = fc.array(fc.tuple(name, fc.boolean()), { maxLength: 9 });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 5 }), batches => {
        const expected = new Map<string, number>();
        for (const [i, files] of batches.entries())
          for (const [path, isGone] of files)
            if (isGone) expected.delete(path);
            else expected.set(path, i);
        const all = batches.map(files => files.map(([path, isGone]) => (isGone ? '-' : '') + path));
        const { ranges } = picked(...all);
        const found = ranges.flatMap(({ source, start, end }) =>
          (all[source.number] ?? []).slice(start, end).map(path => [path, source.number]),
        );
        assert.deepEqual(
          new Map(found.map(([path, number]) => [String(path), Number(number)])),
          new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))),
        );
        assert.equal(found.length, expected.size);
      }),
    );
  });
});
