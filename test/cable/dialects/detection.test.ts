import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialectOf } from '../../../server/src/cable/dialect';
import { parseCable } from '../../../server/src/cable/parse';
import { looksLikeCable } from '../../../server/src/cable/recognise';
import { TrimmedLines } from '../../../server/src/cable/trimmedLines';
import { runChecks } from '../../../server/src/checks';
import { cableWith } from '../../checks/check';
import { seeds } from '../../seeds';

const dialect = (...lines: string[]) => dialectOf(new TrimmedLines(lines.join('\n')));
const made = (path: string) => readFileSync(join('test/golden/dialects', path), 'utf8');

const HEAD = 'PAGE 01        LIMA  03417  121655Z';
const TELEGRAM = [
  'FM AMEMBASSY LIMA',
  'TO SECSTATE WASHDC 4816',
  'UNCLAS LIMA 3417',
  'TAGS: EFIS, PE',
  'SUBJECT: FISH',
];

describe('the dialect of a text', () => {
  for (const seed of seeds)
    it(`is cablegate for ${seed.name}`, () => equal(dialectOf(new TrimmedLines(seed.text)), 'cablegate'));

  it('is cablegate for a telegram with its transmission lines, whatever page heads stand in it', () => {
    equal(dialectOf(new TrimmedLines(cableWith())), 'cablegate');
    equal(dialectOf(new TrimmedLines(`${HEAD}\n${cableWith()}`)), 'cablegate');
    const stray = cableWith({
      body: '1. (C) One.\n\nCONFIDENTIAL\n\nPAGE 02        MUSCAT  00412  081201Z\n\n2. (C) Two.',
    });
    equal(dialectOf(new TrimmedLines(stray)), 'cablegate');
  });

  it('is cablegate for a web copy with page lines that no archive wrote', () => {
    equal(
      dialect(
        'R 181213Z JUN 09',
        ...TELEGRAM,
        '',
        '1. Text',
        '',
        'PAGE 02 RUEHSI1123 C O N F I D E N T I A L',
        'Text',
      ),
      'cablegate',
    );
  });

  it('is cablegate for a telegram of 2000 that keeps its page head, and for one that begins with ORIGIN', () => {
    equal(dialect(HEAD, 'R 121540Z MAY 00', ...TELEGRAM), 'cablegate');
    equal(dialect('ORIGIN DS-00', 'INFO LOG-00 /001R', 'O 121540Z MAY 08', ...TELEGRAM), 'cablegate');
  });

  it('is sas for a page head above a telegram of 1973-79', () => {
    equal(dialect(HEAD, 'R 121540Z MAY 75', ...TELEGRAM), 'sas');
    equal(
      dialect('UNCLASSIFIED', '', 'PAGE 01', 'LIMA 03417  121655Z', 'R 121540Z MAY 75', ...TELEGRAM),
      'sas',
    );
    equal(dialect(HEAD, ...TELEGRAM, 'E.O. 11652: GDS'), 'sas');
  });

  it('is sas for a telegram with the stamp or the attributes of the archive', () => {
    const stamp =
      'Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006';
    for (const printed of [stamp, stamp.toLowerCase(), stamp.replace('/', '  /  ')])
      equal(dialect('R 121540Z MAY 75', ...TELEGRAM, printed), 'sas');
    equal(dialect('Message Attributes', 'Draft Date: 12 MAY 1975', 'R 121540Z MAY 75', ...TELEGRAM), 'sas');
  });

  it('is sas for attributes far below the telegram, whichever of them come first', () => {
    const rest = [
      'Channel Indicators: n/a',
      'Film Number: D750160-0001',
      'Locator: TEXT ON MICROFILM',
      'Page Count: 1',
    ];
    for (const name of ['Message Attributes', 'Draft Date: 12 MAY 1975', 'Handling Restrictions: n/a'])
      equal(dialect('R 121540Z MAY 75', ...TELEGRAM, '', '1. Text.', '', `  ${name}`, ...rest), 'sas', name);
    equal(dialect('R 121540Z MAY 75', ...TELEGRAM, '', '1. Text.', '', ...rest), 'cablegate');
  });

  it('is foia for each stamp of a release, above transmission lines too', () => {
    const stamps = [
      ...['RELEASED', 'RELEASE', 'DENIED', 'EXCISED'].flatMap(word => [
        `${word} IN FULL`,
        `${word} IN PART B1`,
      ]),
      'UNCLASSIFIED U.S. Department of State Case No. F-2014-01302 Doc No. C05517243 Date: 05/05/2014',
      'REVIEW AUTHORITY: Jane Doe, Senior Reviewer',
      'DATE/CASE ID: 05 NOV 2008 200103014',
    ];
    for (const stamp of stamps)
      for (const line of [stamp, stamp.toLowerCase()]) {
        equal(dialect(line, 'R 121540Z MAY 75', ...TELEGRAM), 'foia', line);
        equal(dialectOf(new TrimmedLines(`${line}\n${cableWith()}`)), 'foia', line);
      }
  });

  it('is foia for a release stamp, for a later page head, and for a misread one', () => {
    equal(dialect('RELEASED IN FULL', 'R 121540Z MAY 75', ...TELEGRAM), 'foia');
    equal(dialect('UNCLASSIFIED   RELEASED IN PART   B1,1.4(B)', 'R 121540Z MAY 75', ...TELEGRAM), 'foia');
    equal(dialect(HEAD, 'R 121540Z MAY 88', ...TELEGRAM), 'foia');
    equal(dialect(HEAD, 'E.O. 12356: N/A', ...TELEGRAM), 'foia');
    equal(dialect(HEAD, 'R 1215402 MAY 75', ...TELEGRAM), 'foia');
  });

  it('is smart for an MRN and a Date/DTG, or for one of them among the fields', () => {
    const fields = ['From: AMEMBASSY LIMA', 'Action: WASHDC, SECSTATE ROUTINE', 'TAGS: PE', 'Subject: Fish'];
    equal(dialect('MRN: 21 LIMA 412', 'Date/DTG: Mar 09, 2021 / 091512Z MAR 21'), 'smart');
    equal(dialect('MRN: 21 LIMA 412', ...fields), 'smart');
    equal(dialect('RELEASED IN FULL', 'mrn: 21 lima 412', ...fields), 'smart');
    equal(dialect('MRN: 21 LIMA 412', 'Subject: Fish'), 'cablegate');
  });

  it('is cablegate for a text that is nothing', () => {
    equal(dialect(''), 'cablegate');
    equal(dialect('PAGE 01'), 'cablegate');
  });
});

describe('a file', () => {
  it('is no cable for words that only remind of one', () => {
    const texts = [
      'RELEASED IN FULL\n\nThe report was released in full on Monday.\nSubject: the report',
      'Page 1 of 3\nFrom: Jane\nTo: Joe\nSubject: Friday\n\nSee you then.',
      'MRN: 4471123\nPatient: Doe\nSubject: follow-up',
      'The U.S. Department of State\nCase No. 12 was heard.\nTags: law',
    ];
    deepEqual(texts.map(looksLikeCable), [false, false, false, false]);
  });
});

describe('page heads', () => {
  const heads = (text: string) =>
    parseCable(text).pageLines.map(({ post, serial, page, of }) => [
      post.value,
      serial.value,
      page?.value ?? null,
      of?.value ?? null,
    ]);

  it('are kept apart from the text, broken ones and those of later sections too', () => {
    deepEqual(heads(made('sas/02.txt')), [
      ['NAIROB', '06120', 1, 2],
      ['NAIROB', '06120', 2, 2],
      ['NAIROB', '06120', 1, 2],
    ]);
    deepEqual(heads(made('sas/04.txt')), [
      ['CAPE T', '00212', 1, null],
      ['CAPE T', '00212', 2, null],
    ]);
    deepEqual(heads(made('foia/04.txt')), [['TUNIS', '08812', 1, 1]]);
  });
});

describe('a web copy that kept page heads', () => {
  const body = [
    '1. (C) The minister opened the new harbor',
    '',
    '                     CONFIDENTIAL',
    '',
    'PAGE 02        MUSCAT  00412  081201Z',
    '',
    'on Monday.',
    '',
    '2. (C) He said so.',
  ];
  const cable = parseCable(cableWith({ body: body.join('\n') }));
  const plain = parseCable(cableWith());

  it('loses nothing but the head and the banner beside it', () => {
    equal(cable.dialect, 'cablegate');
    deepEqual(cable.transmission, plain.transmission);
    deepEqual(
      cable.paragraphs.map(({ segments }) => segments.map(({ start, end }) => cable.text.slice(start, end))),
      [['1. (C) The minister opened the new harbor', 'on Monday.'], ['2. (C) He said so.']],
    );
    deepEqual(
      cable.pageLines.map(({ form, page }) => [form, page?.value]),
      [['page-head', 2]],
    );
  });
});

describe('what a scanner misread', () => {
  const cable = parseCable(made('foia/02.txt'));

  it('is repaired, and says what was read for what', () => {
    deepEqual(
      cable.repairs.map(({ start, end, value }) => [cable.text.slice(start, end), value]),
      [
        ['O', '0'],
        ['0', 'O'],
        ['I', '1'],
        ['5', 'S'],
        ['l', '1'],
        ['}', ')'],
      ],
    );
  });

  it('leaves the text as it is printed', () => {
    const [first] = cable.paragraphs;
    equal(cable.text, made('foia/02.txt'));
    equal(first?.printed.value, 'l.');
    equal(first?.trust, 'repaired');
    equal(cable.transmission.dtg?.time?.value, '271502Z MAY 87');
  });

  it('contradicts nothing', () => {
    const dated = (time: string) =>
      runChecks(parseCable(`RELEASED IN FULL\n${made('foia/07.txt').replace('R O7O9O12 FEB 90', time)}`)).map(
        ({ code }) => code,
      );
    // E.O. 12356 was not in force in 1999.
    deepEqual(dated('R 070901Z FEB 99'), ['ocr-suspect', 'eo-out-of-period']);
    deepEqual(dated('R O7O9O12 FEB 99'), ['ocr-suspect']);
  });
});

describe('the header of a page of 1966-79 or 2000', () => {
  const page = (...lines: string[]) =>
    parseCable([...lines, '', 'TAGS: EFIS, PE', 'SUBJECT: FISH', '', '1. TEXT.'].join('\n'));

  it('stands below the number of the message centre, the page head and the distribution', () => {
    const { transmission, classLine, mrn, partial } = page(
      'This record is a partial extract of the original cable.',
      '2000LIMA03417 - CONFIDENTIAL',
      '                CONFIDENTIAL     PTQ0683',
      '',
      'PAGE 01        LIMA  03417  01 OF 02  050821Z',
      'ACTION ARA-00',
      '',
      'INFO  LOG-00   NP-00    AID-00',
      '                  ------------------47E1B3  050822Z /38',
      'FM AMEMBASSY LIMA',
      'TO SECSTATE WASHDC PRIORITY 9479',
      'INFO AMEMBASSY QUITO PRIORITY',
      '',
      'C O N F I D E N T I A L SECTION 01 OF 02 LIMA 003417',
    );
    equal(transmission.from?.value, 'AMEMBASSY LIMA');
    deepEqual(
      transmission.info.map(({ name }) => name.value),
      ['AMEMBASSY QUITO'],
    );
    equal(classLine?.post?.value, 'LIMA');
    equal(mrn, '00LIMA3417');
    equal(partial, true);
  });

  it('may print the year before the station', () => {
    const { classLine, mrn, transmission } = page(
      'R 121302Z JUL 75',
      'FM AMEMBASSY LIMA',
      'TO SECSTATE WASHDC 123',
      'C O N F I D E N T I A L 75 LIMA 4321',
    );
    equal(classLine?.classification?.value, 'CONFIDENTIAL');
    equal(mrn, '75LIMA4321');
    equal(transmission.to.length, 1);
  });

  it('has the count of messages behind its precedence, with a blank lost and a second number', () => {
    const { transmission } = page(
      'R 121302Z JAN 75',
      'FM AMEMBASSY LIMA',
      'TO SECSTATE WASHDC IMMEDIATE0042-0099',
      'UNCLAS LIMA 4321',
    );
    deepEqual(
      transmission.to.map(({ name, precedence, number }) => [name.value, precedence?.value, number?.value]),
      [['SECSTATE WASHDC', 'IMMEDIATE', '0042-0099']],
    );
  });

  it('counts the messages to an addressee from 1, and counts none to a unit with a number', () => {
    const { transmission } = page(
      'R 121302Z JAN 75',
      'FM AMEMBASSY LIMA',
      'TO SECSTATE WASHDC 75',
      'AMEMBASSY QUITO PRIORITY 412',
      'INFO CTG 84',
      'STATE GRNC',
      'UNCLAS LIMA 4321',
    );
    deepEqual(
      transmission.to.map(({ name, number }) => [name.value, number?.value ?? null]),
      [
        ['SECSTATE WASHDC', '75'],
        ['AMEMBASSY QUITO', '412'],
      ],
    );
    deepEqual(
      transmission.info.map(({ name, number }) => [name.value, number]),
      [['CTG 84', null]],
    );
  });

  it('goes on over the blank lines of a text with one behind each line', () => {
    const lines = [
      'CONFIDENTIAL',
      HEAD,
      'R 121540Z MAY 75',
      ...TELEGRAM.slice(0, 3),
      'E.O. 11652: GDS',
      'TAGS: EFIS, PE',
      'SUBJECT: WHAT THE NEW DUES MEAN FOR THE',
      'NORTHERN FISHING FLEET',
      '1. TEXT.',
      '2. TEXT.',
      'HARGROVE',
    ];
    const { subject } = parseCable(lines.join('\n\n'));
    equal(subject?.value, 'WHAT THE NEW DUES MEAN FOR THE NORTHERN FISHING FLEET');
  });

  it('ends above a stamp that is broken over two lines', () => {
    const stamp = 'Declassified/Released US Department of State EO Systematic\nReview 30 JUN 2006';
    const { signature } = parseCable(
      [HEAD, 'R 121540Z MAY 75', ...TELEGRAM, '1. TEXT.', '', 'HARGROVE', '', stamp].join('\n'),
    );
    equal(signature?.value, 'HARGROVE');
  });

  it('is told by the attributes behind the text, whoever reviewed them', () => {
    const attributes = [
      'Message Attributes',
      'Automatic Decaptioning: X',
      'Document Number: 1975LIMA04321',
      'From: LIMA',
      'Review Action: RELEASED, APPROVED',
      'Review Authority: doej',
      'Type: TE',
    ];
    for (const head of [[HEAD], []]) {
      const cable = parseCable(
        [
          ...head,
          'R 121540Z MAY 75',
          ...TELEGRAM,
          '1. TEXT.',
          '',
          '2. TEXT.',
          'HARGROVE',
          '',
          ...attributes,
        ].join('\n'),
      );
      deepEqual(
        [cable.dialect, cable.signature?.value, cable.release, cable.paragraphs.length],
        ['sas', 'HARGROVE', null, 2],
      );
    }
  });
});
