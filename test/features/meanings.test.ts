import assert from 'node:assert/strict';
import { hoverAt } from '../../server/src/features/hover';
import { meaningAt } from '../../server/src/features/meanings';
import { stations } from '../../server/src/reference/stations';
import { zoneOf } from '../../server/src/reference/zones';
import { textOf } from '../../server/src/text/span';
import { seeds } from '../seeds';
import { readFixture } from './reading';

/** The meaning at the caret in one line, a bar between its parts; `-` for none. The range, where there is one, is what it covers. */
function checkMeaning(text: string, expected: string): void {
  const { file, reading } = readFixture(text);
  const found = meaningAt(reading.cable, file.caret?.offset ?? -1);
  const shown = found ? [found.code, found.reading, ...found.notes].join(' | ') : '-';
  assert.equal(shown, expected);
  const [range] = file.ranges;
  if (found && range) assert.equal(textOf(file.text, found), textOf(file.text, range));
}

/** A cable with `line` in place of the line of its header that begins with the same two characters. */
const header = (line: string) => {
  const first = line.replaceAll(/[▮⟦⟧]/g, '').slice(0, 2);
  return [
    'VZCZCXRO7284',
    'RR RUEHDE RUEHDIR',
    'DE RUEHMS #0073/01 0241550',
    'ZNY SSSSS ZZH',
    'R 241550Z JAN 07',
    'FM AMEMBASSY MUSCAT',
    'TO RUEHC/SECSTATE WASHDC PRIORITY 7700',
    'INFO RUEHZM/GULF COOPERATION COUNCIL COLLECTIVE',
    'S E C R E T SECTION 01 OF 02 MUSCAT 000073',
    'SIPDIS',
    'E.O. 12958: DECL: 01/24/2017',
    'TAGS: PREL MU',
    'SUBJECT: TALKS',
    'Classified By: A. Officer for Reasons 1.4 (b, d)',
    '1. (S) They talked.',
  ]
    .map(old => (old.startsWith(first) ? line : old))
    .join('\n');
};

const checkHeader = (line: string, expected: string) => checkMeaning(header(line), expected);

describe('meanings in the header', () => {
  it('explain the transmission identification', () => {
    checkHeader(
      '⟦VZCZCX▮RO7284⟧',
      'VZCZC XRO 7284 | number 7284 on channel XRO | It numbers one hop on one circuit, not the cable.',
    );
  });

  it('explain precedence as digraph, prosign and word', () => {
    const order = 'order FLASH, IMMEDIATE, PRIORITY, ROUTINE';
    const exceeded = 'An address line of this copy has PRIORITY.';
    checkHeader(
      '⟦R▮R⟧ RUEHDE RUEHDIR',
      `RR | ROUTINE: the highest of its addressees; ${order} | ${exceeded}`,
    );
    checkHeader('⟦▮R⟧ 241550Z JAN 07', `R | ROUTINE: the highest of its addressees; ${order} | ${exceeded}`);
    checkHeader('TO RUEHC/SECSTATE WASHDC ⟦PRIO▮RITY⟧ 7700', 'PRIORITY | precedence for this addressee');
    const two = header('R 241550Z JAN 07');
    checkMeaning(
      two.replace('R 2415', '▮O R 2415'),
      `O | IMMEDIATE: the highest of its action addressees; ${order}`,
    );
    checkMeaning(
      two.replace('R 2415', 'O ▮R 2415'),
      `R | ROUTINE: the highest of its information addressees; ${order}`,
    );
  });

  it('name stations by routing indicator and by address', () => {
    checkHeader('DE ⟦RUE▮HMS⟧ #0073/01 0241550', 'RUEHMS | AMEMBASSY MUSCAT');
    checkHeader('RR RUEHDE ⟦RUEH▮DIR⟧', 'RUEHDIR | RPO DUBAI');
    checkHeader(
      'FM ⟦AMEMB▮ASSY MUSCAT⟧',
      'AMEMBASSY MUSCAT | embassy, routing indicator RUEHMS | its cables are numbered as MUSCAT',
    );
    checkHeader(
      'INFO ⟦RUE▮HZM⟧/GULF COOPERATION COUNCIL COLLECTIVE',
      'RUEHZM | GULF COOPERATION COUNCIL COLLECTIVE | a collective: many addressees under one name',
    );
    checkHeader('INFO RHM▮FIS/CDR USCENTCOM MACDILL AFB FL', 'RHMFIS | probably RHMFISS');
    checkHeader(
      'INFO RHM▮FISS/CDR USCENTCOM MACDILL AFB FL',
      'RHMFISS | a gateway that serves many addressees',
    );
  });

  it('leave a station out that only one doubtful listing knows', () => {
    const doubtful = stations.find(
      ({ ri, confidence, kind }) => ri && confidence === 'low' && kind === 'activity',
    );
    checkHeader(`DE ▮${doubtful?.ri} #0073/01 0241550`, '-');
    checkHeader('DE RUE▮ZZZ #0073/01 0241550', '-');
  });

  it('explain serial number, section and file time', () => {
    checkHeader(
      'DE RUEHMS #⟦00▮73⟧/01 0241550',
      '#0073 | station serial number | The last four digits of the number of the cable.',
    );
    checkHeader('DE RUEHMS #0073/⟦0▮1⟧ 0241550', '01 | section 1');
    checkHeader(
      'DE RUEHMS #0073/01 ⟦0241▮550⟧',
      '0241550 | time of file: day 24 of the year, 15:50 UTC | Wednesday, 24 January 2007, 15:50 UTC',
    );
    checkHeader('DE RUEHMS #0073/01 100▮1550', '1001550 | time of file: day 100 of the year, 15:50 UTC');
  });

  it('read the security warning and known operating signals, and no others', () => {
    checkHeader('⟦ZNY SS▮SSS⟧ ZZH', 'ZNY SSSSS | handle as classified: SECRET');
    checkHeader('ZNR UUU▮UU ZZH', 'ZNR UUUUU | may be sent in the clear: UNCLASSIFIED');
    checkHeader(
      'ZNY EEE▮EE ZZH',
      'ZNY EEEEE | handle as classified: UNCLASSIFIED, encrypt for transmission only',
    );
    checkHeader(
      'ZNY SSSSS ⟦ZZ▮H⟧',
      'ZZH | an operating signal on most traffic of the Department; no public document tells its meaning',
    );
    checkHeader('R 241550Z JAN 07 ⟦ZD▮K⟧', 'ZDK | a repetition in answer to a request');
  });

  it('say the date-time group in words, with the weekday at the post', () => {
    const at = 'Wednesday, 24 January 2007';
    checkHeader('R ⟦24155▮0Z JAN 07⟧', `241550Z JAN 07 | ${at}, 15:50 UTC | At MUSCAT Wednesday, 19:50`);
    checkHeader(
      'R 24233▮0Z JAN 07',
      `242330Z JAN 07 | ${at}, 23:30 UTC | At MUSCAT Thursday, 25 January 2007, 03:30`,
    );
    checkMeaning(
      'R 24▮1550Z JUL 07\nFM USMISSION USUN NEW YORK\nUNCLAS USUN NEW YORK 000073\nSUBJECT: X\n',
      '241550Z JUL 07 | Tuesday, 24 July 2007, 15:50 UTC | At USUN NEW YORK Tuesday, 11:50',
    );
    checkMeaning(
      'R 24▮1550Z JUL 07\nFM AMEMBASSY NOWHERE\nUNCLAS NOWHERE 000073\nSUBJECT: X\n',
      '241550Z JUL 07 | Tuesday, 24 July 2007, 15:50 UTC',
    );
    checkHeader('R 3115▮50Z FEB 07', '-');
  });

  it('tell the count of messages from the number of a cable', () => {
    checkHeader(
      'TO RUEHC/SECSTATE WASHDC PRIORITY ⟦77▮00⟧',
      "7700 |  | The originator's running count of messages to this addressee, not the number of a cable.",
    );
  });
});

describe('meanings in the preamble', () => {
  it('say how the year was guessed that the text does not print', () => {
    checkMeaning(
      'S E C R E T ⟦MUSCAT 0000▮73⟧\nE.O. 12958: DECL: 03/24/2017\nTAGS: PREL MU\n1. (S) They talked on March 22.',
      '07MUSCAT73 | this cable | Its year is guessed: declassification on 03/24/2017 is most often 10 years later, and the text names March 22.',
    );
  });

  it('give the id and the section of the class line', () => {
    checkHeader('S E C R E T SECTION 01 OF 02 ⟦MUS▮CAT 000073⟧', '07MUSCAT73 | this cable');
    checkHeader(
      'S E C R E T ⟦SECTION ▮01 OF 02⟧ MUSCAT 000073',
      'Section 1 of 2 |  | All sections together are one cable.',
    );
  });

  it('explain captions, as far as the reference does', () => {
    checkHeader('SIP▮DIS', 'SIPDIS | may be put on SIPRNet, where other agencies read it');
    checkMeaning(header('SUBJECT: TALKS').replace('SIPDIS', 'FOD▮AG'), '-');
  });

  it('explain the executive order and its date', () => {
    checkHeader(
      'E.O. ⟦129▮58⟧: DECL: 01/24/2017',
      'E.O. 12958 | the order on classified information from October 1995 to June 2010 | 13292 amended it from March 2003.',
    );
    checkHeader(
      'E.O. 12958: DECL: ⟦01/2▮4/2017⟧',
      '01/24/2017 | declassify on Tuesday, 24 January 2017 | 10 years after this cable to the day',
    );
    checkHeader('E.O. 12958: DECL: 11/0▮6/2017', '11/06/2017 | declassify on Monday, 6 November 2017');
    checkHeader('E.O. 11652: ⟦G▮DS⟧', 'GDS | general declassification schedule');
    checkHeader('E.O. 12356: DECL: OA▮DR', '-');
  });

  it('explain TAGS whose meaning is known', () => {
    checkHeader('TAGS: ⟦PR▮EL⟧ MU', 'PREL | External political relations | TAGS subject');
    checkHeader('TAGS: PREL ▮MU', 'MU | Oman | TAGS country or area');
    checkHeader('TAGS: PREL ZA▮PU', 'ZAPU |  | TAGS organization');
    checkHeader('TAGS: PREL QQ▮QQ', '-');
  });

  it('explain where reasons are listed', () => {
    checkHeader(
      'Classified By: A. Officer for Reasons ⟦1▮.4⟧ (b, d)',
      '1.4 | the section of the executive order that lists the reasons | It was 1.5 before 25 March 2003, and 1.4 since.',
    );
  });
});

const body = (text: string) => `R 241550Z JAN 07\nS E C R E T MUSCAT 000073\nSUBJECT: TALKS\n\n${text}\n`;

describe('meanings in the text', () => {
  it('explain portion marks, but no words in parentheses', () => {
    checkMeaning(body('1. ⟦(S/▮NF)⟧ Text.'), '(S/NF) | secret, not releasable to foreign nationals');
    checkMeaning(
      body('1. (S/REL ▮TO USA, GBR) Text.'),
      '(S/REL TO USA, GBR) | secret, may be released to USA, GBR',
    );
    checkMeaning(body('1. (S▮BU) Text.'), '(SBU) | sensitive but unclassified');
    checkMeaning(body('1. (S) Text (N▮F) more.'), '-');
  });

  it('tell a number that is not the one printed', () => {
    checkMeaning(body('⟦[1](#▮)1.⟧ (S) One.\n\n[1](#)2. (S) Two.'), '¶1 | printed here as [1](#)1.');
    checkMeaning(body('1▮. (S) One.\n\n2. (S) Two.'), '-');
  });

  it('explain page lines and septels', () => {
    checkMeaning(
      body('1. (S) They\n\n⟦MUSCAT 00▮000073 002 OF 002⟧\n\ntalked.'),
      'Page line | MUSCAT 73, section 2 of 2 | A page begins here; the text goes on below.',
    );
    checkMeaning(body('1. (S) See ⟦sep▮tel⟧.'), 'septel | a separate telegram, deliberately not listed');
  });
});

describe('meanings', () => {
  it('become a hover of at most three short lines, its words escaped', () => {
    const { file, reading } = readFixture(header('E.O. 129▮58: DECL: 01/24/2017'));
    assert.equal(
      hoverAt(reading, file.caret?.offset ?? -1)?.markdown,
      '**E.O. 12958** · the order on classified information from October 1995 to June 2010\n\n13292 amended it from March 2003.',
    );
    for (const { text } of seeds) {
      const { reading: seed } = readFixture(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = meaningAt(seed.cable, offset);
        if (!found) continue;
        assert.ok(found.start <= offset && offset <= found.end);
        assert.ok(found.notes.length <= 2 && found.reading.length < 120, found.reading);
      }
    }
  });

  it('know the time zone of nearly every post', () => {
    const posts = new Set(stations.flatMap(({ kind, post }) => (kind === 'embassy' && post ? [post] : [])));
    assert.deepEqual(
      [...posts].filter(post => zoneOf(post) === null),
      [],
    );
    for (const post of posts) new Intl.DateTimeFormat('en', { timeZone: zoneOf(post) ?? '' });
  });
});

describe('meanings of signals and captions', () => {
  const withLine = (old: string, line: string) => header('SIPDIS').replace(old, line);

  it('explain every signal that is met, wherever it stands', () => {
    for (const signal of [
      'ZDK',
      'ZDS',
      'ZFD',
      'ZFF4',
      'ZFF-4',
      'ZUI',
      'ZFR',
      'ZZK',
      'ZZH',
      'CTG',
      'CITE',
      'ZEN',
    ])
      assert.match(
        hoverText(header(`R 241550Z JAN 07 ▮${signal} RUEHDE`)),
        new RegExp(`^\\*\\*${signal}\\*\\* · `),
      );
    for (const line of ['ZU▮I RUEWMCE1234', 'B▮T', 'ZE▮N RUEHXX/AMEMBASSY DOHA'])
      assert.match(hoverText(withLine('S E C R E T', `${line}\nS E C R E T`)), / · /, line);
    for (const line of ['NNN▮N', 'B▮T'])
      assert.match(hoverText(`${withLine('', '')}\nDOE\n${line}\n`), / · /, line);
  });

  it('explain captions and NOTAL', () => {
    checkMeaning(withLine('SIPDIS', '⟦EX▮DIS⟧'), 'EXDIS | exclusive distribution');
    for (const line of ['⟦CORRECTED CO▮PY⟧', '⟦C O R R E C ▮T E D  COPY (CAPTION)⟧'])
      checkMeaning(withLine('SIPDIS', `SIPDIS\n${line}`), 'CORRECTED COPY | a corrected transmission');
    const notal = 'NOTAL | not to, nor needed by, all addressees';
    checkMeaning(withLine('Classified', 'REF: A. STATE 123 (⟦NO▮TAL⟧)\nClassified'), notal);
    checkMeaning(withLine('They talked', 'See 07 STATE 123 (⟦NO▮TAL⟧)'), notal);
  });
});

function hoverText(text: string): string {
  const { file, reading } = readFixture(text);
  return hoverAt(reading, file.caret?.offset ?? -1)?.markdown ?? '';
}
