import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCsv } from '../cli/csv';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

/** Each test starts several processes, which take their time on a busy machine. */
const PATIENCE = 60_000;

const lines = (text: string) => text.split('\n').slice(0, -1);
const ids = (args: readonly string[]) =>
  lines(reftel(['search', ...args, '--in', 'seeds']).stdout)
    .filter(line => !line.startsWith('\t'))
    .map(line => line.split('\t')[0]);

describe('reftel search', function () {
  this.timeout(PATIENCE);

  it('prints cables by fields, and below each the paragraphs that have the words', () => {
    deepEqual(ids(['class:secret caption:noforn year:2007 iran']), ['07MUSCAT1065']);
    deepEqual(ids(['cites:07MUSCAT73']), ['07MUSCAT154']);
    equal(lines(reftel(['search', 'ahmadinejad', '--in', 'seeds', '--cables']).stdout).length, 1);
    deepEqual(ids(['-class:secret', 'year:2007']), ['07MUSCAT154', '07MUSCAT919']);
    const { stdout, status, stderr } = reftel(['search', 'ahmadinejad', '--in', 'seeds']);
    deepEqual([status, stderr], [0, '']);
    const [cable = '', paragraph = ''] = lines(stdout);
    match(cable, /^07MUSCAT919\tseeds\/004_f37c22840742bfa9\.txt\tADMIRAL/);
    match(paragraph, /^\tseeds\/004_f37c22840742bfa9\.txt:55:\d+\t6\. \(C\)\tTurning briefly/);
  });

  it('prints records, and a table with a row for each paragraph', () => {
    const records = lines(
      reftel(['search', 'iran post:muscat', '--in', 'seeds', '--format', 'ndjson']).stdout,
    );
    const record = JSON.parse(records[0] ?? '');
    equal(record.mrn, '07MUSCAT154');
    equal(record.classification, 'CONFIDENTIAL');
    deepEqual([record.paragraphs[0].paragraph, record.paragraphs[0].marking], [3, 'C']);
    const [head = [], ...rows] = readCsv(
      reftel(['search', 'iran post:muscat', '--in', 'seeds', '--format', 'csv']).stdout,
    );
    ok(rows.length > records.length);
    equal(rows[0]?.[head.indexOf('paragraph')], '3');
  });

  it('says what is wrong, and ends with 1 where there is nothing', () => {
    const misspelt = reftel(['search', 'calss:secret', '--in', 'seeds']);
    equal(misspelt.status, 2);
    match(misspelt.stderr, /did you mean class:secret\?/);
    deepEqual(reftel(['search', 'zebra', '--in', 'seeds']), { status: 1, stdout: '', stderr: '' });
    equal(reftel(['search']).status, 2);
    equal(reftel(['search', 'x', '--in', 'nowhere']).status, 2);
  });

  it('lists missing cables with who cites them and between which days they were sent', () => {
    const { stdout, status } = reftel(['missing', '--in', 'seeds']);
    equal(status, 0);
    equal(lines(stdout)[0], '06MUSCAT1735\t2\t2006-01-01 to 2006-12-31\t07MUSCAT73 07MUSCAT154');
    ok(lines(stdout).includes('07MUSCAT870\t1\t2007-02-14 to 2007-09-29\t07MUSCAT919'), stdout);
    const [head, ...rows] = readCsv(reftel(['missing', '--in', 'seeds', '--format', 'csv']).stdout);
    deepEqual(head, ['mrn', 'citedBy', 'earliest', 'latest', 'citing']);
    equal(rows.length, lines(stdout).length);
    const state = lines(reftel(['search', 'is:missing post:state', '--in', 'seeds']).stdout);
    ok(state.length > 0 && state.every(line => /^\d\dSTATE\d+\tnot in this folder\t/.test(line)));
  });

  it('reads an archive that 0.1.0 saved anew, with nothing lost', async () => {
    await withFolder({ 'cables/1.txt': cableText(1), 'cables/2.txt': cableText(2) }, folder => {
      const cables = resolve(folder, 'cables');
      const cache = join(folder, 'cache');
      const name = createHash('sha256').update(cables).digest('hex').slice(0, 24);
      mkdirSync(cache);
      writeFileSync(join(cache, `${name}.reftel`), readFileSync('test/host/saved/format2.reftel'));
      for (const _ of [1, 2]) {
        const { stdout } = reftel(['search', 'post:muscat', '--in', cables, '--cache', cache]);
        equal(lines(stdout).length, 2);
      }
    });
  });
});

describe('reftel export of a query', function () {
  this.timeout(PATIENCE);

  it('has the cables for which it holds, of folders, files and standard input', () => {
    const exported = (args: readonly string[]) =>
      lines(reftel(['export', ...args]).stdout).map(line => JSON.parse(line).mrn);
    deepEqual(exported(['seeds', '--query', 'class:secret iran']), ['07MUSCAT1065']);
    const file = 'seeds/002_e523bbbbf2932a18.txt';
    deepEqual(exported([file, '--query', 'class:secret iran']), ['07MUSCAT1065']);
    deepEqual(exported([file, '--query', 'class:secret -iran']), []);
    equal(reftel(['export', 'seeds', '--query', 'calss:x']).status, 2);
  });

  it('can be a bibliography', () => {
    const items = JSON.parse(reftel(['export', 'seeds', '--format', 'csl-json']).stdout);
    deepEqual(
      items.map((item: { id: string }) => item.id),
      ['07MUSCAT73', '07MUSCAT154', '07MUSCAT1065', '08MUSCAT789', '07MUSCAT919'],
    );
    const entries = reftel(['export', 'seeds', '--query', 'year:2008', '--format', 'bibtex']).stdout;
    match(entries, /^@techreport\{08MUSCAT789,\n/);
    equal(
      JSON.parse(reftel(['export', 'seeds', '--query', 'zebra', '--format', 'csl-json']).stdout).length,
      0,
    );
  });
});
