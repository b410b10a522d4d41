/** What a text may be that holds cables and is none: they have to be taken out of it first. */
export type Container = 'html' | 'pdf' | 'table' | 'sql' | 'xml' | 'json';

const BEGINNINGS: readonly (readonly [Container, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['html', /^<(?:!doctype html|html|head|body)\b/i],
  ['xml', /^<(?:\?xml|!doctype|TEI|rows?|table)\b/i],
  [
    'sql',
    /^(?:INSERT (?:IGNORE )?INTO|CREATE TABLE|DROP TABLE|SET NAMES|COPY \w+ ?\(|-- (?:MySQL|PostgreSQL) )/i,
  ],
  ['json', /^(?:\[\s{0,20})?\{\s{0,20}"[\w ]{1,40}"\s{0,4}:/],
];

/** Cells in quotes, the beginning of a row that may go on over many lines. */
const QUOTED_CELLS = /^(?:"(?:[^"\\]|\\.|"")*"|\d{1,9})(?:[,;|\t]"(?:[^"\\]|\\.|"")*"){2}[,;|\t]/;
/** The names of columns. */
const COLUMN_NAMES =
  /^"?[A-Za-z]\w{0,30}"?(?:([,;|\t])"?[A-Za-z]\w{0,30}"?)(?:\1"?[A-Za-z]\w{0,30}"?){2,60}$/;

/** How much of a text is read to tell what holds it: a page may begin with comments, a row with long cells. */
const REACH = 2000;

/** What a text is that holds cables and is none itself, told from its beginning; null for all others. Linear; never throws. */
export function containerOf(head: string): Container | null {
  const start = head
    .slice(0, REACH)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .replace(/^<!--[^>]{0,1000}-->\s{0,100}/, '');
  const found = BEGINNINGS.find(([, pattern]) => pattern.test(start));
  if (found) return found[0];
  const [line = ''] = start.split(/[\r\n]/, 1);
  return QUOTED_CELLS.test(start) || COLUMN_NAMES.test(line.trimEnd()) ? 'table' : null;
}
