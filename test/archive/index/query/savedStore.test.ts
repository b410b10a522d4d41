import fc from 'fast-check';
import { Archive } from '../../../../server/src/archive/archive';
import type { FileFacts } from '../../../../server/src/archive/facts';
import { checkSameAnswers, someFile, somePath } from '../../compare';
import { namedBehind } from '../../made';
import { plainArchive } from '../../plainArchive';
import { buildBase, madeBase, madeBatch } from '../madeBase';

const PREFIX = 'file:///cables/';
const naming = namedBehind(PREFIX);

const someFiles = fc.array(fc.tuple(somePath, someFile), { maxLength: 12 });
type Files = readonly (readonly [path: string, facts: FileFacts])[];

/** What a plain archive says of the last word on each file. */
function expected(...parts: readonly Files[]) {
  const last = new Map(parts.flat().map(([path, facts]) => [PREFIX + path, facts]));
  return plainArchive(last);
}

const named = (files: Files) => files.map(([path, facts]) => [PREFIX + path, facts] as const);

describe('answers', function () {
  this.timeout(20_000);

  it('are the same from memory as from looking at every file', () => {
    fc.assert(
      fc.property(someFiles, someFiles, (first, second) => {
        const archive = Archive.empty.withAll(named(first)).withAll(named(second));
        checkSameAnswers(archive, expected(first, second));
      }),
      { numRuns: 30 },
    );
  });

  it('are the same from a base', () => {
    fc.assert(
      fc.property(someFiles, someFiles, (first, second) => {
        const base = buildBase(madeBase(first), [madeBatch(second)]);
        checkSameAnswers(Archive.over({ base, naming }), expected(first, second));
      }),
      { numRuns: 30 },
    );
  });

  it('are the same from a base under changed, new and deleted files', () => {
    fc.assert(
      fc.property(someFiles, someFiles, someFiles, (first, second, third) => {
        const archive = Archive.over({ base: madeBase(first), naming });
        const changed = archive.withAll(named(second)).withAll(named(third));
        checkSameAnswers(changed, expected(first, second, third));
        checkSameAnswers(archive, expected(first), 'before');
      }),
      { numRuns: 40 },
    );
  });

  it('are the same from two bases', () => {
    const other = namedBehind('file:///others/');
    fc.assert(
      fc.property(someFiles, someFiles, someFiles, (first, second, third) => {
        const archive = Archive.over(
          { base: madeBase(first), naming },
          { base: madeBase(second), naming: other },
        );
        const last = new Map([
          ...named(first),
          ...second.map(([path, facts]) => [other.uriOf(path), facts] as const),
          ...named(third),
        ]);
        checkSameAnswers(archive.withAll(named(third)), plainArchive(last));
      }),
      { numRuns: 30 },
    );
  });
});
