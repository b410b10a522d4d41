import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { runChecks } from '../../server/src/checks';
import { cableWith } from '../checks/check';

const text = (...lines: string[]) => lines.join('\n');
const names = (list: readonly { readonly name: { readonly value: string } }[]) =>
  list.map(({ name }) => name.value);
const header = (transmission: string) => parseCable(cableWith({ to: transmission, info: null })).transmission;

describe('the date-time group of a damaged copy', () => {
  const time = (dtg: string) => {
    const cable = parseCable(cableWith({ dtg }));
    return [cable.transmission.dtg?.instant ?? null, cable.mrn];
  };
  const sent = [Date.UTC(2007, 2, 8, 12, 0), '07MUSCAT412'];

  it('is read with O for 0', () => {
    deepEqual(time('R 08120OZ MAR 07'), sent);
    deepEqual(time('R O81200Z MAR 07'), sent);
    equal(parseCable(cableWith({ dtg: 'R 08120OZ MAR 07' })).transmission.dtg?.time?.value, '08120OZ MAR 07');
  });

  it('is read without its precedence, and nothing is guessed for that', () => {
    const cable = parseCable(cableWith({ dtg: '081200Z MAR 07' }));
    deepEqual(time('081200Z MAR 07'), sent);
    deepEqual(time('081200Z MAR 07 ZDK'), sent);
    deepEqual(cable.transmission.dtg?.precedences, []);
    deepEqual(
      runChecks(cable).map(({ code }) => code),
      [],
    );
  });

  it('is no time inside a line, nor a number without a month', () => {
    equal(parseCable(cableWith({ dtg: '081200Z MAR 07 WAS THE DAY' })).transmission.dtg, null);
    equal(parseCable(cableWith({ dtg: '081200Z' })).transmission.dtg, null);
  });
});

describe('addressees', () => {
  it('do not include what a publisher prints below them', () => {
    const { to, info } = header(
      text(
        'TO RUEHC/SECSTATE WASHDC',
        'INFO RUEHYN/AMEMBASSY SANAA',
        'ID: 190001',
        'ORIGIN: 07MUSCAT412',
        'DATE: 2007-03-08',
      ),
    );
    deepEqual([names(to), names(info)], [['SECSTATE WASHDC'], ['AMEMBASSY SANAA']]);
  });

  it('do not include offices with the total of copies, and have single blanks between their words', () => {
    const { to, info } = header(
      text(
        'TO SECSTATE   WASHDC',
        'INFO LOG-00 /001 W',
        'INFO OES/SCI /087 W',
        'INFO AMEMBASSY  SANAA',
        'S E C R E T SECTI0N 01 0F 02 MUSC;T 412',
      ),
    );
    deepEqual([names(to), names(info)], [['SECSTATE WASHDC'], ['AMEMBASSY SANAA']]);
  });

  it('do not include those that a collective leaves out', () => {
    for (const sign of ['XMT/', 'XMT ', 'XMT / ']) {
      const { info, xmt } = header(
        text(
          'TO RUEHC/SECSTATE WASHDC',
          'INFO RUEHXK/ARAB ISRAELI COLLECTIVE',
          `${sign}AMEMBASSY AMMAN`,
          'AMEMBASSY KUWAIT',
          'RUEHYN/AMEMBASSY SANAA',
        ),
      );
      deepEqual(names(info), ['ARAB ISRAELI COLLECTIVE', 'AMEMBASSY SANAA']);
      deepEqual(
        xmt.map(({ value }) => value),
        ['AMEMBASSY AMMAN', 'AMEMBASSY KUWAIT'],
      );
    }
  });
});

describe('a header below another one', () => {
  it("is the telegram's below a post's distribution copy with the same class line", () => {
    const copy = text(
      'C O N F I D E N T I A L        MUSCAT 00412',
      'CXMUSCAT:',
      '    ACTION: POL',
      '    INFO:   DCM AMB',
      '',
      '',
    );
    const { transmission, classLine, mrn } = parseCable(copy + cableWith());
    const plain = parseCable(cableWith());
    equal(mrn, plain.mrn);
    deepEqual(names(transmission.to), names(plain.transmission.to));
    deepEqual(names(transmission.info), names(plain.transmission.info));
    equal(classLine?.serial?.value, '000412');
  });

  it('is not where the telegram quotes another one', () => {
    const body = text(
      'We have received:',
      'R 071200Z MAR 07',
      'FM AMEMBASSY SANAA',
      'TO SECSTATE WASHDC',
      'CONFIDENTIAL SANAA 000007',
    );
    const { mrn, transmission } = parseCable(cableWith({ body }));
    equal(mrn, '07MUSCAT412');
    equal(transmission.from?.value, 'AMEMBASSY MUSCAT');
  });

  it("is the originator's below that of a relay", () => {
    const relay = text('R 081300Z MAR 07', 'FM JOINT STAFF WASHINGTON DC', 'INFO RUEALGX/SAFE', '');
    const { transmission } = parseCable(
      relay + cableWith({ ti: null, routing: null, de: null, security: null }),
    );
    equal(transmission.from?.value, 'AMEMBASSY MUSCAT');
    equal(transmission.dtg?.time?.value, '081200Z MAR 07');
    deepEqual(names(transmission.info), ['AMEMBASSY SANAA']);
  });

  it('is the first where two name action addressees', () => {
    const first = text('R 081300Z MAR 07', 'FM AMEMBASSY SANAA', 'TO SECSTATE WASHDC', '');
    const { transmission } = parseCable(
      first + cableWith({ ti: null, routing: null, de: null, security: null }),
    );
    equal(transmission.from?.value, 'AMEMBASSY SANAA');
  });
});

describe('the subject of an information report', () => {
  it('ends before the next of its fields', () => {
    const subject = text(
      'SUBJ: IIR 6 801 0123 07/HARBOR (U)',
      'WARNING: (U) THIS IS AN INFORMATION REPORT.',
      'DOI: (U) 070201.',
    );
    equal(parseCable(cableWith({ subject })).subject?.value, 'IIR 6 801 0123 07/HARBOR (U)');
  });
});
