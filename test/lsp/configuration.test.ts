import { deepEqual } from 'node:assert/strict';
import { excludedGlobs } from '../../server/src/lsp/configuration';
import { editorSettings } from '../../server/src/lsp/settings';

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

describe('the levels of the editor', () => {
  const levels = (diagnostics: unknown) => editorSettings({ diagnostics }, null).levels;

  it('are those of one setting', () =>
    deepEqual(
      levels({ scope: 'workspace', levels: { 'dtg-invalid': 'off', 'tag-unknown': 'loud', none: 'off' } }),
      {
        'dtg-invalid': 'off',
      },
    ));

  it('are also read where each stands by itself, for codes that the one setting does not name', () =>
    deepEqual(
      levels({ 'dtg-invalid': 'hint', 'tag-unknown': 'hint', levels: { 'dtg-invalid': 'default' } }),
      { 'dtg-invalid': 'default', 'tag-unknown': 'hint' },
    ));

  it('stand values that are none', () => {
    for (const value of [null, 'off', ['off'], 1]) deepEqual(levels({ levels: value }), {});
  });
});
