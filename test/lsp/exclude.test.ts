import { deepEqual } from 'node:assert/strict';
import { excludedBy } from '../../server/src/lsp/exclude';

describe('exclusion', () => {
  it('takes the globs of both settings', () => {
    const files = { '**/.git': true, '**/*.bak': true, shown: false, '**/*.js': { when: '$(basename).ts' } };
    deepEqual(excludedBy(['drafts'], files), ['drafts', '**/.git', '**/*.bak']);
  });

  it('stands values that are none', () => {
    deepEqual(excludedBy(undefined, null), []);
    deepEqual(excludedBy({ drafts: true }, ['x']), []);
    deepEqual(excludedBy([1, 'a', null], 'b'), ['a']);
  });
});
