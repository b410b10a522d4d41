import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { cableText, withFolder } from '../host/folder';
import { Editor, MODERN, type Setup, until, uriOf } from './editor';

/** Cables whose security group has four letters, which is an error by default, on its fourth line. */
const shortGroup = (serial: number) => cableText(serial).replace('ZNR UUUUU ZZH', 'ZNR UUUU ZZH');
const SHORT_GROUP = shortGroup(7);
const CODE = 'security-group-length';
const { Changed, Created, Deleted } = FileChangeType;

interface Case {
  readonly editor: Editor;
  readonly folder: string;
  /** The uri of a file of the folder. */
  uri(name: string): string;
  write(name: string, text: string): void;
  /** Waits until what was published last for a file is this: `severity code`, or the message where there is no code. */
  shows(name: string, ...expected: readonly string[]): Promise<void>;
}

async function check(
  files: Readonly<Record<string, string>>,
  setup: Setup,
  use: (one: Case) => Promise<void>,
): Promise<void> {
  await withFolder(files, async folder => {
    const editor = await Editor.start({ folders: [folder], ...setup });
    const uri = (name: string) => uriOf(join(folder, name));
    const severities = ['', 'error', 'warning', 'information', 'hint'];
    const shown = (name: string) =>
      editor
        .publishedFor(uri(name))
        .at(-1)
        ?.diagnostics.map(({ severity = 0, code, message }) => `${severities[severity]} ${code ?? message}`);
    try {
      await use({
        editor,
        folder,
        uri,
        write: (name, text) => writeFileSync(join(folder, name), text),
        shows: (name, ...expected) => editor.waitFor(() => shown(name)?.join() === expected.join()),
      });
      assert.deepEqual(editor.problems, []);
    } finally {
      editor.kill();
    }
  });
}

const reftel = (diagnostics: object) => () => ({ diagnostics });
const settingsFile = (value: object) => JSON.stringify(value);

describe('settings', function () {
  // Each test starts a process, which takes its time on a busy machine.
  this.timeout(60_000);

  it('of the editor say how serious a finding is, and are heard when they change', () =>
    check({ 'a.txt': SHORT_GROUP }, { settings: reftel({ [CODE]: 'hint' }) }, async one => {
      const { editor, shows, uri } = one;
      await editor.open(uri('a.txt'), SHORT_GROUP);
      await shows('a.txt', `hint ${CODE}`);
      assert.equal(
        editor.publishedFor(uri('a.txt')).some(({ diagnostics }) => diagnostics[0]?.severity === 1),
        false,
      );
      assert.ok(editor.registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'));
      editor.settings = reftel({ [CODE]: 'hint', levels: { [CODE]: 'off' } });
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await shows('a.txt');
      editor.settings = reftel({ [CODE]: 'hint', levels: { [CODE]: 'default' } });
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await shows('a.txt', `error ${CODE}`);
    }));

  it('are those of the folder in which a file lies', () =>
    withFolder({ 'a.txt': shortGroup(8) }, strict =>
      check(
        { 'a.txt': SHORT_GROUP },
        {
          settings: folder => ({
            diagnostics: { [CODE]: folder === null ? 'off' : folder === uriOf(strict) ? 'error' : 'hint' },
          }),
        },
        async ({ editor, shows, uri }) => {
          await editor.notify('workspace/didChangeWorkspaceFolders', {
            event: { added: [{ uri: uriOf(strict), name: 'strict' }], removed: [] },
          });
          await editor.hasRead(2);
          const other = uriOf(join(strict, 'a.txt'));
          await editor.open(uri('a.txt'), SHORT_GROUP);
          await editor.open(other, shortGroup(8));
          await editor.open('untitled:1', shortGroup(9));
          await shows('a.txt', `hint ${CODE}`);
          assert.equal((await editor.diagnostics(other, 1)).diagnostics[0]?.severity, 1);
          assert.deepEqual(
            (await editor.diagnostics('untitled:1', 1)).diagnostics.filter(({ code }) => code === CODE),
            [],
          );
        },
      ),
    ));

  it('may be sent by an editor that is not asked', () =>
    check({}, { capabilities: { ...MODERN, workspace: { workspaceFolders: true } } }, async one => {
      const { editor, shows, uri } = one;
      await editor.open(uri('a.txt'), SHORT_GROUP);
      await shows('a.txt', `error ${CODE}`);
      const settings = { reftel: { diagnostics: { [CODE]: 'warning' } } };
      await editor.notify('workspace/didChangeConfiguration', { settings });
      await shows('a.txt', `warning ${CODE}`);
    }));

  it('of reftel.json count where the editor says nothing, and are heard when they change', () =>
    check(
      { 'a.txt': SHORT_GROUP, 'reftel.json': settingsFile({ diagnostics: { [CODE]: 'warning' } }) },
      { settings: reftel({ [CODE]: 'default' }) },
      async ({ editor, shows, uri, write, folder }) => {
        await editor.open(uri('a.txt'), SHORT_GROUP);
        await shows('a.txt', `warning ${CODE}`);
        write(
          'reftel.json',
          settingsFile({ ignore: [{ file: '*.txt', code: CODE, reason: 'as released' }] }),
        );
        await editor.watched(Changed, uri('reftel.json'));
        await shows('a.txt');
        rmSync(join(folder, 'reftel.json'));
        await editor.watched(Deleted, uri('reftel.json'));
        await shows('a.txt', `error ${CODE}`);
      },
    ));

  it('say where a reftel.json is wrong, and no more once it is fixed', () =>
    check(
      { 'reftel.json': '{ "diagnostics": {\n  "dtg-wrong": "off" } }' },
      {},
      async ({ editor, shows, uri, write }) => {
        await shows('reftel.json', 'error There is no diagnostic dtg-wrong.');
        const [problem] = editor.publishedFor(uri('reftel.json')).at(-1)?.diagnostics ?? [];
        assert.deepEqual(problem?.range, {
          start: { line: 1, character: 2 },
          end: { line: 1, character: 13 },
        });
        write('reftel.json', '{}');
        await editor.watched(Changed, uri('reftel.json'));
        await shows('reftel.json');
      },
    ));

  it('leave an open reftel.json to an editor that checks it itself', () =>
    check({ 'reftel.json': '{ "diagnostics": [] }' }, { options: { checksSettings: true } }, async one => {
      const { editor, shows, uri } = one;
      await shows('reftel.json', 'error Expected an object: { … }.');
      await editor.open(uri('reftel.json'), '{ "diagnostics": [] }', 'json');
      await shows('reftel.json');
      await editor.close(uri('reftel.json'));
      await shows('reftel.json', 'error Expected an object: { … }.');
    }));
});

describe('checking the whole workspace', function () {
  this.timeout(60_000);
  const workspace = reftel({ scope: 'workspace' });

  it('shows what is found in files that are not open, and follows their changes', () =>
    check(
      { 'a.txt': SHORT_GROUP, 'sound.txt': cableText(8), 'sub/b.txt': cableText(9) },
      { settings: workspace },
      async ({ editor, shows, uri, write, folder }) => {
        await shows('a.txt', `error ${CODE}`);
        write('sub/b.txt', shortGroup(9));
        await editor.watched(Changed, uri('sub/b.txt'));
        await shows('sub/b.txt', `error ${CODE}`);
        write('c.txt', shortGroup(10));
        await editor.watched(Created, uri('c.txt'));
        await shows('c.txt', `error ${CODE}`);
        rmSync(join(folder, 'sub'), { recursive: true });
        await editor.watched(Deleted, uri('sub'));
        await shows('sub/b.txt');
        write('a.txt', 'A letter.');
        await editor.watched(Changed, uri('a.txt'));
        await shows('a.txt');
        assert.deepEqual(editor.publishedFor(uri('sound.txt')), []);
      },
    ));

  it('leaves a file to its document while that is open', () =>
    check({ 'a.txt': SHORT_GROUP }, { settings: workspace }, async ({ editor, shows, uri }) => {
      await shows('a.txt', `error ${CODE}`);
      await editor.open(uri('a.txt'), cableText(7));
      await shows('a.txt');
      await editor.watched(Changed, uri('a.txt'));
      await editor.close(uri('a.txt'));
      await shows('a.txt', `error ${CODE}`);
    }));

  it('begins and ends with the setting, and keeps to what is not excluded', () =>
    check(
      {
        'a.txt': SHORT_GROUP,
        'old/b.txt': shortGroup(9),
        'drafts/c.txt': shortGroup(10),
        'hidden/d.txt': shortGroup(11),
        'reftel.json': settingsFile({ archive: { exclude: ['old'] } }),
      },
      { hidden: { hidden: true } },
      async ({ editor, shows, uri }) => {
        editor.settings = () => ({ diagnostics: { scope: 'workspace' }, archive: { exclude: ['drafts'] } });
        await editor.notify('workspace/didChangeConfiguration', { settings: null });
        await shows('a.txt', `error ${CODE}`);
        editor.settings = reftel({ scope: 'openFiles' });
        await editor.notify('workspace/didChangeConfiguration', { settings: null });
        await shows('a.txt');
        for (const name of ['old/b.txt', 'drafts/c.txt', 'hidden/d.txt'])
          assert.deepEqual(editor.publishedFor(uri(name)), []);
      },
    ));

  it('shows how far it is, can be stopped, and answers meanwhile', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 4000 }, (_, i) => [`${i}.txt`, shortGroup(1000 + i)]),
    );
    await check(files, { settings: workspace }, async ({ editor, uri }) => {
      const task = () => [...editor.tasks].find(([, title]) => title === 'Checking cables')?.[0];
      await editor.waitFor(() => task() !== undefined);
      const token = task();
      await editor.open(uri('0.txt'), files['0.txt'] ?? '');
      const symbols = await editor.request<unknown[]>('textDocument/documentSymbol', {
        textDocument: { uri: uri('0.txt') },
      });
      assert.ok(symbols.length > 0);
      await editor.notify('window/workDoneProgress/cancel', { token });
      await editor.waitFor(() => task() === undefined);
      const shown = () => Object.keys(files).filter(name => editor.publishedFor(uri(name)).length > 0).length;
      const stopped = shown();
      assert.ok(stopped < 4000, `${stopped} of 4000 files were checked before it stopped`);
      await until(
        () => editor.request('textDocument/foldingRange', { textDocument: { uri: uri('0.txt') } }),
        () => true,
      );
      assert.equal(shown(), stopped);
    });
  });
});
