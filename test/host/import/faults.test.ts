import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { provenanceOfFile } from '../../../server/src/host/import/fileProvenance';
import { importSources } from '../../../server/src/host/import/importSources';
import { PROVENANCE_FILE } from '../../../server/src/host/import/provenance';
import { filesIn } from '../../import/importing';
import { madeRow, madeTelegram } from '../../import/made';
import { assertSentence, callsOf, failing, faultsIn } from '../faults';
import { cableText, withFolder } from '../folder';

const sources = {
  'in/cables.csv': [73, 154, 73].map((serial, i) => madeRow(madeTelegram(serial), i + 1)).join(''),
  'in/b/one.txt': cableText(12),
};

/** Imports `in` of a folder into its `to`; gives what was said of failures. */
async function importing(folder: string): Promise<readonly string[]> {
  const said: string[] = [];
  const end = await importSources({
    sources: [join(folder, 'in'), join(folder, 'in', 'b', 'one.txt')],
    to: join(folder, 'to'),
    from: null,
    dryRun: false,
    signal: new AbortController().signal,
    onOutcome(outcome) {
      if ('reason' in outcome) said.push(outcome.reason);
    },
    onProgress() {},
  });
  if (end.kind === 'unwritable') said.push(end.problem.message);
  return said;
}

/** What lies in the folder of an import; in which order, and whether twice, depends on when a source could be read. */
function imported(folder: string): unknown {
  const { [PROVENANCE_FILE]: lines = '', ...files } = filesIn(join(folder, 'to'));
  const provenance = lines.split('\n').map(line => line.replaceAll(JSON.stringify(folder).slice(1, -1), ''));
  return { files, provenance: [...new Set(provenance)].sort() };
}

describe('an import on a machine that cannot', function () {
  this.timeout(120_000);

  it('ends with a sentence, and the next one with what one left alone would have', async () => {
    let calls: ReadonlyMap<string, number> = new Map();
    let expected: unknown;
    await withFolder(sources, async folder => {
      calls = await callsOf(() => importing(folder));
      expected = imported(folder);
    });
    for (const name of ['linkSync', 'writeSync', 'open by a stream', 'realpathSync'])
      ok(calls.has(name), name);
    for (const { name, code, first, once } of faultsIn(calls))
      await withFolder(sources, async folder => {
        const what = `${name} ${code} ${first} ${once}`;
        for (const sentence of await failing(name, code, { first, once }, () => importing(folder)))
          assertSentence(sentence, what);
        deepEqual(await importing(folder), [], what);
        deepEqual(imported(folder), expected, what);
      });
  });

  it('says of a source that it may not be read, and not of the folder that it may not be written', () =>
    withFolder(sources, async folder => {
      mkdirSync(join(folder, 'to'));
      const said = await failing('statSync', 'EACCES', { first: 2, once: true }, () => importing(folder));
      deepEqual(said, ['it is a folder']);
    }));
});

describe('a folder of imports that somebody has prepared', () => {
  if (process.platform === 'win32') return;
  const OUT = 'not written: a link leads to it, out of the folder';

  it('has nothing written through its links', () =>
    withFolder({ ...sources, 'out/secret': 'before\n' }, async folder => {
      const to = join(folder, 'to');
      mkdirSync(to);
      mkdirSync(join(folder, 'out', 'year'));
      symlinkSync(join(folder, 'out', 'year'), join(to, '2007'));
      deepEqual(await importing(folder), [OUT]);
      deepEqual(filesIn(join(folder, 'out')), { secret: 'before\n' });
    }));

  it('has no list that is a link or a pipe, which nobody waits for', async function () {
    await withFolder({ ...sources, 'out/secret': 'before\n' }, async folder => {
      const list = join(folder, 'to', PROVENANCE_FILE);
      mkdirSync(join(folder, 'to'));
      symlinkSync(join(folder, 'out', 'secret'), list);
      deepEqual(await importing(folder), ['not written: it is no regular file']);
      equal(readFileSync(join(folder, 'out', 'secret'), 'utf8'), 'before\n');
    });
    await withFolder(sources, async folder => {
      const list = join(folder, 'to', PROVENANCE_FILE);
      mkdirSync(join(folder, 'to'));
      if (spawnSync('mkfifo', [list]).status !== 0) return this.skip('mkfifo makes no pipes here');
      deepEqual(await importing(folder), ['not written: it is no regular file']);
      equal(provenanceOfFile(join(folder, 'to', 'a.cable')), null);
    });
  });

  it('gets files of other names where a folder, a pipe or a link to nothing has theirs', () =>
    withFolder(sources, async folder => {
      const year = join(folder, 'to', '2007');
      mkdirSync(join(year, '07MUSCAT73.cable'), { recursive: true });
      symlinkSync(join(folder, 'nowhere'), join(year, '07MUSCAT154.cable'));
      spawnSync('mkfifo', [join(year, '07MUSCAT12.cable')]);
      deepEqual(await importing(folder), []);
      for (const serial of [12, 73, 154])
        ok(
          readFileSync(join(year, `07MUSCAT${serial}-2.cable`), 'utf8').includes(
            `MUSCAT ${String(serial).padStart(6, '0')}`,
          ),
        );
    }));
});
