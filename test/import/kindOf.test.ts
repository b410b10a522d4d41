import { deepEqual, equal, ok } from 'node:assert/strict';
import { withFolder } from '../host/folder';
import { importInto } from './importing';
import { otherFiles } from './others';

describe('the kind of a source', () => {
  it(`is none for ${Object.keys(otherFiles).length} other files`, () =>
    withFolder(
      Object.fromEntries(Object.entries(otherFiles).map(([name, content]) => [`in/${name}`, content])),
      async folder => {
        const { outcomes, files, otherFiles: count } = await importInto(folder, ['in']);
        deepEqual(outcomes, []);
        deepEqual(files, {});
        equal(count, Object.keys(otherFiles).length);
        ok(count >= 20);
      },
    ));
});
