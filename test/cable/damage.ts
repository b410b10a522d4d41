import fc from 'fast-check';

/**
 * One thing that happens to texts on their way. Places are fractions of the text or of its lines, so that one damage fits
 * every text and a failing case shrinks to a small one.
 */
export type Damage =
  /** What is left of a text that was cut at both ends. */
  | { readonly kind: 'cut'; readonly from: number; readonly to: number }
  | { readonly kind: 'drop-lines'; readonly at: readonly number[] }
  | { readonly kind: 'double-lines'; readonly at: readonly number[] }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  /** A slip of the pen: so many characters are replaced. */
  | { readonly kind: 'replace'; readonly at: number; readonly width: number; readonly text: string }
  | { readonly kind: Reshaping };

export type Noise = Damage & { readonly kind: 'insert' };

/** What changes blanks, line breaks or case and leaves every word where it was. */
export type Reshaping = (typeof RESHAPINGS)[number];

const RESHAPINGS = [
  'crlf',
  'lone-cr',
  'blank-lines-between',
  'trailing-blanks',
  'indented',
  'tabs',
  'no-break-spaces',
  'lower-case',
  'unwrapped',
  'one-line',
] as const;

/** Reshapings after which a cable still says all that it said, line by line. */
export const HARMLESS: readonly Reshaping[] = [
  'crlf',
  'lone-cr',
  'blank-lines-between',
  'trailing-blanks',
  'indented',
  'tabs',
  'no-break-spaces',
];

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const someLines = fc.array(fraction, { minLength: 1, maxLength: 6 });

export const reshaping: fc.Arbitrary<Damage> = fc.constantFrom(...RESHAPINGS).map(kind => ({ kind }));

/** What takes text away, prints it twice, or reshapes it, and adds nothing. */
export const loss: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), from: fc.constant(0), to: fraction }),
  fc.record({ kind: fc.constant('cut' as const), from: fraction, to: fc.constant(1) }),
  fc.record({ kind: fc.constant('cut' as const), from: fraction, to: fraction }),
  // Identity stands at the top: cuts there tell more.
  fc.record({ kind: fc.constant('cut' as const), from: fraction.map(x => x / 20), to: fc.constant(1) }),
  fc.record({ kind: fc.constant('cut' as const), from: fc.constant(0), to: fraction.map(x => x / 5) }),
  fc.record({ kind: fc.constant('drop-lines' as const), at: someLines }),
  fc.record({ kind: fc.constant('drop-lines' as const), at: someLines.map(at => at.map(x => x / 5)) }),
  fc.record({ kind: fc.constant('double-lines' as const), at: someLines }),
  reshaping,
);

/** Characters that do not belong where they stand. */
export const noise: fc.Arbitrary<Noise> = fc.record({
  kind: fc.constant('insert' as const),
  at: fraction,
  text: fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\n\n',
      ' ',
      '\t',
      '"',
      '(',
      ')',
      '1',
      '0',
      '.',
      ':',
      '-',
      '[1](#)',
      '¶',
      '1. ',
    ),
    fc.constantFrom(
      'REF: ',
      'A. ',
      '(C) ',
      'SUBJECT: ',
      'TAGS: ',
      'SIPDIS\n',
      '\u0000',
      '\ufeff',
      '😀',
      '\ud800',
    ),
    fc.constantFrom('\n-----\n', '\n12. (S) ', '#### ', 'Classified By: ', 'END SUMMARY', 'PAGE 02 ', '**'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
});

/** What stands in cables, and means something where it stands. */
const PIECES: readonly string[] = [
  ..."0123456789ABCEFGNOPRSTUXYZaefprst:;,.()[]/-&' \n",
  ...['', '\r\n', '  ', '\n\n', 'é', '’', 'REF', 'REFTEL', 'REF A', 'REFS A-C', 'SEPTEL', 'A. ', '(B) '],
  ...['07 MUSCAT 73', 'MUSCAT 00154', 'STATE 12345', 'TAGS: ', 'SUBJECT: ', 'E.O. 12958: ', 'REF: '],
  ...['CLASSIFIED BY: ', 'REASON: 1.4 (B)', 'DECL: 01/24/2017', 'SIPDIS', 'NOFORN', 'UNCLAS', 'SECRET'],
  ...['SECTION 02 OF 03', 'MUSCAT 000000154  002 OF 003', 'PAGE 02', 'NNNN', 'BT', '#0073', '//', '1. '],
  ...['2. (C) ', '¶3. ', 'SUMMARY: ', 'FM ', 'TO ', 'INFO ', 'ZNY CCCCC ZZH', 'O 241550Z JAN 07', 'PREL'],
];

/** Characters replaced by others that mean something; most near the top, where most has a meaning. */
export const slip: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constant('replace' as const),
  at: fc.oneof(
    fraction,
    fraction.map(x => x ** 3),
  ),
  width: fc.constantFrom(0, 0, 1, 1, 2, 5, 20),
  text: fc.constantFrom(...PIECES),
});

/** `text` after all `damages`, one after the other. Never throws. */
export function damaged(text: string, damages: readonly Damage[]): string {
  return damages.reduce(damagedOnce, text);
}

function damagedOnce(text: string, damage: Damage): string {
  switch (damage.kind) {
    case 'cut': {
      const [from, to] = [offsetOf(damage.from, text), offsetOf(damage.to, text)];
      return text.slice(Math.min(from, to), Math.max(from, to));
    }
    case 'drop-lines': {
      const lines = text.split(LINE);
      const dropped = new Set(damage.at.map(at => indexOf(at, lines)));
      return lines.filter((_, i) => !dropped.has(i)).join('');
    }
    case 'double-lines': {
      const lines = text.split(LINE);
      const doubled = new Set(damage.at.map(at => indexOf(at, lines)));
      return lines.map((line, i) => (doubled.has(i) ? line + line : line)).join('');
    }
    case 'insert': {
      const at = offsetOf(damage.at, text);
      return text.slice(0, at) + damage.text + text.slice(at);
    }
    case 'replace': {
      const at = offsetOf(damage.at, text);
      return text.slice(0, at) + damage.text + text.slice(at + damage.width);
    }
    case 'crlf':
      return text.replace(/\r\n|\r|\n/g, '\r\n');
    case 'lone-cr':
      return text.replace(/\r\n|\n/g, '\r');
    case 'blank-lines-between':
      return text.replace(/\r\n|\r|\n/g, '$&$&');
    case 'trailing-blanks':
      return text.replace(/\r\n|\r|\n|$/g, '  $&');
    case 'indented':
      return text.replace(/^(?=.)/gm, '    ');
    case 'tabs':
      return text.replace(/ +/g, '\t');
    case 'no-break-spaces':
      return text.replaceAll(' ', '\u00a0');
    case 'lower-case':
      return lowerFromClassLine(text);
    case 'unwrapped':
      return text.replace(/(?<=\S) *(?:\r\n|\r|\n)(?=\S)/g, ' ');
    case 'one-line':
      return text.replace(/\s+/g, ' ');
  }
}

/** Behind each line break, which stays with its line. */
const LINE = /(?<=\n|\r(?!\n))/;

/** Some copies are lower-cased from the class line on (cable-format 2). */
function lowerFromClassLine(text: string): string {
  const at = text.search(/^(?:UNCLAS|C ?O ?N ?F|S ?E ?C ?R)/im);
  return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase();
}

function offsetOf(fraction: number, text: string): number {
  return Math.round(fraction * text.length);
}

function indexOf(fraction: number, lines: readonly string[]): number {
  return Math.min(Math.floor(fraction * lines.length), lines.length - 1);
}
