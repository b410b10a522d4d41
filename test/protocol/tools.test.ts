import { deepEqual, equal, match } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Requests } from '../../server/src/lsp/messages';
import { cableText } from '../host/folder';
import { seeds } from '../seeds';
import { type Editor, uriOf } from './editor';
import { withEditor } from './withEditor';

const files = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));

/** What a tool says, and its answer as data. */
async function ask(editor: Editor, name: string, input: unknown) {
  const { text, isError } = await editor.request<Requests['reftel/tool']['result']>('reftel/tool', {
    name,
    input,
  });
  return { text, isError, result: isError ? null : JSON.parse(text) };
}

describe('the tools of the chat', function () {
  this.timeout(60_000);

  it('answer from the folders, with paragraphs and citations', () =>
    withEditor(files, async editor => {
      const { result } = await ask(editor, 'cited_by', { id: 'MUSCAT 73 (07)' });
      deepEqual(
        result.items.map(({ id }: { id: string }) => id),
        ['07MUSCAT154'],
      );
      const found = await ask(editor, 'find_cables', { query: 'post:muscat israel', limit: 1 });
      equal(found.result.cables.length, 1);
      match(found.result.cables[0].paragraphs[0].citation, /para\. \d/);
    }));

  it('wait until the folders have been read', () =>
    withEditor(
      files,
      async editor => {
        const { result } = await ask(editor, 'find_cables', { query: '' });
        equal(result.total, 5);
      },
      { atOnce: true },
    ));

  it('do not see what is open from elsewhere, or not saved in a file', () =>
    withEditor({ 'in/a.txt': cableText(73) }, async (editor, folder) => {
      writeFileSync(join(folder, '../outside.txt'), cableText(74));
      await editor.open(uriOf(join(folder, '../outside.txt')), cableText(74));
      await editor.open('untitled:Untitled-1', cableText(75));
      await editor.open(uriOf(join(folder, 'in/b.txt')), cableText(76));
      const { result } = await ask(editor, 'find_cables', { query: '' });
      deepEqual(
        result.cables.map(({ id }: { id: string }) => id),
        ['07MUSCAT73', '07MUSCAT76'],
      );
      match((await ask(editor, 'read_cable', { id: '07MUSCAT74' })).text, /is not in this folder/);
    }));

  it('politely refuse what they cannot answer', () =>
    withEditor(files, async editor => {
      const cases: readonly (readonly [string, unknown, string])[] = [
        ['read_cable', { id: '/etc/passwd' }, '/etc/passwd is not the id of a cable, such as 07MUSCAT73'],
        ['read_cable', { id: '07MUSCAT9999' }, '07MUSCAT9999 is not in this folder'],
        ['read_cable', {}, 'id is missing'],
        ['read_cable', { id: 7 }, 'id must be a text'],
        ['read_cable', null, 'the input must be an object'],
        ['find_cables', { query: '', limit: 0 }, 'limit must be a whole number from 1 to 100'],
        ['find_cables', { query: '', limit: 1.5 }, 'limit must be a whole number from 1 to 100'],
        ['find_cables', { query: '', path: '..' }, 'there is no path, only query, limit'],
        ['find_cables', { query: 'is:missing' }, 'is:missing is for the tool "missing"'],
        ['delete', {}, 'there is no tool delete'],
      ];
      for (const [name, input, text] of cases) {
        const answer = await ask(editor, name, input);
        deepEqual([answer.text, answer.isError], [text, true]);
      }
      equal((await ask(editor, 'find_cables', { query: 'clas:secret' })).isError, true);
    }));

  it('say so where no folder is open', () =>
    withEditor(
      {},
      async editor => {
        const answer = await ask(editor, 'missing', {});
        deepEqual([answer.text, answer.isError], ['no folder with cables is open', true]);
      },
      { folders: [] },
    ));
});
