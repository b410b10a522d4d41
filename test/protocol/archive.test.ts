import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType, type LocationLink, type WorkspaceSymbol } from 'vscode-languageserver/node';
import { ARCHIVE_CHANGED } from '../../server/src/lsp/messages';
import { cableText, withFolder } from '../host/folder';
import { Editor, type Setup, until, uriOf } from './editor';

const HOUR_AGO = new Date(Date.now() - 3_600_000);

/** Runs `use` with a folder for cables, one for what is saved, and a way to start editors on them, which end in any case. */
async function withArchive(
  files: Readonly<Record<string, string>>,
  use: (folder: string, start: (setup?: Setup) => Promise<Editor>) => Promise<void>,
): Promise<void> {
  await withFolder({}, async top => {
    const editors: Editor[] = [];
    const folder = join(top, 'cables');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeOld(join(folder, name), text);
    const start = async (setup: Setup = {}) => {
      const editor = Editor.idle();
      editors.push(editor);
      const options = { cacheDir: join(top, 'saved'), ...setup.options };
      return await editor.begin({ folders: [folder], ...setup, options });
    };
    try {
      await use(folder, start);
      for (const editor of editors) deepEqual(editor.problems, []);
    } finally {
      for (const editor of editors) editor.kill();
    }
  });
}

/** Writes a file as it was an hour ago: what has just been written is read again, for it may change once more within a tick. */
function writeOld(path: string, text: string): void {
  writeFileSync(path, text);
  utimesSync(path, HOUR_AGO, HOUR_AGO);
}

const idsIn = async (editor: Editor) => {
  const symbols = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'muscat' });
  return symbols.map(({ name }) => name.split(' ')[0]);
};

const summary = (editor: Editor) => editor.messages.filter(message => / cables (in|are known)/.test(message));

/** Many cables, none so small that all of them are read before anybody can say stop. */
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${i + 1}.txt`,
      cableText(i + 1, [`1. ${'Text. '.repeat(800)}`]),
    ]),
  );

describe('the archive of a workspace', function () {
  this.timeout(60_000);

  it('is saved, answers at once the next time, and then is what the disk has', () =>
    withArchive(
      { 'a.txt': cableText(1), 'b.txt': cableText(2), 'c.txt': cableText(3) },
      async (folder, start) => {
        const first = await start();
        deepEqual(await idsIn(first), ['07MUSCAT1', '07MUSCAT2', '07MUSCAT3']);
        await first.stop();
        // Changed so that only a look at the text would tell: what was saved still counts.
        writeOld(join(folder, 'a.txt'), cableText(9));
        rmSync(join(folder, 'b.txt'));
        writeFileSync(join(folder, 'c.txt'), cableText(4));
        writeFileSync(join(folder, 'd.txt'), cableText(5));
        const second = await start();
        deepEqual(await idsIn(second), ['07MUSCAT1', '07MUSCAT4', '07MUSCAT5']);
      },
    ));

  it('leads to a cited cable by its file name before the folder has been read', () => {
    const citing = cableText(1, ['REF: MUSCAT 3', '', '1. As reported in reftel.']);
    // So many that reading them takes far longer than finding them.
    const files = { ...many(3000), '07MUSCAT1.txt': citing, '07MUSCAT3.txt': cableText(3) };
    return withArchive(files, async (folder, start) => {
      const editor = await start({ atOnce: true });
      const uri = uriOf(join(folder, '07MUSCAT1.txt'));
      await editor.open(uri, citing);
      const at = { textDocument: { uri }, position: { line: 16, character: 7 } };
      const links = await until(
        () => editor.request<readonly LocationLink[] | null>('textDocument/definition', at),
        found => (found?.length ?? 0) > 0,
      );
      deepEqual(summary(editor), [], 'the folder has not been read yet');
      ok(links?.some(({ targetUri }) => targetUri === uriOf(join(folder, '07MUSCAT3.txt'))));
    });
  });

  it('is read without a place to save it', () =>
    withArchive({ 'a.txt': cableText(1) }, async (folder, start) => {
      const editor = await start({ options: { cacheDir: join(folder, 'a.txt') } });
      deepEqual(await idsIn(editor), ['07MUSCAT1']);
      equal(editor.messages.filter(message => message.includes('cannot be saved')).length, 1);
      // The next time only what has changed is read, and there is nothing to save.
      await editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });
      await editor.hasRead(2);
      deepEqual(await idsIn(editor), ['07MUSCAT1']);
      equal(editor.messages.filter(message => message.includes('cannot be saved')).length, 1);
    }));

  it('shows how far it is where there is much to read', () =>
    withArchive(many(2500), async (_, start) => {
      const editor = await start();
      const [begin, ...more] = editor.progress;
      deepEqual(begin, { kind: 'begin', title: 'Reading cables', percentage: 0, cancellable: true });
      equal(more.at(-1)?.kind, 'end');
      for (const report of more.slice(0, -1)) match(report.message ?? '', /^[\d,]+ of 2,500$/);
      match(summary(editor)[0] ?? '', /: 2,500 cables in 2,500 files, /);
      // Nothing has changed, which is not worth a word.
      const again = await start();
      deepEqual(again.progress, []);
    }));

  it('can be stopped, is of use then, and goes on when it is told to and at the next start', () =>
    withArchive(many(6000), async (_, start) => {
      const editor = await start({ atOnce: true });
      await editor.waitFor(() => editor.progress.length > 0);
      await editor.cancelProgress();
      await editor.hasRead(1);
      match(summary(editor)[0] ?? '', /cables are known; reading is incomplete/);
      const known = (await idsIn(editor)).length;
      ok(known > 0);
      await editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });
      await editor.hasRead(2);
      match(summary(editor)[1] ?? '', /6,000 cables in 6,000 files/);
    }));

  it('leaves out what the settings of the editor exclude, and takes it in when they change', () =>
    withArchive(
      { 'a.txt': cableText(1), 'b.bak.txt': cableText(2), 'c.txt': cableText(3) },
      async (folder, start) => {
        const editor = await start({
          settings: () => ({ archive: { exclude: ['a.*'] } }),
          hidden: { '**/*.bak.txt': true, '**/c.txt': false },
        });
        deepEqual(await idsIn(editor), ['07MUSCAT3']);
        await editor.watched(FileChangeType.Created, uriOf(join(folder, 'a.txt')));
        deepEqual(await idsIn(editor), ['07MUSCAT3']);
        editor.settings = () => ({});
        await editor.notify('workspace/didChangeConfiguration', { settings: null });
        await until(
          () => idsIn(editor),
          ids => ids.join() === '07MUSCAT1,07MUSCAT3',
        );
      },
    ));

  it('leaves out what reftel.json excludes, and is another when that changes', () =>
    withArchive({ 'a.txt': cableText(1), 'b.txt': cableText(2) }, async (folder, start) => {
      const file = join(folder, 'reftel.json');
      writeFileSync(file, '{ "archive": { "exclude": ["a.*"] } }');
      const editor = await start();
      deepEqual(await idsIn(editor), ['07MUSCAT2']);
      writeFileSync(file, '{ "archive": { "exclude": ["b.*"] } }');
      await editor.watched(FileChangeType.Changed, uriOf(file));
      await until(
        () => idsIn(editor),
        ids => ids.join() === '07MUSCAT1',
      );
    }));

  it('leaves out what the settings of each folder exclude', () =>
    withFolder({ 'a.txt': cableText(3), 'b.txt': cableText(4) }, async other =>
      withArchive({ 'a.txt': cableText(1), 'b.txt': cableText(2) }, async (folder, start) => {
        const editor = await start({
          folders: [folder, other],
          settings: asked => ({ archive: { exclude: asked === uriOf(other) ? ['a.*'] : ['b.*'] } }),
        });
        deepEqual(await idsIn(editor), ['07MUSCAT1', '07MUSCAT4']);
      }),
    ));

  it('leaves out what an editor says late', () =>
    withArchive({ 'a.txt': cableText(1), 'b.txt': cableText(2) }, async (_, start) => {
      let answer = (_: unknown) => {};
      const answered = new Promise(resolve => {
        answer = resolve;
      });
      const editor = await start({ settings: () => answered });
      deepEqual(await idsIn(editor), ['07MUSCAT1', '07MUSCAT2']);
      answer({ archive: { exclude: ['a.*'] } });
      await until(
        () => idsIn(editor),
        ids => ids.join() === '07MUSCAT2',
      );
    }));

  it('tells the views when another setting has brought cables in', () =>
    withArchive({ 'a.txt': cableText(1) }, async (_folder, start) => {
      const editor = await start({
        settings: () => ({ archive: { exclude: ['a.*'] } }),
        options: { views: true },
      });
      const idsWhenTold: string[] = [];
      editor.connection.onNotification(ARCHIVE_CHANGED, async () => {
        idsWhenTold.push((await idsIn(editor)).join());
      });
      // That the folder was read at all is told first.
      await until(
        async () => idsWhenTold,
        told => told.length > 0,
      );
      editor.settings = () => ({});
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await until(
        async () => idsWhenTold,
        told => told.includes('07MUSCAT1'),
      );
    }));
});
