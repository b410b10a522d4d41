import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../../server/src/cable/parse';
import { classificationOf, recordOf } from '../../../server/src/cable/record';

/** A page of a printout of the 1980s; any line may be given otherwise. */
function printout(
  lines: Partial<
    Record<'banner' | 'head' | 'time' | 'from' | 'to' | 'classLine' | 'caption' | 'second', string>
  > = {},
) {
  return [
    lines.banner ?? 'TEXT OF TELEGRAM 86TUNIS 008812',
    'ADP410',
    'CONFIDENTIAL',
    lines.head ?? 'PAGE 01 TUNIS 08812 091551Z',
    'ACTION NEA-00',
    'INFO LOG-00 ADS-00 /012 W',
    lines.time ?? 'O 091517Z OCT 86',
    lines.from ?? 'FM AMEMBASSY TUNIS',
    lines.to ?? 'TO SECSTATE WASHDC IMMEDIATE 9800',
    lines.classLine ?? 'C O N F I D E N T I A L TUNIS 08812',
    lines.caption ?? 'EXDIS',
    'E.O. 12356: DECL: OADR',
    'TAGS: EFIS, TS',
    'SUBJECT: SARDINES',
    '1. CONFIDENTIAL - ENTIRE TEXT.',
    '2. THE BOATS ARE OUT.',
    'CONFIDENTIAL',
    'TEXT OF TELEGRAM 86TUNIS 008812',
    lines.second ?? 'PAGE 02 TUNIS 08812 091551Z',
    '3. THEY WILL BE BACK.',
    'WENDT',
    'NNNN',
  ].join('\n');
}

describe('the number of a printout of the 1980s', () => {
  const mrn = (text: string) => parseCable(text).mrn;

  it('is printed on each page, which tells what kind of copy it is', () => {
    equal(parseCable(printout()).dialect, 'foia');
    equal(mrn(printout()), '86TUNIS8812');
  });

  it('stands where class line, originator or date cannot be read', () => {
    equal(mrn(printout({ classLine: 'C0NF;IDE;TTAL T:NIS 088' })), '86TUNIS8812');
    equal(mrn(printout({ from: 'FM AMEMRAtt;.T:NIS', classLine: 'S ECR;;' })), '86TUNIS8812');
    equal(mrn(printout({ time: 'O 091517Tee86' })), '86TUNIS8812');
    equal(mrn(printout({ time: 'O 091517Z OCT 96' })), '86TUNIS8812');
    equal(mrn(printout({ classLine: 'C O N F I D E N T I A L TUNIS 08872' })), '86TUNIS8812');
  });

  it('is read through damage of its own', () => {
    equal(mrn(printout({ banner: '6, TEXT 1F TELEGRAM B6TUN1S 00B812' })), '86TUNIS8812');
    equal(mrn(printout({ banner: "TEAT OF TEL'GRAM 86TUNIS 008812 476" })), '86TUNIS8812');
  });

  it('is none where the places disagree', () => {
    const other = printout({
      banner: 'TEXT OF TELEGRAM 86TUNIS 001111',
      head: 'PAGE 01 TUNIS 01111 091551Z',
      classLine: 'S ECR;;',
    });
    equal(mrn(other), null);
  });

  it('may be that of a travelling party, whose second number is passed over', () => {
    const { pageLines } = parseCable(printout({ head: 'PAGE 01 STATE 321944 TOSEC 190125' }));
    deepEqual(
      pageLines.map(({ post, serial }) => [post.value, serial.value]),
      [
        ['STATE', '321944'],
        ['TUNIS', '08812'],
      ],
    );
  });
});

describe('a printout of the 1980s', () => {
  it('ends with its signature, whatever the printer and the reviewer put below', () => {
    for (const foot of ['PAGE NO. 1', 'PAGE NO. I', 'PAGE ND. 2', 'DEPARTMENT OF STATE A/CDC/MR'])
      equal(parseCable(`${printout()}\n${foot}`).signature?.value, 'WENDT', foot);
  });

  it('ends with its signature above the specks that a scanner has made', () => {
    const specks = Array.from({ length: 60 }, (_, i) => ['S.....', '. S', '5SSS', 'dee.', '•'][i % 5]);
    const signatureOf = (end: string) => parseCable(`${printout()}\n${end}`).signature?.value ?? null;
    equal(signatureOf(['PAGE NO. 1', ...specks, '529'].join('\n')), 'WENDT');
    const form = ['DEPAflTi.NT OF 8TA A/CDC/MR', 'PEVIVJTD bY-__ ALL', '( ) D:rc:: NONE'];
    equal(signatureOf(['PAGE NO. 1', ...form].join('\n')), 'WENDT');
  });

  it('has the signature that a second reading of the page proves, or none', () => {
    const unsigned = printout().replace('\nWENDT\nNNNN', '');
    const signatureOf = (...names: readonly string[]) => {
      const pages = names.map(name => `THE TALKS ENDED.\n${name}\nPAGE NO. 2\n\n`);
      return parseCable(`${unsigned}\n${pages.join('')}`).signature?.value ?? null;
    };
    equal(signatureOf('HOLBORN', 'HOLB ORN'), 'HOLBORN');
    equal(signatureOf('HOLBURN', 'HOLBIJRN'), 'HOLBURN');
    equal(signatureOf('H0LB1RN'), null);
    equal(signatureOf('HOLBORN', 'HOL80RN'), 'HOLBORN');
    equal(signatureOf('HOLBORN', 'HOLBDRN'), 'HOLBORN');
    equal(signatureOf('HOLBINE', 'HOLBlNE'), 'HOLBINE');
    equal(signatureOf('HOLBARN', 'HOLBERN'), null);
  });

  it('gets back the full stop of a paragraph number that its neighbours prove', () => {
    const numbersOf = (second: string, third: string) =>
      parseCable(printout().replace('2. THE BOATS', second).replace('3. THEY WILL', third)).paragraphs.map(
        ({ number }) => number,
      );
    deepEqual(numbersOf('2 THE BOATS', '3. THEY WILL'), [1, 2, 3]);
    deepEqual(numbersOf('2. BOATS WENT FOR\n2 DAYS. THEY', '3. THEY WILL'), [1, 2, 3]);
    deepEqual(numbersOf('2. THE BOATS', '4 THEY WILL'), [1, 2]);
  });

  it('repeats at the head of a later section what the first has, a second line of the subject too', () => {
    const text = printout()
      .replace('SUBJECT: SARDINES', 'SUBJECT: SARDINES AND\n         OTHER FISH')
      .replace(
        'PAGE 02 TUNIS 08812 091551Z',
        [
          'PAGE 01 TUNIS 08812 02 OF 02 091551Z',
          'FM AMEMBASSY TUNIS',
          'C O N F I D E N T I A L SECTION 02 OF 02 TUNIS 08812',
          'SUBJECT: SARDINES AND',
          '         OTHER FISH',
        ].join('\n'),
      );
    const { headings, paragraphs } = parseCable(text);
    deepEqual([headings.length, paragraphs.length], [0, 3]);
  });

  it('ends with its signature below an item of a list, which has no full stop', () => {
    const list = (item: string) =>
      parseCable(
        printout().replace(
          '3. THEY WILL BE BACK.',
          `3. THE BOATS THAT HAVE GONE OUT SINCE MONDAY ARE\n${item}`,
        ),
      );
    equal(list('-- ALPHA: 3').signature?.value, 'WENDT');
    equal(list('NAMED').signature?.value, 'WENDT');
    equal(list('THOSE WITH NETS AND LINES OF THE OWNERS AND OF').signature, null);
  });

  it('has page heads of the forms that count their own pages, below their letterhead', () => {
    const head = (page: number) => `PAGE 0${page} OF 02  TUNIS 08812   091551Z   C18/11 001234`;
    const text = printout({
      banner: 'INCOMING TELEGRAM',
      head: head(1),
      second: `CONFIDENTIAL\nDepartment of State\nINCOMING TELEGRAM\n${head(2)}`,
    }).replace('TEXT OF TELEGRAM 86TUNIS 008812\n', '');
    const { dialect, pageLines, paragraphs } = parseCable(text);
    equal(dialect, 'foia');
    deepEqual(
      pageLines.map(({ post, serial, page }) => [post.value, serial.value, page?.value]),
      [
        ['TUNIS', '08812', 1],
        ['TUNIS', '08812', 2],
      ],
    );
    equal(paragraphs[1]?.segments.length, 1);
  });

  it('loses the stamp of a presidential library inside its text', () => {
    const stamp = 'DECLASSIFIED\nNLRR F98-012 #23456\nBY RW NARA DATE 3/12/09';
    const { text, paragraphs } = parseCable(
      printout().replace('\nCONFIDENTIAL\nTEXT', `\n${stamp}\nCONFIDENTIAL\nTEXT`),
    );
    deepEqual(
      paragraphs[1]?.segments.map(({ start, end }) => text.slice(start, end)),
      ['2. THE BOATS ARE OUT.'],
    );
  });

  it('does not mention itself where its banner comes again', () => {
    deepEqual(
      parseCable(printout()).mentions.map(({ value }) => value),
      [],
    );
  });
});

describe('what stands above the header of a page', () => {
  const record = (...lines: string[]) =>
    recordOf(
      'a.txt',
      parseCable(['PAGE 01 STATE 088412', ...lines, 'O 131842Z APR 76', 'FM SECSTATE WASHDC'].join('\n')),
    );

  it('names offices and no addressees, on as many lines as they take', () => {
    const { distribution, info } = record(
      'ORIGIN NEA-10',
      '',
      'INFO OCT-01 AF-10',
      'SSM-05 SIG-02',
      '/171 R',
    );
    deepEqual(distribution, { action: ['NEA-10'], info: ['OCT-01', 'AF-10', 'SSM-05', 'SIG-02'] });
    deepEqual(info, []);
    equal(record().distribution, null);
    deepEqual(record('ACTION NEA-OO', 'INFO OCT-O1 /OOO W').distribution, {
      action: ['NEA-00'],
      info: ['OCT-01'],
    });
  });

  it('tells who wrote it, whose name may have blanks', () =>
    equal(record('DRAFTED BY PM/ISO:CDR R W DOE:JEM').draftedBy, 'PM/ISO:CDR R W DOE:JEM'));

  it('tells who wrote, approved and cleared it', () => {
    const { draftedBy, approvedBy, clearedBy } = record(
      'ORIGIN NEA-10',
      'DRAFTED BY: NEA/P:WBLAKE:DP',
      'APPROVED BY NEA/P:WBLAKE',
      'S/PRS - MR. CARR',
      'EUR:TWSTONE HA:JMOSS',
      'DESIRED DISTRIBUTION',
      'S/S, NEA ONLY',
      '------------------021558 030526Z /20',
    );
    equal(draftedBy, 'NEA/P:WBLAKE:DP');
    equal(approvedBy, 'NEA/P:WBLAKE');
    deepEqual(clearedBy, ['S/PRS - MR. CARR', 'EUR:TWSTONE', 'HA:JMOSS']);
  });
});

describe('what a second place proves', () => {
  const classLine = (line: string) => {
    const cable = parseCable(printout({ classLine: line }));
    return [classificationOf(cable), cable.classLine?.post?.value, cable.classLine?.section?.n];
  };

  it('is the class line that has the serial of the pages', () => {
    deepEqual(classLine('C0 71 F1DEN;T ALTUN1S 08812'), ['CONFIDENTIAL', 'TUNIS', undefined]);
    deepEqual(classLine('C O N•F .1D E:T  SECT;ON 01 OF 02 T;NIS 08812'), ['CONFIDENTIAL', 'TUNIS', 1]);
  });

  it('is the class line that a scanner made to look like a paragraph, or to end with one', () => {
    for (const line of [
      '1.C 0NF;DEN SECTION 01 OF 02 TUNIS 08812',
      `C O N F I D E N T I A L TUNIS 08812 0.'"••`,
    ]) {
      const { classLine, subject, paragraphs } = parseCable(printout({ classLine: line }));
      deepEqual([classLine?.post?.value, subject?.value, paragraphs.length], ['TUNIS', 'SARDINES', 3], line);
    }
  });

  it('is the classification of the banners where the class line has no room for it, and no addressee', () => {
    const cable = parseCable(printout({ classLine: 'C O SECTION 01 OF 02 TUNIS 08812' }));
    equal(classificationOf(cable), 'CONFIDENTIAL');
    deepEqual(
      cable.transmission.to.map(({ name }) => name.value),
      ['SECSTATE WASHDC'],
    );
  });

  it('is an address a few misread letters away from one that is known, and no other', () => {
    const to = (line: string) =>
      parseCable(printout({ to: line })).transmission.to.map(({ name, precedence }) => [
        name.value,
        precedence?.value ?? null,
      ]);
    deepEqual(to('TO SECSTATE WASHOC IMMEOIATE 9800'), [['SECSTATE WASHDC', 'IMMEDIATE']]);
    deepEqual(to('TO AMEM8ASSY LISB0N'), [['AMEMBASSY LISBON', null]]);
    deepEqual(to('TO SECXTATE WAXHDC IMMEDIATE 9800'), [['SECXTATE WAXHDC', 'IMMEDIATE']]);
    deepEqual(to('TO AMEMBASSY UTOPIA'), [['AMEMBASSY UTOPIA', null]]);
  });

  it('is the number of paragraph 1 with a speck before it, which ends the subject', () => {
    for (const speck of ['*', '.', '• ', "'"]) {
      const { subject, paragraphs } = parseCable(printout().replace('\n1. ', `\n${speck}1. `));
      deepEqual([subject?.value, paragraphs.map(({ number }) => number)], ['SARDINES', [1, 2, 3]], speck);
    }
    // No paragraph 2 follows: what stands there may be anything.
    const alone = parseCable(printout().replace('\n1. ', '\n*1. ').replace('\n2. ', '\n'));
    equal(alone.paragraphs[0]?.number, 3);
  });

  it('is a caption with specks behind it', () => {
    const captions = (caption: string) =>
      parseCable(printout({ caption })).captions.map(({ value }) => value);
    deepEqual(captions('EXOIS • •'), ['EXDIS']);
    deepEqual(captions('EXDIS.'), ['EXDIS']);
    deepEqual(captions('EXHIBITS'), []);
  });

  it('is a page head with the serial, wherever the scanner put the rest of it', () => {
    const heads = (lines: Parameters<typeof printout>[0]) =>
      recordOf('a.txt', parseCable(printout(lines))).pageHeads.map(({ line, page }) => [line, page]);
    deepEqual(heads({ second: 'PAGEll?" TU:IS 08812 0915512 • •' }), [
      [4, 1],
      [19, null],
    ]);
    deepEqual(heads({ head: 'PAGE 01\nACTIOA NEA-00\nTUNIS 08812 091551Z' }), [
      [4, 1],
      [21, 2],
    ]);
    deepEqual(heads({ second: 'PAGE TURNERS SOLD 12 BOOKS.' }), [[4, 1]]);
  });
});
