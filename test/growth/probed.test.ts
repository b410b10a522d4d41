import { deepEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { reachedFrom } from '../reached';

/** What is measured with other means, or reads no text that could be long. */
const APART = new Set([
  // What an action does is measured as `fixProbes` and normalising.
  'server/src/features/codeActions.ts',
  // Its rounds are those of `makeReadable` and of normalising.
  'server/src/features/readable.ts',
  // A list that is given to it, of which it keeps a part.
  'server/src/features/citationFilter.ts',
  // Reads a PDF with a library; `pages of a PDF` is what is done with its words.
  'server/src/import/pdf.ts',
  // Names of formats, and a row for each missing cable.
  'server/src/features/export/formats.ts',
  'server/src/features/export/missing.ts',
  // Which reader a kind of source has, and the file of `dist` for two of them.
  'server/src/import/readers.ts',
  'server/src/import/pages.ts',
  // A line of a list, whose length is capped.
  'server/src/import/notedLine.ts',
  // The names of files.
  'server/src/import/target.ts',
  'server/src/import/outcome.ts',
]);

const modules = new Set(
  ['server/src/features', 'server/src/import'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
);

describe('the growth gate', () => {
  it('measures every feature and every reader of imports', () => {
    const reached = reachedFrom('test/growth/probes.ts');
    deepEqual(
      [...modules].filter(name => !reached.has(name) && !APART.has(name)),
      [],
    );
  });

  it('keeps no exception that is none', () =>
    deepEqual(
      [...APART].filter(name => !modules.has(name)),
      [],
    ));
});
