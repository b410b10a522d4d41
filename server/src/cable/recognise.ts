import { containerOf } from './container';
import { mayBeSample, withoutSamples } from './sampleText';

/** How much of a text is read to tell whether it is a cable, in UTF-16 code units. */
export const RECOGNITION_LENGTH = 8192;
/** How much is read of a saved page that begins with matter of the site's own: a key, lists of links. */
const PAGE_LENGTH = 65_536;
const SITE = ['-----BEGIN PGP ', 'Browse by ', 'Public Library of US Diplomacy'];

/** A line longer than this is cut before it is looked at: every sign stands at the start of its line. */
const LINE_LENGTH = 200;

const spaced = (word: string) => [...word].join('\\s{0,3}');
const levels = ['UNCLAS', 'CONFIDENTIAL', 'SECRET', 'LIMITEDOFFICIALUSE'].map(spaced).join('|');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Hardly any text but a telegram has such a line. */
const STRONG = 1;
/** The Department of State is addressed or writes. */
const DEPARTMENT = 2;
/** A field that telegrams of the Department have and military messages have not: the forms of transmission are the same. */
const FIELD = 4;

/** A line with a classification and a number, which military messages may have as well. */
const CLASS_LINE = 8;

/** What a line may be: the letters, as capitals, with which it can begin, its pattern, and what it shows. */
type Sign = readonly [letters: string, pattern: RegExp, shows: number];

/** In this order: a line is the first of them that it can be. */
const signs: readonly Sign[] = [
  ['V', /^VZCZC[A-Z]{3}\d{3,4}\b/i, STRONG],
  ['D', /^DE R[A-Z]{3,6} #?\d{4}/i, STRONG],
  ['Z', /^ZN[RY] [UCSTER]{4,5}\b/i, STRONG],
  ['ZOPRY', /^[ZOPRY](?: [ZOPRY]){0,3} [\dO]{6}[Z2] [A-Z]{3} \d\d\b/i, STRONG],
  ['ZOPR', /^(?:ZZ|OO|PP|RR)(?: R[A-Z]{3,6}){1,20}\s*$/i, 0],
  ['T', /^TO {1,3}(?:R[A-Z]{3,6}\/)?SECSTATE\b/i, DEPARTMENT],
  [
    LETTERS,
    new RegExp(`^(?:[A-Z] ?)?(?:${levels})\\b(?!.{0,60}//N?\\d{5}//)[^.;?!]{0,80}\\b\\d{4,6}\\b`, 'i'),
    STRONG | CLASS_LINE,
  ],
  ['E', /^E\. ?[O0]\.?:? {0,24}\d{5}\b/i, STRONG | FIELD],
  [LETTERS, /^[A-Z][A-Z ]{2,9} \d{8} {1,3}\d{3}(?:\.\d)? {1,3}OF {1,3}\d{3}\b/i, STRONG | FIELD],
  ['P', /^PAGE {1,3}\d\d {1,20}(?!R[A-Z]{4,6}\d{4})[A-Z]/i, STRONG | FIELD],
  ['T', /^TEXT OF (?:TELEGRAM|CABLE) {1,4}\d\d/i, STRONG | FIELD],
  ['M', /^MRN:\s{0,40}\d\d(?:\d\d)? [A-Z]/i, STRONG | FIELD],
  ['D', /^Date\/DTG:/i, STRONG | FIELD],
  ['T', /^This record is a partial extract of the original cable/, STRONG | FIELD],
  ['F', /^FM {1,3}(?:AM(?:EMB|CON|REP)|SEC ?STATE|US(?!S |CINC|AREUR)[A-Z])/i, DEPARTMENT],
  ['F', /^FM {1,3}[A-Z]{2}/i, 0],
  ['T', /^TAGS?(?::|\s)\s{0,24}\S/i, FIELD],
  ['S', /^SUBJ(?:ECT)?: {0,24}\S/i, 0],
  ['S', /^SIPDIS\s*$/i, FIELD],
  ['C', /^Classified By:? {0,3}\S/i, FIELD],
  // What reviewers and publishers put on letters and memoranda as well.
  ['U', /^(?:UNCLASSIFIED )?U\.?S\.? Department of State Case No\. ?\S+ Doc\.? No\. ?\S/i, 0],
  ['RD', /^REVIEW AUTHORITY: .{0,80}|^DATE\/CASE ID: \d/i, 0],
  [LETTERS, /^(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s{1,4})?Declassified\/Released\b/i, 0],
  ['R', /^RELEASED IN (?:FULL|PART)\b/, 0],
];

/** Lines of military messages and of memoranda: sets of the message text format, a standard subject code, the series of a general message. */
const military: readonly (readonly [letters: string, pattern: RegExp])[] = [
  [
    'MGRNASPEOFTC',
    /^(?:MSGID|GENTEXT|RMKS|NARR|AMPN|SUBJ|POC|EXER|OPER|REF|FLAGWORD|TIMELOC|PERID|CASUALTY)\/[A-Z0-9]/,
  ],
  ['UCSLT/', /\/\/N?\d{5}\/\//],
  ['UCSL', new RegExp(`^(?:${levels})(?:IFIED)?//\\s*$`, 'i')],
  ['UCSLTNAM', /\b(?:NAVADMIN|NAVOP|ALNAV|MARADMIN|ALMAR|ALARACT|ALCOAST|ALMILACT|ALSAFETY)\b/],
  ['MAIB', /^(?:ACTION |INFORMATION |BRIEFING )?MEMORANDUM\b/],
  ['UCSP', /\bCASREP\b|\bCASUALTY (?:REPORT|MESSAGE)\b/i],
];

/** An addressee with its routing indicator; long headers have many. */
const ROUTED = /^R[A-Z]{3,6}\//;

/** The names of the lines above an e-mail. */
const MAIL = /^(From|Sent|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Importance|Attachments):/i;
/** So many different signs, and so many strong ones, make a telegram of what an e-mail forwards; fewer are a quotation. */
const FORWARDED = 5;
const FORWARDED_STRONG = 3;

/** What a line can be by the code of its first character: it spares a line the others' patterns. */
interface Possible {
  readonly signs: readonly Sign[];
  readonly military: readonly RegExp[];
  readonly isRouted: boolean;
  readonly isOfMail: boolean;
}

const byCode: readonly Possible[] = Array.from({ length: 128 }, (_, code) => {
  const printed = String.fromCharCode(code);
  const letter = printed.toUpperCase();
  return {
    signs: signs.filter(([letters]) => letters.includes(letter)),
    military: military.flatMap(([letters, pattern]) => (letters.includes(printed) ? pattern : [])),
    isRouted: printed === 'R',
    isOfMail: 'FSTCDMRIA'.includes(letter),
  };
});
const NOTHING: Possible = { signs: [], military: [], isRouted: false, isOfMail: false };

/**
 * How many code units of a text have to be looked at to tell whether it is a cable, told from its first `RECOGNITION_LENGTH`:
 * more of a saved page, whose own matter stands above the text.
 */
export function recognitionLength(head: string): number {
  const start = head.slice(0, RECOGNITION_LENGTH);
  return SITE.some(words => start.includes(words)) ? PAGE_LENGTH : RECOGNITION_LENGTH;
}

/**
 * Whether a text is a telegram of the Department of State, told from its beginning (`recognitionLength` code units are looked at): two
 * different kinds of line that only telegrams have in common, at least one of which no letter or memorandum has. Military messages, e-mails
 * and articles that quote a few lines, and what holds many telegrams (see `containerOf`), are none. Blank lines and trailing blanks do
 * not matter. Linear in the length looked at; never throws.
 */
export function looksLikeCable(text: string): boolean {
  return (
    hasCable(text, RECOGNITION_LENGTH) ||
    (text.length > RECOGNITION_LENGTH &&
      recognitionLength(text) > RECOGNITION_LENGTH &&
      hasCable(text, PAGE_LENGTH))
  );
}

function hasCable(text: string, length: number): boolean {
  const first = firstOfSigns(text, length);
  if (first === null || containerOf(text)) return false;
  if (!mayBeSample(text.slice(0, first))) return true;
  const head = text.slice(0, length);
  const own = withoutSamples(head, startsWithSign);
  return own === head || firstOfSigns(own, length) !== null;
}

/** Whether a line, without the blanks before it, is a sign of a telegram. */
function startsWithSign(line: string): boolean {
  return signOf(line) !== undefined;
}

function signOf(line: string, { signs } = possibleIn(line)): Sign | undefined {
  for (const sign of signs) if (sign[1].test(line)) return sign;
  return undefined;
}

function possibleIn(line: string): Possible {
  return line === '' ? NOTHING : (byCode[line.charCodeAt(0)] ?? NOTHING);
}

/** Where the first sign of a text begins that has enough of them within `length` code units; null where it has not. */
function firstOfSigns(text: string, length: number): number | null {
  const seen: Sign[] = [];
  const mail: string[] = [];
  let first: number | null = null;
  let shown = 0;
  let strong = 0;
  let hasSender = false;
  const head = text.slice(0, length);
  // Found once for many lines each: a text has seldom both.
  let feed = -1;
  let carriageReturn = -1;
  for (let from = 0; from < head.length; ) {
    if (feed < from) feed = indexOrEnd(head, '\n', from);
    if (carriageReturn < from) carriageReturn = indexOrEnd(head, '\r', from);
    const to = Math.min(feed, carriageReturn);
    const start = from;
    const line = head.slice(start, Math.min(to, start + LINE_LENGTH)).trimStart();
    from = to + 1;
    const possible = possibleIn(line);
    if (possible === NOTHING || (possible.isRouted && ROUTED.test(line))) continue;
    const sign = signOf(line, possible);
    if (!isOwn(shown | (sign?.[2] ?? 0), hasSender)) {
      for (const pattern of possible.military) if (pattern.test(line)) return null;
      // The colon is found sooner than the names before it, and few lines of a header have one.
      const name = possible.isOfMail && line.includes(':') ? MAIL.exec(line)?.[1]?.toLowerCase() : undefined;
      if (name && !mail.includes(name)) mail.push(name);
    }
    if (!sign || seen.includes(sign)) continue;
    first ??= start;
    seen.push(sign);
    shown |= sign[2];
    if (sign[2] & STRONG) strong++;
    hasSender ||= sign[0] === 'F';
    if (isOwn(shown, hasSender) && isEnough(seen.length, strong, mail)) return first;
  }
  // A message in the form of transmission that military and civil ones share, and none of the Department's own.
  if (hasSender && !(shown & (FIELD | DEPARTMENT))) return null;
  return isEnough(seen.length, strong, mail) ? first : null;
}

/** Whether what was seen shows a telegram of the Department, so that nothing below it can show another kind of text. */
function isOwn(shown: number, hasSender: boolean): boolean {
  return (shown & FIELD) > 0 || ((shown & CLASS_LINE) > 0 && (!hasSender || (shown & DEPARTMENT) > 0));
}

function isEnough(count: number, strong: number, mail: readonly string[]): boolean {
  return isMail(mail) ? count >= FORWARDED && strong >= FORWARDED_STRONG : count >= 2 && strong > 0;
}

/** Whether these lines stand above an e-mail: who wrote it, when, and one more. */
function isMail(names: readonly string[]): boolean {
  return (
    names.length >= 3 &&
    names.includes('from') &&
    ['sent', 'date', 'message-id', 'received'].some(name => names.includes(name))
  );
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}
