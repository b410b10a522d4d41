import { deepEqual, doesNotThrow, equal, match } from 'node:assert/strict';
import fc from 'fast-check';
import { levelsByFile } from '../../server/src/checks/settings/settings';
import { LONGEST, readSettings } from '../../server/src/checks/settings/settingsFile';
import { globMatcher, pathNamedBy } from '../../server/src/text/glob';

const ignores = (count: number, file = (i: number) => `a/${i}.txt`) =>
  JSON.stringify({
    ignore: Array.from({ length: count }, (_, i) => ({ file: file(i), code: 'tag-unknown', reason: 'x' })),
  });

describe('a reftel.json without measure', () => {
  it('counts not at all where it is too long, and says so', () => {
    for (const text of [ignores(200_000), ' '.repeat(LONGEST + 1)]) {
      const { settings, problems } = readSettings(text);
      deepEqual(settings.ignore, []);
      deepEqual(
        problems.map(({ message }) => message),
        ['Longer than 4 MB: nothing of it counts.'],
      );
    }
  });

  it('counts not at all where it is too deep', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
      for (const depth of [33, 5000, 500_000]) {
        const { problems } = readSettings(`{"diagnostics":${open.repeat(depth)}1${close.repeat(depth)}}`);
        match(problems[0]?.message ?? '', /^Nested too deeply/);
      }
    equal(
      readSettings('{"ignore": [{"file": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}]}').problems.some(
        ({ message }) => /deep/.test(message),
      ),
      false,
    );
  });

  it('counts up to a number of entries', () => {
    const { settings, problems } = readSettings(ignores(10_001));
    equal(settings.ignore.length, 10_000);
    deepEqual(
      problems.map(({ message }) => message),
      ['Only the first 10,000 entries count.'],
    );
    const many = JSON.stringify({ archive: { exclude: Array.from({ length: 1200 }, (_, i) => `${i}`) } });
    equal(readSettings(many).settings.archive.exclude.length, 1000);
  });

  it('is told a number of problems', () =>
    equal(
      readSettings(JSON.stringify({ ignore: Array.from({ length: 5000 }, () => 5) })).problems.length,
      100,
    ));

  it('costs no file anything that it does not name', () => {
    const ignore = Array.from({ length: 200_000 }, (_, i) => ({
      file: `a/${i}.txt`,
      code: 'tag-unknown',
      reason: '',
    }));
    const levels = levelsByFile({ diagnostics: {}, ignore, archive: { exclude: [] } });
    // Each of these would take 90 milliseconds if all entries were tried.
    for (let i = 0; i < 100_000; i++) levels(`b/${i}.txt`);
    deepEqual(levels('a/7.txt'), { 'tag-unknown': 'off' });
    deepEqual(levels('b/7.txt'), {});
  });

  it('names the same files without a wildcard as any glob does', () => {
    const name = fc.constantFrom('a', 'b', '.', '', 'c.txt', ' ');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));
    fc.assert(
      fc.property(
        path,
        fc.array(fc.constantFrom('a', 'b', 'c.txt'), { minLength: 1, maxLength: 4 }),
        (glob, names) => {
          const file = names.join('/');
          const named = pathNamedBy(glob);
          const expected = named !== null && named !== '' && (file === named || file.startsWith(`${named}/`));
          equal(globMatcher(glob)(file), expected);
        },
      ),
    );
  });

  it('never throws', () =>
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => doesNotThrow(() => readSettings(text)))));
});
