import { deepEqual, equal, match } from 'node:assert/strict';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

const copy = cableText(7, ['1. (U) The minister met Tarik at noon.', '', '2. (U) He will report.']);

describe('reftel compare', function () {
  this.timeout(60_000);

  it('says how two files differ, and 0 where they do not', () =>
    withFolder(
      {
        'a.txt': copy,
        'b.txt': copy.replace('Tarik', 'XXXXX'),
        'c.txt': copy.replace('Tarik at', 'Tarik\nat'),
      },
      folder => {
        const compare = (...args: string[]) => reftel(['compare', ...args], folder);
        const differing = compare('a.txt', 'b.txt');
        deepEqual([differing.status, differing.stderr], [1, '']);
        deepEqual(differing.stdout.split('\n'), [
          'A\ta.txt',
          'B\tb.txt',
          '¶1\tA 17\tB 17\tB blacks out “Tarik”.',
          '1 difference: 1 redaction',
          '',
        ]);
        const alike = compare('a.txt', 'c.txt');
        deepEqual([alike.status, alike.stdout], [0, 'A\ta.txt\nB\tc.txt\nThe two copies say the same.\n']);
        const [difference] = JSON.parse(compare('a.txt', 'b.txt', '--format', 'json').stdout).differences;
        deepEqual([difference.kind, difference.lineA], ['redaction', 17]);
        equal(reftel(['compare', 'a.txt', '-'], folder, copy).status, 0);
      },
    ));

  it('finds copies by their id', () =>
    withFolder(
      { 'a.txt': copy, 'b.txt': copy.replace('Tarik', 'Tariq'), 'other.txt': cableText(8) },
      folder => {
        const compare = (...args: string[]) => reftel(['compare', ...args, '--in', folder]);
        const found = compare('07MUSCAT7');
        equal(found.status, 1);
        match(found.stdout, /reads “Tari[kq]”, B “Tari[qk]”\.\n1 difference: 1 other reading\n$/);
        equal(compare('07MUSCAT7', '07 muscat 07').stdout, found.stdout);
        equal(compare('07MUSCAT7', '07MUSCAT8').status, 1);
      },
    ));

  it('says what is not there', () =>
    withFolder({ 'a.txt': copy }, folder => {
      const failing = (...args: string[]) => {
        const { status, stdout, stderr } = reftel(['compare', ...args, '--in', folder]);
        deepEqual([status, stdout], [2, '']);
        return stderr;
      };
      match(failing('07MUSCAT7'), /^reftel: there is no other copy of 07MUSCAT7\n$/);
      match(failing('07MUSCAT9', '07MUSCAT7'), /^reftel: 07MUSCAT9 is not in this folder\n$/);
      match(failing('nothing.txt', '07MUSCAT7'), /nothing\.txt/);
      match(failing('nothing.txt'), /B is missing/);
      match(failing(), /A and B are missing/);
    }));
});
