import { deepEqual, equal } from 'node:assert/strict';
import { absentCableOf } from '../../server/src/features/absentCable';
import { readFixture } from './reading';

const cable = (number: number, day: string, rest: string) => `
  § ${number}.txt
  P ${day}1412Z FEB 07
  FM AMEMBASSY MUSCAT
  C O N F I D E N T I A L MUSCAT 000${number}
  SUBJECT: TALKS
  ${rest}
  `;

describe('a cable that is not here', () => {
  const { reading } = readFixture(`
    ${cable(150, '10', '1. (C) Nothing.')}
    ${cable(160, '20', 'REF: MUSCAT 155\n\n  1. (C) Much happened. The visit that 07 MUSCAT 155 foresaw, and which\n  nobody wanted, took place. It ended.')}
    ${cable(170, '28', '1. (C) Nothing.')}
  `);

  it('was sent between its neighbours, and before it was cited', () => {
    const absent = absentCableOf(reading, '07MUSCAT155');
    deepEqual(
      [absent?.dates.before?.mrn, absent?.dates.after?.mrn, absent?.when],
      ['07MUSCAT150', '07MUSCAT160', 'between February 10, 2007 and February 20, 2007'],
    );
    equal(absentCableOf(reading, '07MUSCAT999')?.when, 'between February 28, 2007 and December 31, 2007');
    equal(absentCableOf(reading, '06STATE1')?.when, 'in 2006');
  });

  it('is told by who cites it, with whole sentences', () => {
    const absent = absentCableOf(reading, '07MUSCAT155');
    deepEqual(
      absent?.citing.items.map(({ mrn, sentence }) => [mrn, sentence]),
      [
        ['07MUSCAT160', 'MUSCAT 155'],
        ['07MUSCAT160', '¶1 The visit that 07 MUSCAT 155 foresaw, and which nobody wanted, took place.'],
      ],
    );
    equal(absent?.count, 1);
  });

  it('can be asked for in one line', () => {
    equal(
      absentCableOf(reading, '07MUSCAT155')?.request,
      'Department of State telegram 07 MUSCAT 155 (post MUSCAT, number 155, year 2007), probably sent between February 10, 2007 and February 20, 2007; cited in 07 MUSCAT 160.',
    );
  });

  it('is none that is here, and no other text', () => {
    equal(absentCableOf(reading, '07MUSCAT150'), null);
    equal(absentCableOf(reading, 'nothing'), null);
  });
});
