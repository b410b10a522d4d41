import { Random } from '../mutations/random';
import { wholeCables } from '../texts';

/** Tokens that mean something to some reader of cables, and characters that trouble any. */
const TOKENS: readonly string[] = [
  ...[
    'REF: ',
    'REF',
    'REFTEL',
    'refs A-C',
    'ref B',
    'reftel',
    'septel',
    'A. ',
    '(B) ',
    'C) ',
    '05 LISBON 1234',
    'MUSCAT 73',
  ],
  ...[
    'STATE 12345',
    'SUBJECT: ',
    'SUBJ\n',
    'SUBJ',
    'TAGS: ',
    'PREL, ',
    '[PREL](#)',
    '[1](#)',
    '**1**',
    '- ',
    '#### ',
    '¶',
    '¶3. ',
  ],
  ...[
    'E.O. 12958: DECL: ',
    'N/A',
    '01/24/2017',
    'CLASSIFIED BY: ',
    'REASON: 1.4 (B)',
    'SECTION 02 OF 03',
    'UNCLAS ',
    'S E C R E T',
  ],
  ...[
    'C O N F I D E N T I A L MUSCAT 000073',
    'SIPDIS\n',
    'NOFORN',
    '//',
    'FM AMEMBASSY MUSCAT',
    'TO RUEHC/SECSTATE WASHDC 7',
  ],
  ...[
    'INFO RUEHDE/AMCONSUL DUBAI PRIORITY',
    'R 161902Z MAY 08',
    ' 08',
    'O 241550Z JAN 07 ZDK',
    'ZNY CCCCC ZZH',
    'DE RUEHMS #0073/01 0241550',
  ],
  ...[
    'VZCZCXYZ0000',
    'RR RUEHWEB',
    'BT',
    'NNNN',
    '1. (C) ',
    '2.',
    '12. (S/NF) ',
    '(U) ',
    'SUMMARY: ',
    'END SUMMARY',
    'COMMENT',
  ],
  ...[
    'MUSCAT 00000073  002 OF 003',
    'PAGE 02 MUSCAT 00073 01 OF 02 241550Z',
    'Page 1 of 3',
    'UNCLASSIFIED',
    'RELEASED IN FULL',
  ],
  ...[
    'Message Attributes',
    'MRN: 07 MUSCAT 73',
    'Date/DTG: Jan 24, 2007 / 241550Z JAN 07',
    'From: AMEMBASSY MUSCAT',
    'Declassified/Released',
  ],
  ...[
    '---',
    '-----\n',
    '=====',
    '***',
    '&word8',
    '"',
    "'",
    '(',
    ')',
    '.',
    ',',
    ':',
    ';',
    '/',
    '\\\n',
    '\\',
    '0',
    '1',
    '8',
    'X',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u3000',
    '\0',
    '\ufeff',
    '\u2028',
    '😀',
    '\ud800',
    'é',
    '’',
    '“',
  ],
];

const cables = wholeCables.map(({ text }) => text);

/** The text with number `seed`: always the same one. About half are damaged parts of sound cables, the others heaps of tokens. */
export function inputOf(seed: number): string {
  const random = new Random(seed);
  const start = random.next() < 0.45 ? heap(random, 40) : partOf(random);
  let text = start;
  for (let left = random.int(0, 6); left > 0; left--) text = changed(text, random);
  return text;
}

const tokenOf = (random: Random) => random.pick(TOKENS) ?? '';

function heap(random: Random, most: number): string {
  return Array.from({ length: random.int(0, most) }, () => tokenOf(random)).join(
    random.pick(['', '', ' ', '\n']),
  );
}

/** A stretch of a cable, most often its beginning. */
function partOf(random: Random): string {
  const text = random.pick(cables) ?? '';
  const start = random.next() < 0.6 ? 0 : random.int(0, text.length);
  return text.slice(start, start + random.int(100, 1200));
}

function changed(text: string, random: Random): string {
  const at = random.int(0, Math.floor(text.length * (random.next() < 0.5 ? 1 : 0.3)));
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (random.int(0, 8)) {
    case 0:
      return before + after.slice(random.int(1, 40));
    case 1:
      return before + tokenOf(random) + after;
    case 2:
      return before + tokenOf(random) + after.slice(random.int(1, 20));
    case 3:
      return before + after.slice(0, random.int(1, 200)) + after;
    case 4:
      return before + heap(random, 12) + after;
    case 5:
      return before + partOf(random).slice(0, 600);
    case 6: {
      const lines = text.split('\n');
      const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      return lines.join('\n');
    }
    case 7:
      return text.replaceAll('\n', random.pick(['\r', '\r\n', '\n\n', ' ', '\n ', '\n\t']) ?? '\n');
    default:
      return random.next() < 0.5
        ? before + after.toLowerCase()
        : before + after.replaceAll(/ +/g, random.pick(['', '\t', '  ']) ?? '');
  }
}
