import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { BatchWriter } from '../../server/src/archive/index/build/batch';
import type { Base } from '../../server/src/archive/index/format/base';
import { selectionOf } from '../../server/src/archive/selection';
import type { Snapshot } from '../../server/src/archive/snapshot';
import { parseDocument } from '../../server/src/cable/document';
import { parseCable } from '../../server/src/cable/parse';
import type { Host } from '../../server/src/lsp/host';
import type { Watcher } from '../../server/src/lsp/progress';
import { namingBelow } from '../../server/src/lsp/uris';
import { Workspace } from '../../server/src/lsp/workspace';
import { buildBase } from '../archive/index/madeBase';

/** A disk in memory: the text of each file by its uri. */
type Disk = Map<string, string>;

/** The disk as a machine with nothing saved; `refreshes` counts. */
const hostOf = (disk: Disk, refreshes: string[] = []): Host => ({
  ahead: null,
  keepArchivesIn: () => {},
  saved: () => null,
  searchTexts: async () => ({ complete: true, problems: [] }),
  async refresh(folder, { exclude, signal, known, onBase }) {
    refreshes.push(folder);
    await Promise.resolve();
    if (signal?.aborted) return { files: 0, complete: false, problems: [] };
    const writer = new BatchWriter();
    const { pathOf } = namingBelow(folder);
    const selection = selectionOf(exclude);
    let files = 0;
    for (const [file, text] of disk) {
      const path = pathOf(file);
      if (path === null || !selection.reaches(path)) continue;
      writer.add(path, text.length, 0, text === '' ? [] : [factsOf(parseCable(text))]);
      files++;
    }
    for (const path of known ? known.pathsBelow('') : []) {
      const uri = `${folder}/${path}`;
      if (!disk.has(uri) || !selection.reaches(path)) writer.remove(path);
    }
    onBase(buildBase(known, [writer.finish()]));
    return { files, complete: true, problems: [] };
  },
  kindOf: uri =>
    disk.has(uri) ? 'file' : [...disk.keys()].some(file => file.startsWith(`${uri}/`)) ? 'folder' : null,
  watch: () => () => {},
  readAny: () => null,
  plain: async () => text => text,
  provenance: () => null,
  cablesOfPage: async () => null,
  readNotes: async () => true,
  readNote: async () => null,
  read: uri => disk.get(uri) || null,
  collect: async () => {},
});

const silent: Watcher = { started: () => ({ progress() {}, ended() {}, failed() {} }) };

const workspaceOn = (disk: Disk, refreshes: string[] = []) => new Workspace(hostOf(disk, refreshes), silent);

const cable = (serial: number, cited: number) =>
  `R 241550Z JAN 07\nUNCLAS MUSCAT 00000${serial}\nSUBJECT: CABLE ${serial}\nREF: MUSCAT ${cited}\n\n1. Text.\n`;

const openAs = (uri: string, text: string) => ({ uri, cables: parseDocument(text) });

/** All that one can ask of a snapshot about a few cables. */
function facts(snapshot: Snapshot): unknown {
  const ids = [1, 2, 3, 4].map(serial => `07MUSCAT${serial}`);
  return {
    size: snapshot.size,
    all: snapshot.search('', 1000),
    found: ids.map(id => snapshot.find(id)),
    citedBy: ids.map(id => snapshot.citedBy(id)),
    cites: ids.map(id => snapshot.cites(id)),
  };
}

const uris = ({ snapshot }: Workspace) => snapshot.search('', 100).items.map(({ uri }) => uri);

describe('workspace', () => {
  it('answers from what was saved until the folder is read', async () => {
    const disk = new Map([['file:///w/b.txt', cable(2, 1)]]);
    const writer = new BatchWriter();
    writer.add('a.txt', 1, 0, [factsOf(parseCable(cable(1, 2)))]);
    const saved = buildBase(null, [writer.finish()]);
    const workspace = new Workspace({ ...hostOf(disk), saved: () => saved }, silent);
    const read = workspace.addFolder('file:///w');
    deepEqual(uris(workspace), ['file:///w/a.txt']);
    await read;
    deepEqual(uris(workspace), ['file:///w/b.txt']);
  });

  it('finds cited cables by the names of their files until a folder has been read', async () => {
    const disk = new Map([
      ['file:///w/07MUSCAT2.txt', cable(2, 1)],
      ['file:///w/07MUSCAT3.txt', cable(4, 1)],
    ]);
    const host = hostOf(disk);
    const read: string[] = [];
    let finish = () => {};
    const ready = new Promise<void>(resolve => {
      finish = resolve;
    });
    const workspace = new Workspace(
      {
        ...host,
        read: uri => {
          read.push(uri);
          return host.read(uri);
        },
        async refresh(folder, run) {
          run.onNames({ below: '', packed: '07MUSCAT2.txt\0' + '07MUSCAT3.txt\0' + '07MUSCAT9.txt' });
          await ready;
          return await host.refresh(folder, run);
        },
      },
      silent,
    );
    const added = workspace.addFolder('file:///w');
    await new Promise(resolve => setImmediate(resolve));
    deepEqual(uris(workspace), []);
    const citing = (cited: number) => workspace.snapshotAround(parseCable(cable(1, cited)));
    deepEqual(
      citing(2)
        .find('07MUSCAT2')
        .map(({ uri }) => uri),
      ['file:///w/07MUSCAT2.txt'],
    );
    citing(2);
    deepEqual(read, ['file:///w/07MUSCAT2.txt']);
    // A name that its text does not bear out leads nowhere; a file that is gone does no harm.
    deepEqual(citing(3).find('07MUSCAT3'), []);
    deepEqual(citing(9).find('07MUSCAT9'), []);
    disk.delete('file:///w/07MUSCAT2.txt');
    finish();
    await added;
    // What was read early gives way to what the disk has.
    deepEqual(uris(workspace), ['file:///w/07MUSCAT3.txt']);
    deepEqual(citing(2).find('07MUSCAT2'), []);
  });

  it('answers from what was read of a folder that it could not finish', async () => {
    const disk = new Map([['file:///w/a.txt', cable(1, 2)]]);
    const host = hostOf(disk);
    const workspace = new Workspace(
      {
        ...host,
        async refresh(folder, run) {
          await host.refresh(folder, run);
          throw new Error('out of memory');
        },
      },
      silent,
    );
    await workspace.addFolder('file:///w');
    deepEqual(uris(workspace), ['file:///w/a.txt']);
    equal(workspace.busy, false);
  });

  it('lets go of an archive before it opens the next one', async () => {
    const host = hostOf(new Map([['file:///w/a.txt', cable(1, 2)]]));
    const between: (readonly string[])[] = [];
    const workspace: Workspace = new Workspace(
      {
        ...host,
        refresh(folder, run) {
          const onBase = (base: Base) => {
            run.onReplace?.();
            between.push(uris(workspace));
            run.onBase(base);
          };
          return host.refresh(folder, { ...run, onBase });
        },
      },
      silent,
    );
    await workspace.addFolder('file:///w');
    await workspace.refresh();
    deepEqual(between, [[], []]);
    deepEqual(uris(workspace), ['file:///w/a.txt']);
  });

  it('keeps what changes while a folder is read', async () => {
    const disk: Disk = new Map([['file:///w/a.txt', cable(1, 2)]]);
    const host = hostOf(disk);
    let during = () => {};
    const workspace = new Workspace(
      {
        ...host,
        async refresh(folder, run) {
          const end = await host.refresh(folder, run);
          during();
          return end;
        },
      },
      silent,
    );
    during = () => {
      disk.set('file:///w/b.txt', cable(2, 1));
      void workspace.changed(['file:///w/b.txt']);
      disk.delete('file:///w/a.txt');
      workspace.deleted(['file:///w/a.txt']);
    };
    await workspace.addFolder('file:///w');
    deepEqual(uris(workspace), ['file:///w/b.txt']);
    during = () => {};
    await workspace.refresh();
    deepEqual(uris(workspace), ['file:///w/b.txt']);
  });

  it('reads many changed files by a refresh, and looks once for all who ask while it works', async () => {
    const disk: Disk = new Map();
    const refreshes: string[] = [];
    const workspace = workspaceOn(disk, refreshes);
    await workspace.addFolder('file:///w');
    const files = Array.from({ length: 500 }, (_, i) => `file:///w/${i}.txt`);
    for (const file of files) disk.set(file, cable(1, 2));
    await Promise.all([workspace.changed(files), workspace.changed(files), workspace.refresh()]);
    equal(workspace.snapshot.size, 500);
    equal(refreshes.length, 2);
  });

  it('leaves out what is excluded, and takes it in again', async () => {
    const disk: Disk = new Map(['w/a.txt', 'w/old/b.txt'].map(name => [`file:///${name}`, cable(1, 2)]));
    const workspace = workspaceOn(disk);
    await workspace.addFolder('file:///w', ['old']);
    deepEqual(uris(workspace), ['file:///w/a.txt']);
    await workspace.changed(['file:///w/old/b.txt']);
    equal(workspace.snapshot.size, 1);
    await workspace.addFolder('file:///w', []);
    equal(workspace.snapshot.size, 2);
    await workspace.addFolder('file:///w', ['**/*.txt']);
    equal(workspace.snapshot.size, 0);
  });

  it('does not read a folder twice, nor one that is gone', async () => {
    const disk = new Map([['file:///w/a.txt', cable(1, 2)]]);
    const refreshes: string[] = [];
    const workspace = workspaceOn(disk, refreshes);
    await Promise.all(
      ['file:///w', 'file:///w/', 'FILE:///w', 'file:///w/sub'].map(uri => workspace.addFolder(uri)),
    );
    deepEqual(refreshes, ['file:///w']);
    equal(workspace.snapshot.size, 1);
    const reading = workspaceOn(disk);
    const read = reading.addFolder('file:///w');
    await reading.removeFolder('file:///w');
    await read;
    deepEqual(uris(reading), []);
  });

  it('takes an open document for its file, whoever spells its uri', async () => {
    const disk = new Map([['file:///w/a%28b%29.txt', cable(1, 2)]]);
    const workspace = workspaceOn(disk);
    const open = 'file:///w/a(b).txt';
    workspace.opened(openAs(open, cable(3, 2)));
    await workspace.addFolder('file:///w');
    deepEqual(workspace.snapshot.find('07MUSCAT1'), []);
    const [entry] = workspace.snapshot.find('07MUSCAT3');
    equal(entry && workspace.clientUri(entry.uri), open);
  });

  it('knows open documents without a disk, but not other versions of a file', () => {
    const workspace = workspaceOn(new Map());
    workspace.opened(openAs('untitled:Untitled-1', cable(1, 2)));
    workspace.opened(openAs('git:/w/a.txt?HEAD', cable(1, 2)));
    deepEqual(uris(workspace), ['untitled:Untitled-1']);
  });

  it('forgets a closed document outside of its folders', async () => {
    const workspace = workspaceOn(new Map([['file:///elsewhere/a.txt', cable(1, 2)]]));
    workspace.opened(openAs('file:///elsewhere/a.txt', cable(1, 2)));
    equal(workspace.snapshot.size, 1);
    workspace.closed('file:///elsewhere/a.txt');
    equal(workspace.snapshot.size, 0);
  });

  it('passes over reported files that a walk passes over', async () => {
    const disk: Disk = new Map();
    const workspace = workspaceOn(disk);
    await workspace.addFolder('file:///w/.hidden/v');
    for (const name of ['.git/a.txt', 'node_modules/m/a.txt', 'c.txt']) {
      disk.set(`file:///w/.hidden/v/${name}`, cable(1, 2));
    }
    disk.set('file:///elsewhere/a.txt', cable(1, 2));
    await workspace.changed([...disk.keys()]);
    deepEqual(uris(workspace), ['file:///w/.hidden/v/c.txt']);
  });

  it('is at all times what a rebuild would be', async () => {
    const folders = ['file:///w', 'file:///w/sub', 'file:///x'];
    const files = [
      'file:///w/a.txt',
      'file:///w/b.txt',
      'file:///w/sub/c.txt',
      'file:///x/d.txt',
      'file:///y/e.txt',
    ];
    const step = fc.record({
      what: fc.constantFrom('write', 'delete', 'deleteFolder', 'open', 'edit', 'close', 'add', 'remove'),
      file: fc.constantFrom(...files),
      folder: fc.constantFrom(...folders),
      serial: fc.integer({ min: 0, max: 4 }),
      cited: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const disk: Disk = new Map();
        const open: Disk = new Map();
        const current = new Set<string>();
        const workspace = workspaceOn(disk);
        for (const { what, file, folder, serial, cited } of steps) {
          // Serial 0 is a file that is no cable.
          const text = serial === 0 ? '' : cable(serial, cited);
          if (what === 'write') {
            disk.set(file, text);
            await workspace.changed([file]);
          } else if (what === 'delete') {
            disk.delete(file);
            workspace.deleted([file]);
          } else if (what === 'deleteFolder') {
            for (const name of [...disk.keys()]) if (name.startsWith(`${folder}/`)) disk.delete(name);
            workspace.deleted([folder]);
          } else if (what === 'open' || (what === 'edit' && open.has(file))) {
            open.set(file, text);
            workspace.opened(openAs(file, text));
          } else if (what === 'close') {
            open.delete(file);
            workspace.closed(file);
          } else if (what === 'add') {
            current.add(folder);
            await workspace.addFolder(folder);
          } else if (what === 'remove') {
            current.delete(folder);
            await workspace.removeFolder(folder);
          }
        }
        let rebuilt = Archive.empty;
        const inside = (name: string) => [...current].some(folder => name.startsWith(`${folder}/`));
        for (const [name, text] of disk) {
          if (inside(name) && text !== '' && !open.has(name))
            rebuilt = rebuilt.with(name, [factsOf(parseCable(text))]);
        }
        for (const [name, text] of open) rebuilt = rebuilt.with(name, [factsOf(parseCable(text))]);
        deepEqual(facts(workspace.snapshot), facts(rebuilt));
      }),
      { numRuns: 300 },
    );
  });
});
