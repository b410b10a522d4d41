import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/citation.wasm';
import { type CableNumber, type CitingTelegram, findCableNumbers } from '../../server/src/cable/citation';
import { splitMrn } from '../../server/src/cable/identity';
import { postKey } from '../../server/src/reference/posts';
import { notStations } from '../../server/src/reference/stations';
import { instantiate } from './assembly';

const reader = instantiate<{
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly bytes: () => number;
  readonly postKey: (name: number, length: number) => number;
  readonly postLetters: (post: number) => number;
  readonly postLength: (post: number) => number;
  readonly setCiting: (year: number, post: number, serial: number) => void;
  readonly findCableNumbers: (base: number, length: number, knownOnly: number) => number;
  readonly numbers: () => number;
  readonly numberStart: (index: number) => number;
  readonly numberEnd: (index: number) => number;
  readonly numberHasPost: (index: number) => number;
  readonly numberPostStart: (index: number) => number;
  readonly numberIsCapital: (index: number) => number;
  readonly numberPost: (index: number) => number;
  readonly numberYear: (index: number) => number;
  readonly numberSerial: (index: number) => number;
  readonly numberSource: (index: number) => number;
}>(wasm);

const SOURCES = ['', 'printed', 'inherited', 'same-year', 'year-before'];

/** A text as the reader has it: one byte for each unit. */
const unitsOf = (text: string) => Uint8Array.from(text, sign => Math.min(sign.charCodeAt(0), 0xff));

const keyOf = (name: string) => reader.postKey(reader.bytes(), reader.put(unitsOf(name)));
const lettersOf = (post: number) =>
  Buffer.from(reader.memory.buffer, reader.postLetters(post), reader.postLength(post)).toString();

/** What the reader finds, or null where it is not sure. */
function numbersIn(text: string, citing: CitingTelegram, knownOnly: boolean) {
  reader.setCiting(citing.year ?? 0, keyOf(citing.post ?? ''), citing.serial ?? 0);
  // A number and letters before and behind it must not count.
  const length = reader.put(unitsOf(`07A${text}7A`)) - 5;
  if (reader.findCableNumbers(reader.bytes() + 3, length, knownOnly ? 1 : 0) === 0) return null;
  return Array.from({ length: reader.numbers() }, (_, i) => ({
    start: reader.numberStart(i),
    end: reader.numberEnd(i),
    postStart: reader.numberHasPost(i) ? reader.numberPostStart(i) : null,
    isCapital: reader.numberHasPost(i) ? reader.numberIsCapital(i) === 1 : null,
    post: lettersOf(reader.numberPost(i)),
    year: reader.numberYear(i),
    serial: reader.numberSerial(i),
    source: SOURCES[reader.numberSource(i)],
  }));
}

/** The same of what the parser finds. */
function plain({ start, end, post, mrn, yearSource: source }: CableNumber) {
  const name = { postStart: post && post.start, isCapital: post && /^[A-Z]/.test(post.name) };
  return { start, end, ...name, ...splitMrn(mrn), source };
}

/** Compares both; gives whether the reader was sure. */
function compare(text: string, citing: CitingTelegram, knownOnly: boolean): boolean {
  const found = numbersIn(text, citing, knownOnly);
  if (found) deepEqual(found, findCableNumbers(text, citing, knownOnly).map(plain), JSON.stringify(text));
  return found !== null;
}

const citing = (mrn: string): CitingTelegram => splitMrn(mrn) ?? { year: null, post: null, serial: null };

const names = [
  ...[
    'MUSCAT',
    'STATE',
    'Muscat',
    'muscat',
    'SECSTATE',
    'SECSTATE WASHDC',
    'KL',
    'RIO',
    'TEL AVIV',
    'Tel Aviv',
    'ABU DHABI',
  ],
  ...[
    'PORT AU PRINCE',
    'PORT-AU-PRINCE',
    "N'DJAMENA",
    'N’DJAMENA',
    'ST. PETERSBURG',
    'USUN NEW YORK',
    'MADRID SP',
    'OSLO',
    '0SLO',
  ],
  ...[
    'CASA',
    'CAS',
    'CASABLANCA',
    'UNKNOWN',
    'NO WHERE',
    'THE LOST POST',
    'TD-314',
    'U.S.',
    'AB-CDEF',
    'ABC-',
    'ABCDE-',
    'A',
    'SP',
    'O',
  ],
  ...[
    '0UAGA',
    '0AB',
    'MADRID S P',
    'WHEN IN ROME',
    'Ünter',
    'ŠIBENIK',
    'FAR AWAY FROM ANY POST',
    '\u017fTATE',
    'ALPHA B',
    'NEWPO',
    'NEW',
  ],
];
const digits = [
  '1',
  '73',
  '073',
  '00073',
  '1234567',
  '0000073',
  '000',
  '00',
  '12345678',
  '174',
  '9999',
  '06',
  '07',
  '2007',
  '1998',
  '1812',
];
const signs = [
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '   ',
    '    ',
    '\n',
    '\r\n',
    ',',
    ', ',
    '.',
    ';',
    ':',
    '-',
    '/',
    '(',
    ')',
    '#',
    "'",
    '’',
    '_',
    '¶',
    '&',
    '+',
  ],
  ...[
    ' AND ',
    ' and ',
    ', AND ',
    ' OR ',
    ' (NOTAL)',
    '(NOTAL) ',
    ' (07)',
    ' (2007)',
    '(06)',
    '(007)',
    ' 2006',
    ' 2006.',
    ' 1999,',
    'O7',
    ' O7 ',
    'o6 ',
  ],
  ...[' TOSEC 12345', ' SECTO 0123', ' DEPTO 123', '%', ' -- ', 'ref', ' MAR ', 'rd', '\u0130', '\u0131'],
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.constantFrom(...digits) },
  { weight: 5, arbitrary: fc.constantFrom(...signs) },
  { weight: 1, arbitrary: fc.constantFrom(...notStations) },
);
const texts = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));
const telegrams = fc
  .constantFrom(
    '07MUSCAT73',
    '07CASABLANCA170',
    '00STATE12000',
    '08NEWPOSTHERE2',
    '99KUALALUMPUR9999',
    '50OSLO7',
  )
  .map(citing);

const RUNS = Number(process.env['CITATION_RUNS'] ?? 500);

describe('cable numbers of the plain reader', () => {
  it('have stations by their letters', () => {
    for (const name of names) {
      if (/^[ -~]*$/.test(name)) equal(lettersOf(keyOf(name)), postKey(name), name);
      else equal(keyOf(name), -1, name);
    }
    equal(keyOf('muscat'), keyOf('Mus.cat'));
    equal(keyOf('...'), -1);
    equal(keyOf('A'.repeat(41)), -1);
  });

  it('are found as the parser finds them', () => {
    let sure = 0;
    fc.assert(
      fc.property(texts, telegrams, fc.boolean(), (text, telegram, knownOnly) => {
        if (compare(text, telegram, knownOnly)) sure++;
      }),
      { numRuns: RUNS },
    );
    equal(sure > RUNS / 2, true);
  });
});
