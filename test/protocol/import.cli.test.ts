import { deepEqual, equal, match } from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../host/folder';
import { filesIn } from '../import/importing';
import { madeRow, madeTelegram } from '../import/made';
import { reftel } from './command';

const dump = [73, 154, 1065].map((serial, i) => madeRow(madeTelegram(serial), i + 1)).join('');

describe('reftel import', () => {
  it('writes a file for each telegram, and finds them there the next time', () =>
    withFolder({ 'cables.csv': dump }, folder => {
      const first = reftel(['import', 'cables.csv', '--to', 'out'], folder);
      deepEqual([first.status, first.stderr], [0, '']);
      match(first.stdout, /^cables\.csv: cablegate-csv: 3 written$/m);
      const again = reftel(['import', 'cables.csv', '--to', 'out'], folder);
      deepEqual([again.status, again.stderr], [0, '']);
      equal(again.stdout, 'cables.csv: cablegate-csv: 3 there already\n');
      deepEqual(Object.keys(filesIn(join(folder, 'out'))), [
        '2007/07MUSCAT1065.cable',
        '2007/07MUSCAT154.cable',
        '2007/07MUSCAT73.cable',
        'reftel-import.ndjson',
      ]);
    }));

  it('says of a folder without files that there are none', () =>
    withFolder({ 'empty/x/.keep': '' }, folder => {
      const { status, stdout } = reftel(['import', 'empty', '--to', 'out'], folder);
      deepEqual([status, stdout], [0, 'there are no files to import\n']);
    }));

  it('says that it cannot write, and nothing of telegrams that it has not sought', () =>
    withFolder({ 'cables.csv': dump, 'out/2007': 'a file where a folder belongs' }, folder => {
      const { status, stdout, stderr } = reftel(['import', 'cables.csv', '--to', 'out'], folder);
      deepEqual([status, stdout], [2, '']);
      match(stderr, /^reftel: out.2007.*: not written: /);
    }));

  it('ends where the system has no folder to write to', function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    return withFolder({ 'cables.csv': dump }, folder => {
      const { status, stderr } = reftel(['import', 'cables.csv', '--to', '/proc/gone/out'], folder);
      equal(status, 2);
      match(stderr, /^reftel: \/proc\/gone: not written: /);
    });
  });

  it('writes nothing when dry, and says the same', () =>
    withFolder({ 'cables.csv': dump + madeRow(madeTelegram(73), 4) }, folder => {
      const run = (...more: string[]) =>
        reftel(['import', 'cables.csv', '--to', 'out', '--format', 'ndjson', ...more], folder).stdout;
      const dry = run('--dry-run');
      equal(existsSync(join(folder, 'out')), false);
      equal(dry, run());
    }));

  it('leaves a file alone that was changed since it was imported', () =>
    withFolder({ 'cables.csv': dump }, folder => {
      reftel(['import', 'cables.csv', '--to', 'out'], folder);
      const file = join(folder, 'out/2007/07MUSCAT73.cable');
      writeFileSync(file, 'annotated\n');
      const { status, stdout } = reftel(['import', 'cables.csv', '--to', 'out'], folder);
      deepEqual([status, stdout], [0, 'cables.csv: cablegate-csv: 3 there already\n']);
      equal(readFileSync(file, 'utf8'), 'annotated\n');
    }));

  it('goes on behind a last line of the provenance that was cut', () =>
    withFolder({ 'cables.csv': dump }, folder => {
      reftel(['import', 'cables.csv', '--to', 'out'], folder);
      const whole = filesIn(join(folder, 'out'));
      const list = join(folder, 'out/reftel-import.ndjson');
      writeFileSync(list, readFileSync(list, 'utf8').slice(0, -1));
      equal(reftel(['import', 'cables.csv', '--to', 'out'], folder).status, 0);
      deepEqual(filesIn(join(folder, 'out')), whole);
      appendFileSync(list, '{"file":"../x.cable"');
      equal(reftel(['import', 'cables.csv', '--to', 'out'], folder).status, 0);
      deepEqual(filesIn(join(folder, 'out')), whole);
    }));

  it('takes a folder, and leaves out what holds no cables and where it writes', () =>
    withFolder({ 'in/cables.csv': dump, 'in/bank.csv': 'date,amount\n1/24/2007,12\n' }, folder => {
      const { status, stdout } = reftel(['import', 'in', '--to', 'in/out'], folder);
      equal(status, 0);
      match(stdout, /^in.cables\.csv: cablegate-csv: 3 written\n1 file holds no cables\n$/m);
      match(reftel(['import', 'in', '--to', 'in/out'], folder).stdout, /3 there already\n1 file holds no/);
    }));

  it('ends with 1 where something could not be imported, and says the line', () =>
    withFolder({ 'cables.csv': dump.slice(0, -60), 'bank.csv': 'date,amount\n' }, folder => {
      const { status, stdout } = reftel(['import', 'cables.csv', 'bank.csv', '--to', 'out'], folder);
      equal(status, 1);
      match(stdout, /^cables\.csv:41: row 3: not imported: a cell has no closing quote$/m);
      match(stdout, /^bank\.csv: not imported: it holds no cables that reftel can read$/m);
    }));

  it('ends with 2 where it cannot run', () =>
    withFolder({ 'cables.csv': dump, file: '' }, folder => {
      equal(reftel(['import', '--to', 'out'], folder).status, 2);
      equal(reftel(['import', 'cables.csv'], folder).status, 2);
      equal(reftel(['import', 'cables.csv', '--to', 'out', '--from', 'csv'], folder).status, 2);
      equal(reftel(['import', 'none.csv', '--to', 'out'], folder).status, 2);
      equal(reftel(['import', 'cables.csv', '--to', 'file/out'], folder).status, 2);
    }));
});
