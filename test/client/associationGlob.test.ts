import assert from 'node:assert/strict';
import { associationGlob } from '../../client/src/associationGlob';

describe('a pattern of files.associations as a glob', () => {
  const cases: readonly (readonly [pattern: string, glob: string, why: string])[] = [
    ['*.1', '**/*.1', 'names files in any folder'],
    ['/7/*', '/7/*', 'keeps a path as it is'],
    ['*.tXt', '**/*.[tT][xX][tT]', 'takes capital for small letters'],
    ['[a-z]?.b', '**/[a-z]?.[bB]', 'leaves classes of characters alone'],
    ['*.{a,1}', '**/*.{[aA],1}', 'works inside braces'],
  ];
  for (const [pattern, glob, why] of cases) {
    it(why, () => assert.equal(associationGlob(pattern), glob));
  }
});
