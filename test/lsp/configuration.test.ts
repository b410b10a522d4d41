import { deepEqual } from 'node:assert/strict';
import { excludedGlobs } from '../../server/src/lsp/configuration';

describe('exclusion', () => {
  it('takes the globs of both settings', () => {
    const files = { '**/.git': true, '**/*.bak': true, shown: false, '**/*.js': { when: '$(basename).ts' } };
    deepEqual(excludedGlobs(['drafts'], files), ['drafts', '**/.git', '**/*.bak']);
  });

  it('stands values that are none', () => {
    deepEqual(excludedGlobs(undefined, null), []);
    deepEqual(excludedGlobs({ drafts: true }, ['x']), []);
    deepEqual(excludedGlobs([1, 'a', null], 'b'), ['a']);
  });
});
