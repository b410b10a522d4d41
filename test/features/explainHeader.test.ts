import { deepEqual, equal, ok } from 'node:assert/strict';
import { explainHeader } from '../../server/src/features/explainHeader';
import { seeds } from '../seeds';
import { readFixture } from './reading';

const explained = (text: string) => explainHeader(readFixture(text).reading);

describe('an explained header', () => {
  it('has every line above the text with what it is and what its codes mean', () => {
    const { mrn, lines, truncated } = explained(seeds[1]?.text ?? '');
    equal(mrn, '07MUSCAT154');
    equal(truncated, false);
    const [first, second] = lines;
    deepEqual([first?.line, first?.text], [1, 'VZCZCXRO7693']);
    equal(first?.is, 'transmission identification: channel and number');
    equal(first?.codes[0]?.reading, 'number 7693 on channel XRO');
    deepEqual(
      second?.codes.map(({ code }) => code),
      ['PP', 'RUEHROV'],
    );
    const all = lines.map(({ is }) => is).filter(is => is !== '');
    equal(new Set(all).size, all.length, 'each kind is said once');
    ok(lines.some(({ codes }) => codes.some(({ code }) => code === '[PREL](#)' || code === 'PREL')));
    const references = lines.filter(({ text }) => /STATE 16868|MUSCAT 00073/.test(text));
    deepEqual(
      references.flatMap(({ codes }) => codes.map(({ code, reading }) => `${code}: ${reading}`)),
      ['A. 07STATE16868: not in this workspace', 'B. 07MUSCAT73: not in this workspace'],
    );
    ok(!lines.some(({ text }) => text.includes('Summary')));
  });

  it('explains each code of a line once, and is cut where it is very long', () => {
    const info = Array.from({ length: 300 }, (_, i) => `RUEHMD/AMEMBASSY MADRID ${1000 + i}`);
    const { lines, truncated } = explained(
      [
        'R 241550Z JAN 07 ZDK',
        'FM AMEMBASSY MUSCAT',
        'TO RUEHC/SECSTATE WASHDC PRIORITY 7700',
        `INFO ${info.join('\n')}`,
        'C O N F I D E N T I A L MUSCAT 000073',
        'SUBJECT: TALKS',
        '1. (C) They talked.',
      ].join('\n'),
    );
    ok(truncated);
    ok(lines.length <= 120);
    ok(lines[0]?.codes.some(({ code }) => code === 'ZDK'));
  });

  it('stands a text without a header', () => {
    deepEqual(explained('1. They talked.\n').lines, []);
  });
});
