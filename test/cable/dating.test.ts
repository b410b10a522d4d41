import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { dedent } from '../fixture';

const idOf = (text: string) => parseCable(dedent(text)).mrn;

/** A header of a station and a serial, filed on a day of the year of `dtg`. */
const header = (de: string, dtg: string, from: string) => `
  ${de}
  ZNY CCCCC ZZH
  ${dtg}
  FM ${from}
  TO RUEHC/SECSTATE WASHDC PRIORITY 4410
`;

describe('identity', () => {
  it('comes from the header where the class line is lost', () => {
    const text = `${header('DE RUEHMS #0919/01 2720707', 'P 290707Z SEP 07', 'AMEMBASSY MUSCAT')}
  SUBJECT: A SUBJECT
  `;
    equal(idOf(text), '07MUSCAT919');
  });

  it('does not come from four digits where the station numbers above 9999', () => {
    const july = header('DE RUEHIL #2345/01 1860930', 'P 050930Z JUL 06', 'AMEMBASSY ISLAMABAD');
    equal(idOf(`${july}\n  SUBJECT: A SUBJECT\n  `), null);
    const november = header('DE RUEHC #3456 3301822', 'R 251822Z NOV 08', 'SECSTATE WASHDC');
    equal(idOf(`${november}\n  SUBJECT: A SUBJECT\n  `), null);
  });

  it('comes from four digits where the station cannot have come to 10000 so early in the year', () => {
    const january = header('DE RUEHIL #0345/01 0210930', 'P 210930Z JAN 06', 'AMEMBASSY ISLAMABAD');
    equal(idOf(`${january}\n  SUBJECT: A SUBJECT\n  `), '06ISLAMABAD345');
  });

  it('does not come from a station that is not known', () => {
    const unknown = header('DE RUEHMS #0919/01 2720707', 'P 290707Z SEP 07', 'AMEMBASSY MUSC');
    equal(idOf(`${unknown}\n  SUBJECT: A SUBJECT\n  `), null);
  });

  it('does not come from a line that the end of the text may have cut', () => {
    const top = dedent(header('DE RUEHIL #2345/01 0210930', 'P 210930Z JAN 06', 'AMEMBASSY ISLAMABAD'));
    equal(idOf(top.slice(0, top.indexOf('\nTO'))), null);
    const cut = (line: string) => parseCable(top + line).mrn;
    deepEqual(
      ['012345', '01234', '0123', '012345\n', '01234\n'].map(serial =>
        cut(`CONFIDENTIAL ISLAMABAD ${serial}`),
      ),
      ['06ISLAMABAD12345', null, null, '06ISLAMABAD12345', '06ISLAMABAD1234'],
    );
  });

  it('does not come from a declassification date where the text names a later month of the year it implies', () => {
    const extract = (text: string) =>
      parseCable(`CONFIDENTIAL LIMA 002788\n\nE.O. 12958: DECL: 06/19/2017\n\n1. (C) ${text}\n`).mrn;
    deepEqual(
      [
        extract('It began in May 2007.'),
        extract('It began in September 2007.'),
        extract('It began on June 17 and ends in September 2009.'),
      ],
      ['07LIMA2788', null, '07LIMA2788'],
    );
  });

  describe('of a declassification date', () => {
    const guess = (text: string, decl = '06/19/2017', more = '') =>
      parseCable(`CONFIDENTIAL LIMA 002788\n\nE.O. 12958: DECL: ${decl}\n${more}\n1. (C) ${text}\n`);

    it('is the year that a day of the weeks before proves, or the year by name', () => {
      for (const [text, witness] of [
        ['He came on June 18.', 'June 18'],
        ['He came on 18 June.', '18 June'],
        ['He came on 6/18.', '6/18'],
        ['He comes in late June.', 'late June'],
        ['The talks of 2007 failed.', '2007'],
      ] as const) {
        const { mrn, yearGuess } = guess(text);
        deepEqual(
          [mrn, yearGuess?.by === 'declassification' && [yearGuess.term, yearGuess.witness.value]],
          ['07LIMA2788', [10, witness]],
          text,
        );
      }
    });

    it('is none where nothing in the text proves it, or something speaks against it', () => {
      for (const text of [
        'He came.',
        'He came on January 18.',
        'He came on June 18, 2006.',
        'He came on June 18. The plans for 2008 failed.',
      ])
        equal(guess(text).mrn, null, text);
      equal(guess('He came on June 18.', '06/19/2017', 'REF: 08 LIMA 12').mrn, null);
      equal(guess('He came on June 18.', '06/19/2017', 'REF: 07 LIMA 9999').mrn, null);
    });

    it('is none at the turn of the year, or where two terms are possible', () => {
      equal(guess('He came on January 2.', '01/03/2017').mrn, null);
      equal(guess('He came on June 18.', '06/19/2028').mrn, null);
    });
  });

  it('takes a blacked-out post from the originator where both give one serial, else from nowhere', () => {
    const blacked = (de: string, from: string) =>
      idOf(`${header(de, 'P 290707Z SEP 07', from)}\n  CONFIDENTIAL XXXXXXXXXXXX 000919\n  `);
    deepEqual(
      [
        blacked('DE RUEHMS #0919/01 2720707', 'AMEMBASSY MUSCAT'),
        blacked('DE RUEHMS #0918/01 2720707', 'AMEMBASSY MUSCAT'),
        blacked('DE RUEHMS #0919/01 2720707', 'AMEMBASSY XXXXXXXXXXXX'),
      ],
      ['07MUSCAT919', null, null],
    );
  });

  it('does not come from a declassification date that may be cut, or from one under an order with other terms', () => {
    const extract = (order: string) =>
      parseCable(`CONFIDENTIAL LIMA 002788\n\nSUBJECT: THE TALKS OF 2007\n${order}`);
    deepEqual(
      ['E.O. 12958: DECL: 06/19/2017\n', 'E.O. 12958: DECL: 06/19/20', 'E.O. 12065: GDS 06/19/85\n'].map(
        order => {
          const { mrn, yearGuess } = extract(order);
          return [mrn, yearGuess !== null];
        },
      ),
      [
        ['07LIMA2788', true],
        [null, false],
        [null, false],
      ],
    );
  });

  it('survives a header line that is printed twice', () => {
    const text = header('DE RUEHMS #0919/01 2720707', 'P 290707Z SEP 07', 'AMEMBASSY MUSCAT');
    for (const line of text.trim().split('\n')) {
      const doubled = text.replace(line, `${line}\n${line}`);
      equal(idOf(`${doubled}\n  CONFIDENTIAL MUSCAT 000919\n\n  SUBJECT: A\n  `), '07MUSCAT919', line);
    }
  });

  describe('of a copy without any date', () => {
    const extract = `
    This record is a partial extract of the original cable.

    C O N F I D E N T I A L MUSCAT 000073

    SUBJECT: A SUBJECT
    REF: STATE 16868

    1. (C) Text.
    `;
    const read = (path: string) => parseCable(dedent(extract), path);

    it('takes the year from a file that is named by its station and serial, and says so', () => {
      for (const path of ['file:///w/07MUSCAT73.txt', 'C:\\w\\2007-muscat-00073 (1).cable', '07 MUSCAT 73']) {
        const { mrn, yearGuess, references } = read(path);
        deepEqual([mrn, yearGuess?.by], ['07MUSCAT73', 'file-name'], path);
        equal(references?.items[0]?.mrn, '07STATE16868');
      }
    });

    it('takes nothing else from a name', () => {
      for (const path of [
        '',
        'a.txt',
        '07MUSCAT74.txt',
        '07ROME73.txt',
        '07MUSCAT73/a.txt',
        'x07MUSCAT73.txt',
      ])
        equal(read(path).mrn, null, path);
    });

    it('believes a printed date before a name', () => {
      const dated = dedent(`R 241550Z JAN 06\n${dedent(extract)}`);
      deepEqual([parseCable(dated, '07MUSCAT73.txt').mrn, parseCable(dated).yearGuess], ['06MUSCAT73', null]);
    });
  });
});
