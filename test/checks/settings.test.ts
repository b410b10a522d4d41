import assert from 'node:assert/strict';
import { checks, type Levels } from '../../server/src/checks';
import {
  type FolderSettings,
  levelsByFile,
  levelsIn,
  NO_SETTINGS,
} from '../../server/src/checks/settings/settings';

/** Checks the level of `dtg-invalid` in the file `old/a.txt`. */
function checkLevel(expected: string | undefined, folder: Partial<FolderSettings>, editor?: Levels): void {
  assert.equal(levelsByFile({ ...NO_SETTINGS, ...folder }, editor)('old/a.txt')['dtg-invalid'], expected);
}

describe('the level of a check', () => {
  const off: Levels = { 'dtg-invalid': 'off' };
  const hint: Levels = { 'dtg-invalid': 'hint' };
  const unsaid: Levels = { 'dtg-invalid': 'default' };
  const ignore = (file: string, code: string) => ({ ignore: [{ file, code, reason: 'as released' }] });

  it('is its own where nobody says anything', () => checkLevel(undefined, {}));
  it('is what the folder says', () => checkLevel('off', { diagnostics: off }));
  it('is what the editor says, before the folder', () => checkLevel('hint', { diagnostics: off }, hint));
  it('is what the folder says where the editor says default', () =>
    checkLevel('off', { diagnostics: off }, unsaid));
  it('is off where the file is ignored, whatever the editor says', () =>
    checkLevel('off', ignore('old/a.txt', 'dtg-invalid'), hint));
  it('is off where all of the folder is ignored', () => checkLevel('off', ignore('old', '*')));
  it('is its own where another file is ignored', () => checkLevel(undefined, ignore('new', '*')));
  it('is its own where another code is ignored', () => checkLevel(undefined, ignore('old', 'tags-missing')));
  it('is its own where only files of that name elsewhere are ignored', () =>
    checkLevel(undefined, ignore('a.txt', '*')));

  it('is off for every check where all codes are ignored', () => {
    const levels = levelsByFile({ ...NO_SETTINGS, ...ignore('**/a.txt', '*') })('old/a.txt');
    assert.deepEqual(
      checks.filter(({ code }) => levels[code] !== 'off'),
      [],
    );
  });

  it('is taken from a value of any kind', () => {
    for (const value of [
      undefined,
      null,
      'off',
      3,
      ['off'],
      { 'dtg-invalid': 'loud', none: 'off', scope: 1 },
    ])
      assert.deepEqual(levelsIn(value), {});
    assert.deepEqual(levelsIn({ ...hint, scope: 'workspace' }), hint);
  });
});
