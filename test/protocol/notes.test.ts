import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  type CompletionList,
  type DocumentLink,
  FileChangeType,
  type Hover,
  type LocationLink,
} from 'vscode-languageserver/node';
import type { Requests } from '../../server/src/lsp/messages';
import { type Editor, MODERN, until, uriOf } from './editor';
import { withEditor } from './withEditor';

const CABLE = `P 141412Z FEB 07
FM AMEMBASSY MUSCAT
TO RUEHC/SECSTATE WASHDC PRIORITY 7768
C O N F I D E N T I A L MUSCAT 000154
SUBJECT: TALKS ON WATER

1. (C) Summary: They talked.

2. (C/NF) The minister said that the wells
north of the town were dry.
`;

/** What VS Code can register later. */
const LATE: ClientCapabilities = {
  ...MODERN,
  textDocument: {
    ...MODERN.textDocument,
    synchronization: { dynamicRegistration: true },
    hover: { ...MODERN.textDocument?.hover, dynamicRegistration: true },
    definition: { ...MODERN.textDocument?.definition, dynamicRegistration: true },
    completion: { dynamicRegistration: true },
  },
};

const ask = <M extends keyof Requests>(editor: Editor, method: M, params: Requests[M]['params']) =>
  editor.request<Requests[M]['result']>(method, params);

/** The notes that name a cable: path and line. */
async function noted(editor: Editor, mrn: string): Promise<string> {
  const { items } = await ask(editor, 'reftel/notedIn', { mrn });
  return items.map(({ name, place, line }) => `${name}:${place.range.start.line + 1} ${line}`).join('\n');
}

/** What is registered for Markdown. */
function registered(editor: Editor): readonly string[] {
  const methods = editor.registrations.flatMap(({ method, registerOptions }) =>
    JSON.stringify(registerOptions ?? '').includes('markdown') ? method : [],
  );
  return [...new Set(methods)].sort();
}

describe('notes in an editor', function () {
  this.timeout(60_000);

  it('link, hover, lead to paragraphs and are completed', () =>
    withEditor(
      { 'cable.txt': CABLE },
      async (editor, folder) => {
        await editor.waitFor(() => registered(editor).length === 7);
        const uri = uriOf(join(folder, 'note.md'));
        const text = '# Water\n\nSee 07 Muscat 154, and 07MUSCAT154 ¶2.\n\n07MUSCAT154 ¶';
        await editor.open(uri, text, 'markdown');

        const links = await editor.request<DocumentLink[]>('textDocument/documentLink', {
          textDocument: { uri },
        });
        deepEqual(
          links.map(({ range, target }) => [range.start.line, range.start.character, target]),
          [
            [2, 4, undefined],
            [2, 23, undefined],
            [4, 0, undefined],
          ],
        );
        const resolved = await editor.request<DocumentLink>('documentLink/resolve', links[1] ?? {});
        match(resolved.target ?? '', /cable\.txt#L9$/);

        const hover = await editor.ask<Hover>('textDocument/hover', uri, text, '07MUSCAT154 ¶2');
        match(JSON.stringify(hover.contents), /TALKS ON WATER.*wells north of the town/);
        const [place] = await editor.ask<LocationLink[]>(
          'textDocument/definition',
          uri,
          text,
          '07MUSCAT154 ¶2',
        );
        deepEqual(place?.targetSelectionRange.start, { line: 8, character: 0 });
        const list = await editor.request<CompletionList>('textDocument/completion', {
          textDocument: { uri },
          position: { line: 4, character: 13 },
          context: { triggerKind: 2, triggerCharacter: '¶' },
        });
        deepEqual(
          list.items.map(({ label, filterText }) => [label, filterText]),
          [
            ['¶1', '¶1'],
            ['¶2', '¶2'],
          ],
        );

        deepEqual(await editor.request('textDocument/semanticTokens/full', { textDocument: { uri } }), {
          data: [],
        });
        deepEqual(await editor.request('textDocument/documentSymbol', { textDocument: { uri } }), []);
        deepEqual(editor.publishedFor(uri), []);
        equal(
          await editor.ask('reftel/absentAt', uri, text, '07 Muscat 154', { uri }),
          null,
          'a cable that is here',
        );
      },
      { capabilities: LATE },
    ));

  it('are sent only where there are cables, and where the settings want them', async () => {
    await withEditor(
      { 'note.md': '07MUSCAT154' },
      async editor => {
        await ask(editor, 'reftel/archive', {});
        deepEqual(registered(editor), []);
      },
      { capabilities: LATE },
    );
    await withEditor(
      { 'cable.txt': CABLE, 'note.md': '07MUSCAT154' },
      async (editor, folder) => {
        const uri = uriOf(join(folder, 'note.md'));
        await editor.open(uri, '07MUSCAT154', 'markdown');
        equal(await editor.ask('textDocument/hover', uri, '07MUSCAT154', '07MUSCAT154'), null);
        deepEqual(registered(editor), []);
        equal(await noted(editor, '07MUSCAT154'), '');
      },
      { capabilities: LATE, settings: () => ({ notes: { enabled: false } }) },
    );
  });

  it('follow the setting while the editor runs', () =>
    withEditor(
      { 'cable.txt': CABLE, 'note.md': '07MUSCAT154' },
      async (editor, folder) => {
        const uri = uriOf(join(folder, 'note.md'));
        await editor.open(uri, '07MUSCAT154', 'markdown');
        const hover = () => editor.ask('textDocument/hover', uri, '07MUSCAT154', '07MUSCAT154');
        const follow = async (enabled: boolean) => {
          editor.settings = () => ({ notes: { enabled } });
          await editor.notify('workspace/didChangeConfiguration', { settings: null });
          await until(
            async () => [(await hover()) !== null, (await noted(editor, '07MUSCAT154')) !== ''],
            ([hovers, lists]) => hovers === enabled && lists === enabled,
          );
        };
        await follow(false);
        await follow(true);
      },
      { capabilities: LATE },
    ));

  it('are listed by the cables that they name, as they stand on disk and in the editor', () =>
    withEditor(
      {
        'cable.txt': CABLE,
        'notes/water.md': 'Wells: 07MUSCAT154 ¶2\n',
        'notes/people.txt': 'Minister\n  Muscat 154 (07), and others\n',
        'notes/large.md': `07MUSCAT154\n${'x'.repeat(1 << 20)}`,
        'node_modules/a/README.md': '07MUSCAT154',
        'other.csv': '07MUSCAT154',
        'second.txt': CABLE.replace('000154', '000155').replace('They', '07 MUSCAT 154 says they'),
      },
      async (editor, folder) => {
        const people = 'notes/people.txt:2 Muscat 154 (07), and others';
        const isNoted = (expected: string) =>
          until(
            () => noted(editor, '07MUSCAT154'),
            found => found === expected,
          );
        await isNoted(`${people}\nnotes/water.md:1 Wells: 07MUSCAT154 ¶2`);

        const cable = uriOf(join(folder, 'cable.txt'));
        await editor.open(cable, CABLE);
        const lenses = await editor.request<object[]>('textDocument/codeLens', {
          textDocument: { uri: cable },
        });
        equal(lenses.length, 3);
        const third = await editor.request<{ command?: { title: string; command: string } }>(
          'codeLens/resolve',
          lenses[2] ?? {},
        );
        deepEqual([third.command?.title, third.command?.command], ['noted in 2', 'reftel.listNotedIn']);

        const water = uriOf(join(folder, 'notes/water.md'));
        await editor.open(water, 'Wells: 07MUSCAT154 ¶2\n', 'markdown');
        await editor.change(water, 2, [{ text: 'Nothing yet\n' }]);
        await isNoted(people);
        await editor.close(water);
        await isNoted(`${people}\nnotes/water.md:1 Wells: 07MUSCAT154 ¶2`);

        writeFileSync(join(folder, 'notes/water.md'), '\nLater 07MUSCAT154\n');
        await editor.watched(FileChangeType.Changed, water);
        await isNoted(`${people}\nnotes/water.md:2 Later 07MUSCAT154`);
        rmSync(join(folder, 'notes'), { recursive: true });
        await editor.watched(FileChangeType.Deleted, uriOf(join(folder, 'notes')));
        await isNoted('');

        mkdirSync(join(folder, 'old'));
        writeFileSync(join(folder, 'old/a.md'), '07MUSCAT154');
        renameSync(join(folder, 'old'), join(folder, 'new'));
        await editor.watched(FileChangeType.Created, uriOf(join(folder, 'new')));
        await isNoted('new/a.md:1 07MUSCAT154');
      },
      { capabilities: LATE },
    ));

  it('are found among so many files that a thread looks for them', () => {
    const many = Object.fromEntries(Array.from({ length: 12_000 }, (_, i) => [`many/${i}.log`, '']));
    const files = {
      ...many,
      'many/cable.txt': CABLE,
      'many/list.txt': 'ask for 07MUSCAT154',
      'a.md': '07MUSCAT154',
    };
    return withEditor(files, async editor => {
      const ask = () => noted(editor, '07MUSCAT154');
      equal(
        await until(ask, found => found.includes('list.txt')),
        'a.md:1 07MUSCAT154\nmany/list.txt:1 ask for 07MUSCAT154',
      );
    });
  });

  it('take places, links and quotations from cables', () =>
    withEditor({ 'cable.txt': CABLE }, async (editor, folder) => {
      const uri = uriOf(join(folder, 'cable.txt'));
      await editor.open(uri, CABLE);
      const place = (mrn: string, paragraph: number | null) =>
        ask(editor, 'reftel/place', { mrn, paragraph });
      deepEqual(
        [(await place('07MUSCAT154', 2))?.range.start.line, (await place('07MUSCAT154', 2))?.isParagraph],
        [8, true],
      );
      deepEqual(
        [(await place('07MUSCAT154', 7))?.range.start.line, (await place('07MUSCAT154', 7))?.isParagraph],
        [3, false],
      );
      equal(await place('07MUSCAT1', null), null);
      const at = { line: 9, character: 2 };
      deepEqual(await ask(editor, 'reftel/linkAt', { uri, position: at }), {
        mrn: '07MUSCAT154',
        paragraph: 2,
      });
      const quotation = await ask(editor, 'reftel/quotation', { uri, range: { start: at, end: at } });
      match(
        quotation ?? '',
        /^> ¶2\. \(C\/NF\) The minister said that the wells north of the town were dry\.\n\n.*para\. 2, Confidential\.\n$/,
      );
    }));

  it('may look like cables where the editor itself tells what is one', () =>
    withEditor(
      { 'cable.txt': CABLE },
      async (editor, folder) => {
        const uri = uriOf(join(folder, 'kept.txt'));
        await editor.open(uri, CABLE, 'plaintext');
        equal(await ask(editor, 'reftel/cable', { uri }), null);
        deepEqual(editor.publishedFor(uri), []);
      },
      { capabilities: LATE, options: { recognises: true } },
    ));
});
