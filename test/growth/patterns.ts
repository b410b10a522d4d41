/** Where in a sound cable a pattern can stand, as the name of a gap in `SOUND`. */
export type Place =
  | 'bare'
  | 'above'
  | 'to'
  | 'captions'
  | 'eo'
  | 'tags'
  | 'subject'
  | 'references'
  | 'authority'
  | 'body'
  | 'below';

/** A token that a reader may be slow on when a text consists of nothing else. */
export interface Pattern {
  /** What is repeated; `#` is a number that rises, so that no two tokens need be alike. */
  readonly unit: string;
  /** Where it does most harm. */
  readonly place: Place;
  /** What else is repeated at another place: some work is done for each pair. */
  readonly also?: { readonly unit: string; readonly place: Place };
}

/** A made-up cable with a gap at each place. */
const SOUND = `{above}VZCZCXYZ0000
RR RUEHWEB

DE RUEHMS #0073/01 0241550
ZNY CCCCC ZZH
R 241550Z JAN 07
FM AMEMBASSY MUSCAT
TO RUEHC/SECSTATE WASHDC 7730
{to}INFO RUEHDE/AMCONSUL DUBAI 1042
BT
C O N F I D E N T I A L MUSCAT 000073

SIPDIS
{captions}
E.O. 12958: DECL: 01/24/2017
{eo}TAGS: PREL EPET {tags}MU
SUBJECT: HARBOR TALKS GO ON {subject}

REF: A. MUSCAT 12
     B. 06 SANAA 3401
{references}
Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d). {authority}

1. (C) Summary: The talks reported in ref A go on. End summary.

{body}
2. (C) Comment: They will take long (ref B). End comment.

DOE
{below}
`;

/** Those that every run of the tests tries: one for each thing that is read in a way of its own. */
export const DAILY: readonly Pattern[] = [
  { unit: '\n', place: 'body' },
  { unit: 'TO RUEH#/AMEMBASSY MUSCAT PRIORITY #\n', place: 'to' },
  { unit: 'C O N F I D E N T I A L MUSCAT #\n', place: 'captions' },
  { unit: 'NOFORN SIPDIS\n', place: 'captions' },
  { unit: 'E.O. 12958: DECL: 01/24/2017\n', place: 'eo' },
  { unit: 'PREL, [MU](#) ', place: 'tags' },
  { unit: 'SUBJECT: ONE\n  TWO\n', place: 'subject' },
  { unit: 'REF: 05 LISBON #\n', place: 'references' },
  { unit: 'A. 05 LISBON # **1**B. MUSCAT #\n', place: 'references' },
  { unit: 'CLASSIFIED BY: JANE DOE FOR REASONS 1.4 (B)\n', place: 'authority' },
  { unit: '#. (C) They spoke as in 05 LISBON #.\n\n', place: 'body' },
  { unit: '[1](#)2. (S/NF) Talks, refs A-C.\n\n', place: 'body' },
  { unit: 'text \\\n', place: 'body' },
  { unit: 'CAPITALS AND WORDS\n-----\n', place: 'body' },
  { unit: 'MUSCAT 00000073  00# OF 009\n', place: 'body' },
  { unit: 'PAGE 02 MUSCAT 00073 0# OF 09 241550Z\n', place: 'body' },
  { unit: 'SUMMARY: "They said. End summary? ', place: 'body' },
  { unit: 'UNCLASSIFIED\nRELEASED IN FULL\n', place: 'below' },
  { unit: '1', place: 'body' },
  { unit: 'A. 05 LISBON #\n', place: 'references', also: { unit: 'reftel and ref A ', place: 'body' } },
  { unit: '<b>', place: 'references', also: { unit: '</i>', place: 'body' } },
];

/** Words of cables; alone, with what often surrounds them, and in lines, they make the patterns of a night. */
const WORDS = [
  ...['REF', 'REFTEL', 'SEPTEL', 'refs A-Z', '05 LISBON #', 'LISBON #', 'STATE 1234#', '(A)', 'A.', 'NOTAL'],
  ...['SUBJECT:', 'TAGS:', 'E.O. 12958:', 'DECL: 01/01/2017', 'CLASSIFIED BY:', 'REASON: 1.4 (B)', 'PREL'],
  ...['SECTION 02 OF 03', 'UNCLAS', 'S E C R E T', 'SIPDIS', 'NOFORN', 'EYES ONLY', 'FM AMEMBASSY MUSCAT'],
  ...['R 161902Z MAY 08', 'ZNY CCCCC ZZH', 'DE RUEHMS #0073/01 0241550', 'VZCZCXYZ', 'BT', 'NNNN', 'RUEHDE/'],
  ...['1.', '#.', '¶#.', '(C)', '(S/NF)', 'END SUMMARY', 'COMMENT:', '"', '&', '8', '(', ')', '--', '...'],
];

/** Other shapes: blanks, marks of copies, page furniture, characters without an end. */
const SHAPES = [
  ...[
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    ' \n',
    '\t\n',
    '\n\n',
    '\f',
    '\u2028',
    '\u0000',
    '\ufeff',
    '😀',
    '\ud800',
    'é',
  ],
  ...[
    'a',
    'A',
    'A ',
    'A\n',
    'a b\n',
    '.',
    '. ',
    ',',
    ':',
    ';',
    '/',
    '//',
    '-',
    '- ',
    '_',
    '*',
    '**',
    '#',
    '# ',
    '\\',
  ],
  ...[
    '[',
    ']',
    '[1]',
    '[1](',
    '[1](#)',
    '[PREL](#)',
    '**1**',
    '**1**2. ',
    '#### A\n',
    '- **1**3. (C) A\n\n',
    '<',
    '&lt;',
  ],
  ...[
    '<b>',
    '<div>',
    '<td>',
    '<p>',
    '</i>',
    '<b></i>',
    '<pre>\n',
    '<a href="#">',
    '<!--',
    '&amp;amp;',
    '&#65',
  ],
  ...[
    '0',
    '12',
    '1 2 ',
    '1/2/2007 ',
    '2007',
    "'07 ",
    '241550Z ',
    '1.4 (B) ',
    '1.1.1.',
    '(1',
    '(a) ',
    'A B C D E ',
  ],
  ...[
    '\u201c',
    '\u2019',
    "'",
    "''",
    'it8s ',
    '8words8 ',
    '&words8 ',
    '"words" ',
    '"words\n',
    'END ',
    'end of ',
  ],
  ...[
    '- - -\n',
    '=====\n',
    '-----\n',
    '*****\n',
    '_____\n',
    '1\n',
    '1.\n',
    '1. (\n',
    '(C\n',
    '(C)\n',
    'Doe\n',
    'DOE\n',
  ],
  ...[
    'Page 1 of 9\n',
    'UNCLASSIFIED\n',
    'Declassified/Released\n',
    'RELEASED IN PART B1, 1.4(D)\n',
    'Message Attributes\n',
  ],
  ...['Margaret P. Grafeld Declassified/Released US Department of State\n', 'TEXT OF TELEGRAM 86TUNIS 00#\n'],
  ...[
    'Sheryl P. Walter\n',
    'INFO LOG-00 AID-00\n',
    'DRAFTED BY: A:BCDE\n',
    'ORIGIN NEA-10\n',
    'ACTION EUR-12\n',
  ],
  ...[
    'MRN: 07 MUSCAT #\n',
    'Date/DTG: Jan 24, 2007 / 241550Z JAN 07\n',
    'From: AMEMBASSY MUSCAT\n',
    'Action: A\n',
  ],
  ...[
    'E.O.: 13526\n',
    'Captions: SIPDIS\n',
    'Reference: A. 07 MUSCAT #\n',
    'Pass Line: A\n',
    'UNCLASSIFIED SBU\n',
  ],
];

/** What is compared with each other. */
const PAIRS: readonly Pattern[] = [
  { unit: 'REF: 05 LISBON #\n', place: 'references', also: { unit: 'refs A-Z ', place: 'body' } },
  {
    unit: 'B. 05 LISBON 1\n',
    place: 'references',
    also: { unit: 'In 05 LISBON 1 they spoke. ', place: 'body' },
  },
  { unit: 'PREL, [MU](#) ', place: 'tags', also: { unit: '- **1**3. (C) A\n\n', place: 'body' } },
  { unit: 'SUBJECT: ONE\n', place: 'subject', also: { unit: 'CAPITALS\n\n3. (C) Text.\n\n', place: 'body' } },
  { unit: 'MUSCAT 00000073  00# OF 009\n', place: 'body', also: { unit: 'NOFORN\n', place: 'captions' } },
  { unit: 'TO RUEH#/A\n', place: 'to', also: { unit: 'RR RUEH#\n', place: 'above' } },
  { unit: '"Quoted &words8 ', place: 'body', also: { unit: '"&word8 \n', place: 'subject' } },
  {
    unit: 'text \\\n',
    place: 'body',
    also: { unit: 'A. MUSCAT # **1**B. 05 LISBON #\n', place: 'references' },
  },
];

const PLACES: readonly Place[] = [
  ...([
    'body',
    'references',
    'subject',
    'tags',
    'above',
    'to',
    'captions',
    'eo',
    'authority',
    'below',
  ] as const),
];

/** All patterns: those of every day, each word alone, on lines and mixed into sentences, and the shapes. */
export const NIGHTLY: readonly Pattern[] = [
  ...DAILY,
  ...[...WORDS.flatMap(word => [`${word} `, `${word}\n`, `(${word} and words, `]), ...SHAPES].map(
    (unit, i): Pattern => ({ unit, place: PLACES[i % PLACES.length] ?? 'body' }),
  ),
  ...PAIRS,
];

/** What line breaks become; `mixed` changes with each. */
export const LINE_ENDS = ['LF', 'CR', 'CRLF', 'mixed'] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

const BREAKS: Readonly<Record<LineEnd, readonly string[]>> = {
  LF: ['\n'],
  CR: ['\r'],
  CRLF: ['\r\n'],
  mixed: ['\r', '\n', '\r\n', '\r', '\r\n\r'],
};

/** A text of about `length` characters made of `pattern`: bare, or at a place of a sound cable. */
export function growing(pattern: Pattern, place: Place, lineEnd: LineEnd, length: number): string {
  const { unit, also } = pattern;
  const filled = also
    ? { [place]: repeated(unit, length / 2), [also.place]: repeated(also.unit, length / 2) }
    : { [place]: repeated(unit, length) };
  const text =
    place === 'bare'
      ? Object.values(filled).join('')
      : SOUND.replace(/\{(\w+)\}/g, (_, gap: string) => filled[gap] ?? '');
  const breaks = BREAKS[lineEnd];
  let at = 0;
  return lineEnd === 'LF' ? text : text.replaceAll('\n', () => breaks[at++ % breaks.length] ?? '\n');
}

/** `unit` again and again, its numbers counted up. */
function repeated(unit: string, length: number): string {
  const tokens: string[] = [];
  let n = 0;
  for (let size = 0; size < length; size += tokens.at(-1)?.length || 1)
    // A number in brackets is a link without an address.
    tokens.push(unit.replace(/(?<!\()#/g, () => String(++n)));
  return tokens.join('');
}
