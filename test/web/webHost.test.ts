import { deepEqual, equal, ok } from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import type { Base } from '../../server/src/archive/index/format/base';
import { readQuery } from '../../server/src/archive/query/query';
import type { RefreshRequest, RefreshResult } from '../../server/src/archive/refresh';
import { namingBelow } from '../../server/src/lsp/uris';
import type { WebHost } from '../../server/src/web/webHost';
import { FOLDER, hostOver, MadeFiles, MadeShelf } from './files';

const cable = (serial: number, text = 'Nothing happened.') =>
  `R 241550Z JAN 07\nFM AMEMBASSY MUSCAT\nTO SECSTATE WASHDC\nUNCLAS MUSCAT 000${serial}\nE.O. 12958: N/A\nTAGS: ECON MU\nSUBJECT: CABLE ${serial}\nREF: MUSCAT 100\n\n1. ${text}\n`;

const CABLES = {
  'a.txt': cable(101),
  'drafts/b.cable': cable(102),
  'c.pdf': 'no text',
  'notes.txt': 'Dear Ann,',
};

interface Refreshed extends RefreshResult {
  readonly base: Base | null;
  /** How often a base was handed over. */
  readonly bases: number;
}

/** Refreshes the folder as a window does that is opened on it. */
async function opened(host: WebHost, request: Partial<RefreshRequest> = {}): Promise<Refreshed> {
  await host.ahead.folders([FOLDER]);
  let base = host.saved(FOLDER);
  let bases = 0;
  const result = await host.refresh(FOLDER, {
    known: base,
    exclude: [],
    onProgress() {},
    onNames() {},
    onBase(built) {
      base = built;
      bases++;
    },
    ...request,
  });
  return { ...result, base, bases };
}

const pathsOf = (base: Base | null) => [...(base?.pathsBelow('') ?? [])].sort();

describe('a folder behind an editor', () => {
  it('is read, hidden entries and what is excluded left out', async () => {
    const files = new MadeFiles({ ...CABLES, '.git/x.txt': cable(1), 'old/y.txt': cable(2) });
    const { base, complete } = await opened(hostOver(files), { exclude: ['old'] });
    deepEqual(pathsOf(base), ['a.txt', 'drafts/b.cable', 'notes.txt']);
    equal(base?.rowCount, 2);
    equal(complete, true);
  });

  it('is known again at the next opening, and only what has changed is read', async () => {
    const files = new MadeFiles(CABLES);
    const shelf = new MadeShelf();
    await opened(hostOver(files, shelf));
    files.asked = [];
    const again = hostOver(files, shelf);
    const same = await opened(again);
    equal(again.saved(FOLDER)?.rowCount, 2);
    deepEqual([files.asked, same.bases], [[], 0]);

    files.put('a.txt', cable(103), 2000);
    files.put('d.txt', cable(104), 1000);
    files.texts.delete('drafts/b.cable');
    const changed = await opened(hostOver(files, shelf));
    deepEqual(files.asked.sort(), ['a.txt', 'd.txt']);
    deepEqual(pathsOf(changed.base), ['a.txt', 'd.txt', 'notes.txt']);
    const archive = Archive.over({ base: changed.base as Base, naming: namingBelow(FOLDER) });
    deepEqual(
      ['07MUSCAT101', '07MUSCAT103', '07MUSCAT104'].map(id => archive.find(id).length),
      [0, 1, 1],
    );
  });

  it('is read again, and built again only where it differs, if its files have no times', async () => {
    const files = new MadeFiles(CABLES, 0);
    const shelf = new MadeShelf();
    await opened(hostOver(files, shelf));
    const same = await opened(hostOver(files, shelf));
    equal(same.bases, 0);
    files.put('a.txt', cable(105), 0);
    const changed = await opened(hostOver(files, shelf));
    equal(changed.bases, 1);
    const archive = Archive.over({ base: changed.base as Base, naming: namingBelow(FOLDER) });
    equal(archive.find('07MUSCAT105').length, 1);
  });

  it('is read again where what was kept is damaged, foreign or of another folder, which is thrown away', async () => {
    const files = new MadeFiles(CABLES);
    const shelf = new MadeShelf();
    await opened(hostOver(files, shelf));
    const bytes = shelf.kept.get(FOLDER) as ArrayBuffer;
    const damaged = bytes.slice(0);
    new Uint8Array(damaged).fill(7, damaged.byteLength - 100);
    const elsewhere = new MadeShelf();
    const other = new MadeFiles(CABLES);
    await opened(hostOver(other, elsewhere));
    for (const kept of [damaged, bytes.slice(0, 64), new ArrayBuffer(0), 'text', { a: 1 }, null]) {
      shelf.kept.set(FOLDER, kept);
      const host = hostOver(files, shelf);
      await host.ahead.folders([FOLDER]);
      equal(host.saved(FOLDER), null);
      equal(shelf.kept.has(FOLDER), false);
    }
    shelf.kept.set('memory://other', bytes);
    const host = hostOver(files, shelf);
    await host.ahead.folders(['memory://other']);
    equal(host.saved('memory://other'), null);
  });

  it('is read where nothing can be kept', async () => {
    const broken = async () => Promise.reject(new Error('no database'));
    const { base } = await opened(
      hostOver(new MadeFiles(CABLES), { get: broken, put: broken, drop: broken }),
    );
    equal(base?.rowCount, 2);
  });

  it('has no more files than the limit, nearest first, and says so once', async () => {
    const said: [string, number][] = [];
    const texts = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`x/${i}/${i}.txt`, cable(100 + i)]),
    );
    const files = new MadeFiles({ ...texts, 'near.txt': cable(99) });
    const host = hostOver(files, new MadeShelf(), {
      limit: async () => 10,
      onCut: (folder, limit) => said.push([folder, limit]),
    });
    const { base } = await opened(host);
    const { complete } = await opened(host, { known: base });
    equal(base?.rowCount, 10);
    ok(pathsOf(base).includes('near.txt'));
    deepEqual([said, complete], [[[FOLDER, 10]], true]);
    ok(files.listed < 50);
  });

  it('keeps what was read before it was cancelled, and goes on from there', async () => {
    const texts = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.txt`, cable(100 + i)]));
    const files = new MadeFiles(texts);
    const shelf = new MadeShelf();
    const cancelling = new AbortController();
    const first = await opened(hostOver(files, shelf), {
      signal: cancelling.signal,
      onProgress: ({ stage }) => stage === 'reading' && cancelling.abort(),
    });
    const { length } = files.asked;
    ok(first.base && first.base.rowCount > 0 && first.base.rowCount < 1000);
    equal(first.complete, false);
    const second = await opened(hostOver(files, shelf));
    equal(second.base?.rowCount, 1000);
    ok(files.asked.length < 1000 + length / 2, `${files.asked.length}`);
  });

  it('is read in portions, and without files that are too large', async () => {
    const large = `${cable(101)}${'x'.repeat(3 << 20)}`;
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
    const files = new MadeFiles({
      ...Object.fromEntries(names.map(name => [name, large])),
      'f.txt': 'x'.repeat(9 << 20),
    });
    const asked: number[] = [];
    const read = files.read.bind(files);
    files.read = uris => {
      asked.push(uris.length);
      return read(uris);
    };
    const { base, problems } = await opened(hostOver(files));
    equal(base?.rowCount, 5);
    deepEqual(asked, [2, 2, 1]);
    deepEqual(problems, [`${FOLDER}/f.txt: it is larger than 8 MB`]);
  });

  it('keeps what is known where it cannot be listed', async () => {
    const files = new MadeFiles(CABLES);
    const shelf = new MadeShelf();
    await opened(hostOver(files, shelf));
    files.list = async folders => folders.map(() => null);
    const { base, complete, problems } = await opened(hostOver(files, shelf));
    equal(base?.rowCount, 2);
    deepEqual([complete, problems], [false, [`${FOLDER}: the folder cannot be read`]]);
  });
});

describe('a text behind an editor', () => {
  it('is missed at first, and there when what was asked for has been read', async () => {
    const host = hostOver(new MadeFiles(CABLES));
    equal(host.read(`${FOLDER}/a.txt`), null);
    equal(host.ahead.misses, 1);
    await host.ahead.settled();
    equal(host.read(`${FOLDER}/a.txt`), CABLES['a.txt']);
    deepEqual(
      ['gone.txt', 'notes.txt', 'drafts'].map(name => host.kindOf(`${FOLDER}/${name}`)),
      [null, null, null],
    );
    await host.ahead.settled();
    equal(host.read(`${FOLDER}/notes.txt`), null);
    equal(host.readAny(`${FOLDER}/notes.txt`), 'Dear Ann,');
    equal(host.kindOf(`${FOLDER}/drafts`), 'folder');
    equal(host.kindOf(`${FOLDER}/gone.txt`), null);
    equal(host.ahead.misses, 4);
  });

  it('is at hand once its folder has been read, and again when it has changed', async () => {
    const files = new MadeFiles(CABLES);
    const host = hostOver(files);
    await opened(host);
    equal(host.read(`${FOLDER}/a.txt`), CABLES['a.txt']);
    files.put('a.txt', cable(108), 3000);
    await host.ahead.files([`${FOLDER}/a.txt`]);
    equal(host.read(`${FOLDER}/a.txt`), cable(108));
    equal(host.ahead.misses, 0);
    host.ahead.forget([`${FOLDER}/drafts`]);
    equal(host.read(`${FOLDER}/drafts/b.cable`), null);
    equal(host.ahead.misses, 1);
  });

  it('is searched for words', async () => {
    const files = new MadeFiles({ ...CABLES, 'd.txt': cable(107, 'A goat was seen.') });
    const host = hostOver(files);
    const { base } = await opened(host);
    const archive = Archive.over({ base: base as Base, naming: namingBelow(FOLDER) });
    const { query } = readQuery('goat');
    const search = archive.select(query ?? never()).seek(query?.words ?? []);
    search.takeChanged(() => null);
    const signal = new AbortController().signal;
    const end = await host.searchTexts(search, query?.words ?? [], { signal, onProgress() {} });
    equal(end.complete, true);
    const found = search.found();
    deepEqual(
      Array.from(
        { length: found.length },
        (_, i) => found.inOrder({ by: 'id', descending: false }, () => 0).at(i).mrn,
      ),
      ['07MUSCAT107'],
    );
  });

  it('has the provenance that an import noted', async () => {
    const line = (file: string) =>
      `${JSON.stringify({ file, id: '07MUSCAT101', source: 'cables.csv', kind: 'cablegate-csv', sha256: '' })}\n`;
    const list = `broken {\n${line('2007/07MUSCAT101.cable')}${line('07MUSCAT102.cable')}`;
    const host = hostOver(
      new MadeFiles({ 'in/reftel-import.ndjson': list, 'in/2007/07MUSCAT101.cable': cable(101) }),
    );
    const sourceOf = async (path: string) => {
      host.provenance(`${FOLDER}/${path}`);
      await host.ahead.settled();
      host.provenance(`${FOLDER}/${path}`);
      await host.ahead.settled();
      return host.provenance(`${FOLDER}/${path}`)?.source;
    };
    equal(await sourceOf('in/2007/07MUSCAT101.cable'), 'cables.csv');
    equal(await sourceOf('in/07MUSCAT102.cable'), 'cables.csv');
    equal(await sourceOf('in/07MUSCAT103.cable'), undefined);
  });

  it('is read as a note if its name may be that of one and it is wanted', async () => {
    const host = hostOver(
      new MadeFiles({ ...CABLES, 'n/a.md': 'See 07 MUSCAT 101.', 'n/large.md': 'x'.repeat(1 << 21) }),
    );
    const read: string[] = [];
    const reader = {
      wants: (path: string) => !path.endsWith('a.txt'),
      onNote: (path: string, text: string) => read.push(`${path} ${text.length}`),
    };
    const { signal } = new AbortController();
    equal(await host.readNotes(FOLDER, reader, { exclude: [], signal }), true);
    deepEqual(read, ['notes.txt 9', 'n/a.md 18']);
    equal(await host.readNote(`${FOLDER}/n/a.md`), 'See 07 MUSCAT 101.');
    equal(await host.readNote(`${FOLDER}/n/large.md`), null);
  });

  it('is collected from a file and from a folder', async () => {
    const host = hostOver(new MadeFiles(CABLES));
    const collect = async (uri: string) => {
      const found: string[] = [];
      await host.collect(
        uri,
        { onCable: file => found.push(file), onProblem() {} },
        new AbortController().signal,
      );
      return found;
    };
    deepEqual(await collect(`${FOLDER}/a.txt`), [`${FOLDER}/a.txt`]);
    deepEqual(await collect(FOLDER), [`${FOLDER}/a.txt`, `${FOLDER}/drafts/b.cable`]);
    deepEqual(await collect(`${FOLDER}/gone`), []);
  });
});

function never(): never {
  throw new Error('the query cannot be read');
}
