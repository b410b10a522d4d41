import { deepEqual } from 'node:assert/strict';
import { join } from 'node:path';
import type { Requests } from '../../server/src/lsp/messages';
import { seeds } from '../seeds';
import { uriOf } from './editor';
import { withEditor } from './withEditor';

const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

type Plan = Requests['reftel/fileRenames'];

describe('the names of files after their ids', function () {
  this.timeout(60_000);

  it('are planned for files and for folders, as texts stand in the editor', () =>
    withEditor(
      {
        'a/one.txt': seed0.text,
        'a/07MUSCAT154.txt': seed1.text,
        'a/b/two #1.txt': seed0.text,
        'a/note.txt': 'No cable.\n',
        'a/taken.txt': seed1.text,
      },
      async (editor, folder) => {
        const plan = async (...names: readonly string[]) => {
          const uris = names.map(name => uriOf(join(folder, name)));
          const params: Plan['params'] = { uris };
          const { renames, kept, named, truncated } = await editor.request<Plan['result']>(
            'reftel/fileRenames',
            params,
          );
          const below = (uri: string) => uri.slice(uriOf(folder).length + 1);
          return {
            renames: renames.map(({ uri, newUri }) => `${below(uri)} → ${below(newUri)}`).sort(),
            kept: kept.map(({ uri, reason }) => `${below(uri)}: ${reason}`),
            named,
            truncated,
          };
        };
        const renames = ['a/b/two%20%231.txt → a/b/07MUSCAT73.txt', 'a/one.txt → a/07MUSCAT73.txt'];
        const taken = 'a/taken.txt → a/07MUSCAT154-2.txt';
        deepEqual(await plan('a'), { renames: [...renames, taken], kept: [], named: 1, truncated: false });
        deepEqual(await plan('a/note.txt', 'a/taken.txt', 'a/taken.txt'), {
          renames: [taken],
          kept: ['a/note.txt: not-a-cable'],
          named: 0,
          truncated: false,
        });

        await editor.open(uriOf(join(folder, 'a/taken.txt')), seed0.text);
        deepEqual((await plan('a')).renames.at(-1), 'a/taken.txt → a/07MUSCAT73-2.txt');
        deepEqual(await plan('nowhere'), {
          renames: [],
          kept: ['nowhere: not-a-cable'],
          named: 0,
          truncated: false,
        });
      },
    ));
});
