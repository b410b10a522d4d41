import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceSymbol } from 'vscode-languageserver/node';
import { startedBy } from '../bench/archive/machine';
import { cableText, withFolder } from '../host/folder';
import { Editor, until } from './editor';

/** So many cables that there is time to end a process before they are read. */
const MANY = 6000;

/** Runs `use` with a folder of `count` cables and a way to start editors on it, which end in any case. */
async function withCables(
  count: number,
  use: (folder: string, start: (atOnce?: boolean) => Promise<Editor>) => Promise<void>,
): Promise<void> {
  await withFolder({}, async top => {
    const editors: Editor[] = [];
    const folder = join(top, 'cables');
    mkdirSync(folder);
    for (let serial = 1; serial <= count; serial++) write(folder, serial, serial);
    const start = async (atOnce = false) => {
      const editor = Editor.idle();
      editors.push(editor);
      return await editor.begin({ folders: [folder], options: { cacheDir: join(top, 'saved') }, atOnce });
    };
    try {
      await use(folder, start);
    } finally {
      for (const editor of editors) editor.kill();
    }
  });
}

/** Writes a file as it was an hour ago, else it counts as changed the next time as well. */
function write(folder: string, name: number, serial: number): void {
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, cableText(serial, [`1. ${'Text. '.repeat(800)}`]));
  const time = new Date(Date.now() - 3_600_000);
  utimesSync(path, time, time);
}

const refresh = (editor: Editor) =>
  editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });

const idsIn = async (editor: Editor) => {
  const symbols = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'muscat' });
  return symbols.map(({ name }) => name.split(' ')[0]);
};

/** Whether a process runs; one that has ended and waits to be asked for its exit code does not. */
const isRunning = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};

describe('the process that reads a folder', function () {
  this.timeout(60_000);

  it('ends with the server, however that ends', async function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    await withCables(MANY, async (_, start) => {
      const editor = await start(true);
      await editor.waitFor(() => editor.progress.length > 0);
      const [child = 0] = startedBy(editor.pid);
      ok(isRunning(child));
      editor.kill();
      await until(
        async () => isRunning(child),
        running => !running,
      );
    });
  });

  it('does not take the server along, and what it has not read is read the next time', async function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    await withCables(MANY, async (_, start) => {
      const editor = await start(true);
      await editor.waitFor(() => editor.progress.length > 0);
      for (const child of startedBy(editor.pid)) process.kill(child, 'SIGKILL');
      await editor.hasRead(1);
      match(editor.messages.at(-1) ?? '', /reading failed \(.* SIGKILL\) and resumes/);
      await refresh(editor);
      await editor.hasRead(2);
      match(editor.messages.at(-1) ?? '', /6,000 cables in 6,000 files/);
      deepEqual(editor.problems, []);
    });
  });

  it('is gone when the folder has been read', async function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    await withCables(2, async (_, start) => {
      const editor = await start();
      await until(
        async () => startedBy(editor.pid),
        children => children.length === 0,
      );
    });
  });

  it('is not started where nothing has changed, and is for a single file', async function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    await withCables(40, async (folder, start) => {
      await start();
      const editor = await start(true);
      let started = 0;
      const watch = setInterval(() => {
        started = Math.max(started, startedBy(editor.pid).length);
      }, 5);
      try {
        await editor.hasRead(1);
        equal(started, 0);
        write(folder, 7, 77);
        await refresh(editor);
        await editor.hasRead(2);
        equal(started, 1);
        ok((await idsIn(editor)).includes('07MUSCAT77'));
      } finally {
        clearInterval(watch);
      }
    });
  });

  it('goes on from what its server knows when another window has saved something else', () =>
    withCables(3, async (folder, start) => {
      const first = await start();
      write(folder, 1, 14);
      const second = await start();
      deepEqual(await idsIn(second), ['07MUSCAT2', '07MUSCAT3', '07MUSCAT14']);
      deepEqual(await idsIn(first), ['07MUSCAT1', '07MUSCAT2', '07MUSCAT3']);
      await refresh(first);
      await first.hasRead(2);
      deepEqual(await idsIn(first), ['07MUSCAT2', '07MUSCAT3', '07MUSCAT14']);
      equal(first.messages.filter(message => message.includes('reading failed')).length, 0);
    }));
});
