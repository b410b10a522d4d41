import { deepEqual, equal } from 'node:assert/strict';
import { parseDocument, telegramAt } from '../../server/src/cable/document';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { telegramLines } from '../../server/src/cable/telegrams';
import { LineTable } from '../../server/src/text/lineTable';

const telegram = (
  post: string,
  serial: string,
  { time = '121302Z JUL 75', words = 'EMBASSY WILL REPORT.' } = {},
) =>
  [
    `R ${time}`,
    `FM AMEMBASSY ${post}`,
    'TO SECSTATE WASHDC 1234',
    '',
    `C O N F I D E N T I A L ${post} ${serial}`,
    '',
    'E.O. 11652: GDS',
    'TAGS: PFOR, PO',
    `SUBJECT: TALKS ${serial}`,
    '',
    'REF: STATE 115778',
    '',
    `1. ${words}`,
    '',
    'HARGROVE',
    '',
  ].join('\n');

const page = (post: string, serial: string, time = '121302Z JUL 86') =>
  [
    `TEXT OF TELEGRAM 86${post} ${serial}`,
    'ADP315',
    'CONFIDENTIAL',
    `PAGE 01 ${post.slice(0, 6)} ${serial} ${time.slice(0, 7)}`,
    'ACTION EUR-00',
    `R ${time}`,
    `FM AMEMBASSY ${post}`,
    'TO SECSTATE WASHDC 7126',
    `C O N F I D E N T I A L ${post} ${serial}`,
    'E.O. 12356: DECL: OADR',
    'SUBJECT: FISHING RIGHTS',
    '1. TALKS GO ON. KEMP',
    'NNNN',
    'PAGE NO. 1',
    '',
  ].join('\n');

const extents = (text: string) =>
  telegramLines(text, new LineTable(text)).map(({ from, to }) => [from + 1, to] as const);
const ids = (text: string) => parseDocument(text).map(({ mrn }) => mrn);

describe('telegrams of a text', () => {
  it('are one in nearly all texts', () => {
    const text = telegram('LISBON', '4321');
    deepEqual(ids(text), ['75LISBON4321']);
    deepEqual(parseDocument(text), [parseCable(text)]);
    deepEqual(ids(''), [null]);
  });

  it('are two where a row of a table of cables begins another one, which it names', () => {
    const row = '50133  2006-01-19  06ROME131  Embassy Rome  SECRET    S E C R E T ROME 000131   SIPDIS';
    deepEqual(ids(`${telegram('LISBON', '4321')}\n\n${row}\n\nTAGS: PREL IT\n\nSUBJECT: TALKS\n`), [
      '75LISBON4321',
      '06ROME131',
    ]);
  });

  it('are two where one of them has no header, and a row of a table begins the other, on whatever day', () => {
    const bare =
      'S E C R E T LISBON 004321\n\nE.O. 12958: DECL: 1/24/2017\nTAGS: PREL, PO\nSUBJECT: TALKS\n\n1. TALKS GO ON.\n';
    for (const day of ['2006-01-19', '2006-02-23'])
      deepEqual(
        ids(`50133  ${day}  06ROME131  Embassy Rome  SECRET\n\n1. TALKS GO ON.\n\n${bare}`).length,
        2,
      );
  });

  it('are two where the heads have no order below, and blanks before', () => {
    const two = `${telegram('LISBON', '4321')}${telegram('LISBON', '4400')}`.replace(/^E\.O\..*\n/gm, '');
    deepEqual(ids(two), ['75LISBON4321', '75LISBON4400']);
    deepEqual(ids(two.replace(/^(?=FM)/gm, ' \t')), ['75LISBON4321', '75LISBON4400']);
  });

  it('are two where each has a number as SMART prints it', () => {
    const smart = (serial: string) =>
      `UNCLASSIFIED\n\nMRN: 12 LISBON ${serial}\nDate/DTG: Jan 0${serial}, 2012 / 031200Z JAN 12\nFrom: AMEMBASSY LISBON\nAction: WASHDC, SECSTATE ROUTINE\nSubject: TALKS\n\n1. Talks go on.\n\n`;
    deepEqual(ids(smart('4') + smart('5')), ['12LISBON4', '12LISBON5']);
    deepEqual(ids(`\t\n \n${smart('4')}\n\t${smart('5')} `.replaceAll('\n', '\r\n')), [
      '12LISBON4',
      '12LISBON5',
    ]);
  });

  it('are several where heads have other numbers, whatever ends the lines', () => {
    const text = `${telegram('LISBON', '4321')}\n\n${telegram('LISBON', '4400')}${telegram('ROME', '4400')}`;
    for (const end of ['\n', '\r\n', '\r'])
      deepEqual(ids(text.replaceAll('\n', end)), ['75LISBON4321', '75LISBON4400', '75ROME4400']);
    deepEqual(extents(text), [
      [1, 17],
      [18, 32],
      [33, 48],
    ]);
  });

  it('are read each as it would be alone, where it stands', () => {
    const first = telegram('LISBON', '4321');
    const second = telegram('ROME', '0815', { words: 'SEE REFTEL AND 75 LISBON 4321.' });
    const cables = parseDocument(first + second);
    const alone = recordOf('a.txt', parseCable(second));
    const record = recordOf('a.txt', cables[1] ?? parseCable(''));
    const lines = first.split('\n').length - 1;
    deepEqual(record.telegram, { n: 2, of: 2, line: lines + 1, endLine: 2 * lines });
    deepEqual(
      record.paragraphs,
      alone.paragraphs.map(each => ({ ...each, line: each.line + lines, endLine: each.endLine + lines })),
    );
    deepEqual(
      record.mentions.map(({ mrn, line }) => [mrn, line]),
      [
        ['75STATE115778', lines + 13],
        ['75LISBON4321', lines + 13],
      ],
    );
    for (const { text, signature } of cables) equal(text.slice(signature?.start, signature?.end), 'HARGROVE');
  });

  it('are one where a second head is of the same telegram: a section, a page, a second layer of text', () => {
    const section = (n: number) =>
      telegram('LISBON', '4321').replace('LISBON 4321', `SECTION 0${n} OF 02 LISBON 4321`);
    deepEqual(ids(section(1) + section(2)), ['75LISBON4321']);
    const misread = page('LISBON', '04321').replace('LISBON 04321\nE.O.', 'LISBON O43Z1\nE.O.');
    deepEqual(extents(page('LISBON', '04321') + misread).length, 1);
  });

  it('are one where only the DE line of a second head has the number', () => {
    const routed = (serial: string) =>
      `DE RUEHLI #${serial} 1931302\nZNY CCCCC ZZH\nR 131302Z JUL 75\nFM AMEMBASSY LISBON\nTO RUEHC/SECSTATE WASHDC 1234\nE.O. 11652: GDS\nSUBJECT: TALKS\n\n1. TALKS GO ON.\n`;
    deepEqual(ids(telegram('LISBON', '14321') + routed('4321')).length, 1);
    deepEqual(ids(telegram('LISBON', '14321') + routed('4322')).length, 2);
  });

  it('begin with what stands above their pages', () => {
    const text = page('LISBON', '04321') + page('LISBON', '05444', '151302Z JUL 86');
    deepEqual(extents(text), [
      [1, 14],
      [15, 29],
    ]);
  });

  it('are several where each has lost its header, with what a publisher put above', () => {
    const bare = (serial: string) => telegram('LISBON', serial).replace(/^R .*\nFM .*\nTO .*\n\n/, '');
    const remark = 'This record is a partial extract of the original cable.\n\n';
    deepEqual(extents(bare('004321') + remark + bare('004322')), [
      [1, 11],
      [12, 25],
    ]);
    deepEqual(extents(bare('004321') + bare('004321')).length, 1);
    const quoting = telegram('LISBON', '004321', {
      words: `FOLLOWING IS TEXT OF LISBON 4300:\n${bare('004300')}`,
    });
    deepEqual(extents(quoting).length, 1);
  });

  it('begin with the stamp at the head of their first page, and leave the one at the foot before it alone', () => {
    const stamp = (document: string) =>
      `UNCLASSIFIED U.S. Department of State Case No. F-2014-01302 Doc No. ${document} Date: 05/05/2014\n`;
    const plain = (post: string, serial: string, time: string) =>
      page(post, serial, time)
        .replace(/^TEXT OF.*\nADP315\n/, '')
        .replace('PAGE NO. 1\n', '');
    const documents = (text: string) =>
      parseDocument(text).map(cable => recordOf('a.txt', cable).release?.document ?? null);
    const first = plain('LISBON', '04321', '121302Z JUL 86');
    const second = plain('ROME', '05444', '151302Z JUL 86');
    deepEqual(
      documents(
        stamp('C05517243') + first + stamp('C05517243') + stamp('C05517250') + second + stamp('C05517250'),
      ),
      ['C05517243', 'C05517250'],
    );
    deepEqual(documents(stamp('C05517243') + first + stamp('C05517243') + second), ['C05517243', null]);
    const decided = parseDocument(`RELEASED IN FULL\n${first}RELEASED IN FULL\n${second}`);
    deepEqual(
      decided.map(cable => recordOf('a.txt', cable).release?.stamp),
      ['RELEASED IN FULL', 'RELEASED IN FULL'],
    );
  });

  it('are one where a telegram repeats another one', () => {
    const quoted = telegram('ROME', '0815');
    const text = telegram('LISBON', '4321', {
      words: `FOLLOWING TELEGRAM IS REPEATED FOR YOUR INFORMATION:\n\nQUOTE\n${quoted}\nUNQUOTE`,
    });
    deepEqual(extents(text).length, 1);
  });

  it('are one where a relay has put a header of its own above', () => {
    const relayed = `R 121400Z JUL 75\nFM JOINT STAFF WASHINGTON DC\nINFO RUEALGX/SAFE\n${telegram('LISBON', '4321')}`;
    deepEqual(extents(relayed).length, 1);
  });

  it('have the one that an offset lies in', () => {
    const first = telegram('LISBON', '4321');
    const cables = parseDocument(first + telegram('ROME', '0815'));
    const at = (offset: number) => telegramAt(cables, offset).mrn;
    deepEqual(
      [at(0), at(first.length - 1), at(first.length), at(1e9)],
      ['75LISBON4321', '75LISBON4321', '75ROME815', '75ROME815'],
    );
  });
});
