import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { MONTHS } from '../../server/src/cable/dateTimeGroup';
import { captionPhrases } from '../../server/src/reference/captions';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';
import { takesCaptions, takesHeader } from './headers';

/** A text as a file has it: half a surrogate pair cannot be written. */
const written = (text: string) => Buffer.from(text).toString();

const count = (texts: readonly string[], takes: (text: string) => boolean) => texts.filter(takes).length;

/** One of some texts, or what is left of it when characters were put into it. */
const nearly = (...texts: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...texts) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...texts), noise).map(([text, slip]) => damaged(text, [slip])),
    },
  );

/** The lines of a header. */
const SOUND = [
  'VZCZCXYZ0007',
  'RR RUEHC RUEHMS',
  'RUEHDE RUEHDIR',
  'DE RUEHMS #0073/01 0241550',
  'ZNY CCCCC ZZH',
  'R 241550Z JAN 07',
  'FM AMEMBASSY MUSCAT',
  'TO RUEHC/SECSTATE WASHDC IMMEDIATE 7862',
  'INFO RUCNIRA/IRAN COLLECTIVE',
  'AMEMBASSY ABU DHABI PRIORITY',
  'RHEHNSC/NSC WASHDC 0001',
  'SECDEF WASHINGTON DC',
  '',
  '  ',
];

/** Lines that a header may hold too, and others that make the parser read it otherwise. */
const OTHERS = [
  'ZNR UUUUU ZZH',
  'O P 312359Z DEC 99 ZDK',
  'VZCZ',
  'OO NFIDENTIAL MUSCAT 000073',
  'PP RUEHC',
  'DE CRET MUSCAT 000073',
  'DE  RUEHMS #0073/01 0241550',
  'de ruehms #0073/01 0241550',
  'ZNCLAS MUSCAT 000073',
  'R 31 FEB 07',
  'R 310159Z FEB 07',
  'R  241550 Z  January  2007',
  'P 242460Z JUN 07',
  'O R 2415502 JAN 85',
  'FM',
  'FM   USMISSION GENEVA \\',
  'fm amembassy muscat',
  'TO',
  'TO P S E C R E T MUSCAT 000073',
  'XMT AMEMBASSY KABUL',
  'INFO LOG-00 MFA-00',
  'LAB-01   L-00     MMP-00   MOFM-00  MOF-00   NEA-00   DCP-00',
  'MRN: 07 MUSCAT 73',
  'Date/DTG: Jan 24, 2007 / 241550Z JAN 07',
  'From: AMEMBASSY MUSCAT',
  'Message Attributes',
  'Draft Date: 24 JAN 1975',
  'PAGE 01 MUSCAT 00073 241550Z',
  'PAGE 2',
  'PACE 01 MUSCAT 00073 241550Z',
  'RELEASED IN FULL',
  'RELEASED IN PART B1, 1.4(D)',
  'UNCLASSIFIED U.S. Department of State Case No. F-2014-01302 Doc No. C05517243 Date: 05/05/2014',
  'REVIEW AUTHORITY: Ada Quill',
  'DATE/CASE ID: 05 NOV 2008 200103014',
  'Declassified/Released US Department of State EO Systematic Review 04 MAY 2006',
  'This record is a partial extract of the original cable.',
  'Friday, 26 October 2007, 02:25',
  '07MUSCAT73',
  '1. (C) Summary.',
  '12 (C) Summary.',
  '-----',
  '¶2. Text.',
  '[1](#)3. Text',
  'SECRET',
  'C O N F I D E N T I A L',
  'MUSCAT 000073',
  'E R E T',
  'SIPDIS',
  'E.0. 12958: DECL: 01/24/2017',
  'TAGS: PREL, MU',
  'SUBJECT: SECTION 01 OF 02',
  'ÉMILE',
  'ſecret MUSCAT 000073',
  '(SBU)',
  '.',
  `Text ${'that stands on '.repeat(150)}a long line.`,
];

const CLASS_LINES = [
  'UNCLAS MUSCAT 000073',
  'UNCLAS SECTION 01 OF 02 TEL AVIV 000073',
  'UNCLAS SIFIED KABUL 123',
  'C O N F I D E N T I A L MUSCAT 000073 ',
  'C O N F I D E N T I A L SECTION 02 OF 03 MUSCAT 000073',
  'S E C R E T ABU DHABI 0073 \\',
  'S e c r e t section 01 of 99 ulaanbaatar 000073',
  'secret berlin 1234567',
  'SECRET SIPDIS/NOFORN MUSCAT 000073',
  'CONFIDENTIAL SECTION 1OF2 NODIS ST. PETERSBURG 000073',
  'CONFIDENTIAL NOFORN SECTION 01 OF 02 , PORT-AU-PRINCE 000073',
  'LIMITED OFFICIAL USE MOSCOW 12345',
  'L I M I T E D  O F F I C I A L  U S E MOSCOW 12345',
  'TOP SECRET EXDIS MOSCOW 12345',
  'T O P S E C R E T MOSCOW 12345',
  'UNCLAS FOR OFFICIAL USE ONLY GENEVA 000073',
  'UNCLAS EFTO GENEVA 000073',
  'UNCLAS MUSCAT000073',
  'UNCLASSECTION 01 OF 02 MUSCAT 000073',
  'SECRET KEFTO NEF 000073',
];

const OTHER_CLASS_LINES = [
  'UNCLASSIFIED STATE 00012345',
  'SECRET//NOFORN MUSCAT 000073',
  'UNCLAS E F T O GENEVA 000073',
  'UNCLAS SENSITIVE SECTION 03 OF 02 SOFIA 000073',
  'UNCLAS SECTION 01 OF 003 SOFIA 000073',
  'UNCLAS SECTION O OF C SOFIA 000073',
  'UNCLAS THE VERY LONG NAME OF SOME STATION 000073',
  'UNCLAS MUSCAT      000073',
  'UNCLAS MUSCAT 000000',
  'UNCLAS MUSCAT 12345678',
  'UNCLAS MUSCAT 000073 SIPDIS',
  'UNCLAS X 000073',
  'UNCLAS MUSCAT 000073 VXYZA 0001',
  'S E C R T MUSCAT 000073',
  'SECRET MÜNCHEN 000073',
];

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SOUND) },
  { weight: 1, arbitrary: nearly(...OTHERS, ...SOUND, ...CLASS_LINES, ...OTHER_CLASS_LINES) },
);

/** The lines of a sound header, with others put between them or in their place. */
const header = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(SOUND.length - 1), line, fc.boolean()), { maxLength: 4 }),
    nearly(...CLASS_LINES, ...OTHER_CLASS_LINES),
    fc.array(line, { maxLength: 3 }),
    fc.constantFrom('\n', '\n', '\r\n', ' \n', '\n\n'),
    fc.constantFrom(SOUND, SOUND.slice(SOUND.findIndex(line => line.startsWith('R 24')))),
  )
  .map(([others, classLine, rest, lineBreak, sound]) => {
    const lines = [...sound];
    for (const [at, other, instead] of others) lines.splice(at, instead ? 1 : 0, other);
    return [...lines, classLine, ...rest, '1. Text.'].join(lineBreak);
  });

describe('headers in the plain reader', () => {
  it('are read as the parser does in cables', () => {
    const taken = count(
      samples.map(({ text }) => text.replaceAll('\t', ' ')),
      takesHeader,
    );
    equal(taken > samples.length / 4, true, `${taken} of ${samples.length}`);
  });

  it('are read in all cables made up for measuring', () => {
    const plan = planOf(1000);
    const texts = Array.from({ length: plan.size }, (_, row) => textOf(plan, row));
    equal(count(texts, takesHeader), texts.length);
  });

  it('are read as the parser does in damaged cables', () => {
    const plan = planOf(1000);
    const text = fc.oneof(
      fc.constantFrom(...samples.map(sample => sample.text)),
      fc.nat(plan.size - 1).map(row => textOf(plan, row)),
    );
    fc.assert(
      fc.property(text, fc.array(fc.oneof(loss, noise), { maxLength: 3 }), (one, damages) => {
        takesHeader(written(damaged(one, damages)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are read as the parser does whatever lines stand in them', () => {
    const some = [...fc.sample(header, { numRuns: 200, seed: 7 })];
    equal(count(some.map(written), takesHeader) > 20, true);
    fc.assert(
      fc.property(header, text => {
        takesHeader(written(text));
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, nearly(...CLASS_LINES)), { maxLength: 16 }), lines => {
        takesHeader(written(lines.join('\n')));
      }),
      { numRuns: 2000 },
    );
  });

  it('are left to the parser, or read as it does, where one sign changes what is read', () => {
    const text = [...SOUND, 'UNCLAS SECTION OO OF C SOFIA 000073', '', '1. Text.'].join('\n');
    const cut = [...SOUND, 'UNCLAS MUSCAT 0073'].join('\n').replace('#0073', '#0074');
    const address = [...SOUND, 'TO P S E C R E T ADEN 000074', CLASS_LINES[0], '', '1. Text.'].join('\n');
    deepEqual([text, cut, address].map(takesHeader), [false, false, true]);
  });

  it('are left to the parser under stamps, wherever these stand and in either case', () => {
    const header = [
      'VZCZCXYZ0007',
      'R 241550Z JAN 07',
      'FM AMEMBASSY MUSCAT',
      'C O N F I D E N T I A L MUSCAT 000073',
      '',
      'SUBJECT: PORTS',
      '',
      '',
    ].join('\n');
    const stamps = OTHERS.filter(line => /^(?:RELEASED|UNCLASSIFIED U|REVIEW|DATE.CASE)/.test(line));
    equal(stamps.length, 5);
    for (const stamp of [...stamps, 'DENIED IN PART', 'EXCISED IN FULL', 'RELEASE IN FULL'])
      for (let before = 0; before < 40; before++)
        for (const line of [stamp, stamp.toLowerCase()])
          equal(takesHeader(`${header}${'x'.repeat(before)}\n${line}\n1. Text`), false, line);
    equal(takesHeader(`${header}\nreleased in fall, denied in pact\n1. Text`), true);
  });

  it('are read with any date', () => {
    const two = (most: number) => fc.nat(most).map(value => String(value).padStart(2, '0'));
    const month = fc.constantFrom(...MONTHS);
    const group = fc.tuple(two(32), two(24), two(60), fc.oneof(month, fc.constant('XXX')), two(99));
    fc.assert(
      fc.property(group, ([day, hour, minute, name, year]) => {
        const lines = SOUND.map(text =>
          text.startsWith('R 24') ? `R ${day}${hour}${minute}Z ${name} ${year}` : text,
        );
        equal(takesHeader([...lines, CLASS_LINES[0], '', '1. Text.'].join('\n')), true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are read with every usual form of class line', () => {
    const declined = CLASS_LINES.filter(
      classLine => !takesHeader([...SOUND, classLine, '', '1. Text.'].join('\n')),
    );
    deepEqual(declined, []);
  });
});

describe('captions in the plain reader', () => {
  const word = fc.oneof(
    fc.constantFrom(...captionPhrases.flatMap(({ phrase }) => [phrase, phrase.toLowerCase()])),
    fc.constantFrom(...captionPhrases.flatMap(({ phrase }) => phrase.split(' '))),
    fc.constantFrom('REL', 'TO', 'USA', 'GBR', 'Rel to', 'SECRET', 'TOP', 'UNCLAS', 'X', 'SIPDIſ', '.', '*'),
  );
  const separator = fc.constantFrom(' ', ' ', ' ', '/', '//', ', ', '  ', ' / ', '');
  const captions = fc
    .tuple(
      fc.constantFrom('', '', 'SECRET', 'UNCLASSIFIED', 'Confidential', 'LIMITED OFFICIAL USE', 'TOP SECRET'),
      fc.array(fc.tuple(separator, word), { maxLength: 3 }),
    )
    .map(([designation, words]) => `${designation}${words.flat().join('')}`.trim());

  it('are read as the parser does', () => {
    const some = fc.sample(captions, { numRuns: 200, seed: 7 });
    equal(count(some, takesCaptions) > 20, true);
    fc.assert(
      fc.property(captions, text => {
        takesCaptions(text);
      }),
      { numRuns: 5000 },
    );
  });
});
