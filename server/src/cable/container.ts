/** What a text may be that holds cables and is none: they have to be taken out of it first. */
export type Container = 'html' | 'pdf' | 'table' | 'sql' | 'xml' | 'json';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

/** With the characters, letters as capitals, with which each can begin. */
const BEGINNINGS: readonly (readonly [Container, string, RegExp])[] = [
  ['pdf', '%', /^%PDF-/],
  ['html', '<', /^<(?:!doctype html|html|head|body)\b/i],
  ['xml', '<', /^<(?:\?xml|!doctype|TEI|rows?|table)\b/i],
  [
    'sql',
    '-ICDS',
    /^(?:--[^\n]{0,200}\n\s{0,20}){0,40}(?:INSERT (?:IGNORE )?INTO|CREATE TABLE|DROP TABLE|SET NAMES|COPY \w+ ?\(|-- (?:MySQL|PostgreSQL) )/i,
  ],
  ['json', '[{', /^(?:\[\s{0,20})?\{\s{0,20}"[\w ]{1,40}"\s{0,4}:/],
  // Cells in quotes, the beginning of a row that may go on over many lines.
  ['table', `"${DIGITS}`, /^(?:"(?:[^"\\]|\\.|"")*"|\d{1,9})(?:[,;|\t]"(?:[^"\\]|\\.|"")*"){2}[,;|\t]/],
  // The number of a row and a day.
  ['table', `"${DIGITS}`, /^"?\d{1,9}"?([,;|\t])"?\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[^,;|\t\r\n]{0,16}\1/],
  // The names of columns, alone on their line.
  [
    'table',
    `"${LETTERS}`,
    /^"?[A-Za-z]\w{0,30}"?(?:([,;|\t])"?[A-Za-z]\w{0,30}"?)(?:\1"?[A-Za-z]\w{0,30}"?){1,60}\s*?(?:[\r\n]|$)/,
  ],
];

const CLASSES = ['UNCLAS', 'CONFIDENTIAL', 'SECRET', 'LIMITEDOFFICIALUSE'].map(word =>
  [...word].join(' {0,3}'),
);

/** The first line of a telegram, or of the part of it that has a column, behind the quotation mark of a cell. */
const TELEGRAM_IN_CELL = new RegExp(
  String.raw`\s{0,8}(?:VZCZC[A-Z]{3}\d{3,4}\b|DE R[A-Z]{3,6} #?\d{4}|ZNR [UCSTER]{4,5}\b|` +
    String.raw`(?:ZZ|OO|PP|RR) R[A-Z]{3,6}\b|[ZOPRY](?: [ZOPRY]){0,3} [\dO]{6}[Z2] [A-Z]{3} \d\d\b|FM [A-Z]{2}|` +
    String.raw`MRN: {0,8}(?:\d\d){1,2} [A-Z]|PAGE {1,3}0?1 {1,20}[A-Z]|(?:${CLASSES.join('|')})\b[^."\r\n]{0,80}\b\d{4,6}\b)`,
  'y',
);
/** How much of the line before such a cell is looked at, and of a text for such cells: rows without text may come first. */
const LINE_REACH = 2000;
const CELL_REACH = 16_384;

/**
 * Whether the telegrams of a text begin in the quoted cells of a table, whatever its columns and what divides them, told from its
 * beginning. Divided at the beginnings of its telegrams, such a text would leave in each the cells of its neighbour. Linear; never throws.
 */
export function isTableOfTelegrams(text: string): boolean {
  const head = text.slice(0, CELL_REACH);
  // Every cable is asked this: its quotation marks are found in a fraction of the time that a pattern for all takes.
  for (let quote = head.indexOf('"'); quote !== -1; quote = head.indexOf('"', quote + 1)) {
    const before = head.charAt(quote - 1);
    if (!'\r\n,;|\t'.includes(before)) continue;
    TELEGRAM_IN_CELL.lastIndex = quote + 1;
    if (!TELEGRAM_IN_CELL.test(head)) continue;
    const end = quote - before.length;
    const lines = head.slice(Math.max(0, end - LINE_REACH), end).trimEnd();
    const line = lines.slice(Math.max(lines.lastIndexOf('\n'), lines.lastIndexOf('\r')) + 1);
    if (isDelimiter(before) ? isRow(line, before) : /"[,;|\t]\S/.test(line)) return true;
  }
  return false;
}

function isDelimiter(character: string): boolean {
  return character !== '' && ',;|\t'.includes(character);
}

/** Whether the end of a row, before a delimiter, is no sentence: a cell in quotes, a single word, or cells without a blank before them. */
function isRow(line: string, delimiter: string): boolean {
  if (line.endsWith('"') || /^[^\s"]{1,60}$/.test(line)) return true;
  const cells = line.replace(/"[^"]*"/g, '').split(delimiter);
  return cells.length > 2 && cells.every(cell => !cell.startsWith(' '));
}

/** How much of a text is read to tell what holds it: a page may begin with comments, a row with long cells. */
const REACH = 2000;

/** What a text is that holds cables and is none itself, told from its beginning; null for all others. Linear; never throws. */
export function containerOf(head: string): Container | null {
  let start = head.slice(0, REACH).trimStart();
  if (start.startsWith('<!--')) start = start.replace(/^<!--[^>]{0,1000}-->\s{0,100}/, '');
  const first = start.charAt(0).toUpperCase();
  for (const [container, characters, pattern] of BEGINNINGS)
    if (characters.includes(first) && pattern.test(start)) return container;
  return isTableOfTelegrams(head) ? 'table' : null;
}

/** What a file that is not read as cables is, to tell a person what to do with it. */
export interface Holder {
  readonly kind: 'html' | 'pdf' | 'dump';
  /** About how many telegrams it holds. */
  readonly cables: number;
}

/** A text with so many telegrams is a dump, to be imported and not to be read as one document. */
export const DUMP_CABLES = 2000;

/** Texts up to this length cannot hold so many. */
const SMALL = 100 * DUMP_CABLES;

/** Whether a text holds so many telegrams that it is a dump. */
export function isDump(text: string): boolean {
  return text.length > SMALL && cableCount(text) >= DUMP_CABLES;
}

/** How a telegram begins at the start of a line, or of a cell or a string that holds lines. */
const HEAD = /(?:^|[\r\n"'>]|\\n)[ \t]{0,8}(?:FM [A-Z]{2}|MRN: {0,8}(?:\d\d){1,2} [A-Z])/gi;
const FIRST_PAGE = /(?:^|[\r\n"'>]|\\n)[ \t]{0,8}PAGE {1,3}01\b/gi;
const DOCUMENT = /<head\b[^>]{0,80}>[^<]{0,40}Telegram From\b/gi;

/** About how many telegrams begin in a text: it may have lost the header of some. */
export function cableCount(text: string): number {
  return count(text, HEAD) || count(text, FIRST_PAGE) || count(text, DOCUMENT);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/**
 * What holds cables where a file is no cable itself, told from its beginning; null for all others. `share` is how much of the file the
 * beginning is, up to 1.
 */
export function holderOf(head: string, share = 1): Holder | null {
  const container = containerOf(head);
  const cables = Math.round(cableCount(head) / share);
  if (container === 'pdf' || container === 'html') return { kind: container, cables };
  return cables >= (container ? 1 : DUMP_CABLES) ? { kind: 'dump', cables } : null;
}

/** A number as one says it: 251000 where it is estimated from a part, all its digits where it is counted. */
export function aboutCables({ cables }: Holder, share = 1): number {
  const unit = share < 1 ? 10 ** Math.max(0, String(cables).length - 2) : 1;
  return Math.round(cables / unit) * unit;
}
