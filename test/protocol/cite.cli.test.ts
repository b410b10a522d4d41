import { deepEqual, equal, match } from 'node:assert/strict';
import { withFolder } from '../host/folder';
import { madeRow, madeTelegram } from '../import/made';
import { reftel } from './command';

describe('reftel cite', function () {
  this.timeout(60_000);

  it('prints the citation of a cable and of a paragraph, in every style', () => {
    const cite = (...args: string[]) => reftel(['cite', '07 muscat 73', '--in', 'seeds', ...args]);
    const { status, stdout, stderr } = cite();
    deepEqual([status, stderr], [0, '']);
    match(stdout, /^U\.S\. Embassy Muscat to Department of State, “.*,” telegram 07MUSCAT73, .*Secret\.\n$/);
    match(cite('--paragraph', '2').stdout, /, para\. 2, Secret\.\n$/);
    match(cite('--style', 'frus').stdout, /^Telegram 73 from Muscat to the Department of State, /);
    match(cite('--style', 'bibtex').stdout, /^@techreport\{07MUSCAT73,\n/);
    match(cite('--style', 'biblatex').stdout, /^@report\{07MUSCAT73,\n[\s\S]*\n\}\n$/);
    equal(JSON.parse(cite('--style', 'csl-json').stdout)[0].id, '07MUSCAT73');
    match(cite('--as-printed').stdout, /“[^a-z]+,” telegram/);
  });

  it('says which cable or paragraph is not there, and which style is none', () => {
    for (const args of [['99MUSCAT1'], ['07MUSCAT73', '--paragraph', '99']]) {
      const { status, stdout, stderr } = reftel(['cite', ...args, '--in', 'seeds']);
      deepEqual([status, stdout], [1, '']);
      match(stderr, /^reftel: \w+ (?:is not in this folder|has no paragraph 99)\n$/);
    }
    for (const args of [['07MUSCAT73', '--style', 'mla'], ['07MUSCAT73', '--paragraph', '0'], ['x'], []])
      equal(reftel(['cite', ...args, '--in', 'seeds']).status, 2);
  });

  it('names the source of a cable that was imported', () =>
    withFolder({ 'cables.csv': madeRow(madeTelegram(73), 1) }, folder => {
      reftel(['import', 'cables.csv', '--to', 'out'], folder);
      const { status, stdout } = reftel(['cite', '07MUSCAT73', '--in', 'out'], folder);
      equal(status, 0);
      match(stdout, /Cablegate, WikiLeaks, https:\/\/wikileaks\.org\/plusd\/cables\/07MUSCAT73_a\.html\.\n$/);
    }));
});
