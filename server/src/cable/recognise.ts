/** How much of a text is read to tell whether it is a cable, in UTF-16 code units. */
export const RECOGNITION_LENGTH = 8192;

/** A line longer than this is cut before it is looked at: every sign stands at the start of its line. */
const LINE_LENGTH = 200;

const spaced = (word: string) => [...word].join('\\s{0,3}');
const levels = ['UNCLAS', 'CONFIDENTIAL', 'SECRET', 'LIMITEDOFFICIALUSE'].map(spaced).join('|');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What a line may be: the letters, as capitals, with which it can begin, and its pattern. */
type Sign = readonly [string, RegExp];

/** Lines that hardly any other text has. */
const strong: readonly Sign[] = [
  ['V', /^VZCZC[A-Z]{3}\d{3,4}\b/],
  ['D', /^DE R[A-Z]{3,6} #?\d{4}/],
  ['Z', /^ZN[RY] [UCSTER]{4,5}\b/],
  ['ZOPRY', /^[ZOPRY](?: [ZOPRY]){0,3} \d{6}[Z2] [A-Z]{3} \d\d\b/],
  [LETTERS, new RegExp(`^(?:[A-Z] ?)?(?:${levels})\\b[^.;?!]{0,80}\\b\\d{4,6}\\b`, 'i')],
  ['E', /^E\. ?[O0]\.?:? {0,24}\d{5}\b/i],
  [LETTERS, /^[A-Z][A-Z ]{2,9} \d{8} {1,3}\d{3}(?:\.\d)? {1,3}OF {1,3}\d{3}\b/],
  ['P', /^PAGE {1,3}\d\d {1,20}[A-Z]/],
  ['M', /^MRN:\s{0,40}\d\d(?:\d\d)? [A-Z]/i],
  ['D', /^Date\/DTG:/i],
  ['U', /^(?:UNCLASSIFIED )?U\.?S\.? Department of State Case No\. ?\S+ Doc\.? No\. ?\S/i],
  ['RD', /^REVIEW AUTHORITY: .{0,80}|^DATE\/CASE ID: \d/i],
  [LETTERS, /^(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s{1,4})?Declassified\/Released\b/i],
  ['T', /^This record is a partial extract of the original cable/],
];

/** Lines that letters and memoranda may have too. */
const weak: readonly Sign[] = [
  ['ZOPR', /^(?:ZZ|OO|PP|RR)(?: R[A-Z]{3,6}){1,20}\s*$/],
  ['F', /^FM [A-Z]{3}/],
  ['R', /^RELEASED IN (?:FULL|PART)\b/],
  ['T', /^TAGS?(?::|\s)\s{0,24}\S/i],
  ['S', /^SUBJ(?:ECT)?: {0,24}\S/i],
  ['S', /^SIPDIS\s*$/],
  ['C', /^Classified By:? {0,3}\S/i],
];

/** The signs of a line by its first letter: it spares a line the others' patterns. */
const byLetter = new Map(
  [...LETTERS].map(letter => [
    letter,
    {
      strong: strong.flatMap(([first, pattern]) => (first.includes(letter) ? pattern : [])),
      weak: weak.flatMap(([first, pattern]) => (first.includes(letter) ? pattern : [])),
    },
  ]),
);

/**
 * Whether a text is a cable, told from its beginning (at most `RECOGNITION_LENGTH` code units are looked at): two different
 * kinds of line that only cables have in common, at least one of which no letter or memorandum has. Blank lines and
 * trailing blanks do not matter. Linear in the length looked at; never throws.
 */
export function looksLikeCable(head: string): boolean {
  const seen = new Set<RegExp>();
  let strongSeen = false;
  const length = Math.min(head.length, RECOGNITION_LENGTH);
  for (let from = 0; from < length; ) {
    const to = endOfLine(head, from, length);
    const start = head.slice(from, Math.min(to, from + LINE_LENGTH)).trimStart();
    from = to + 1;
    const signs = byLetter.get(start.charAt(0).toUpperCase());
    if (!signs) continue;
    for (const sign of signs.strong) {
      if (!seen.has(sign) && sign.test(start)) {
        strongSeen = true;
        seen.add(sign);
      }
    }
    for (const sign of signs.weak) if (!seen.has(sign) && sign.test(start)) seen.add(sign);
    if (strongSeen && seen.size >= 2) return true;
  }
  return false;
}

/** Where the line ends that goes on at `from`: at a carriage return or a line feed, at `length` at the latest. */
function endOfLine(text: string, from: number, length: number): number {
  let end = from;
  while (end < length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}
