import { looksLikeCable } from '../cable/recognise';
import { isAadTable } from './aadTable';
import { headerRow } from './headerRow';
import type { ImportKind } from './model';

/** How much of a source is looked at to tell its kind, in bytes and in UTF-16 code units. */
export const KIND_LENGTH = 64 << 10;

const CABLEGATE_ROW =
  /^\ufeff?"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d\d(?::\d\d)?"?,"?\d{2,4} ?[A-Z]{3,20} ?\d{1,7}/im;
const CABLEGATE_TUPLE =
  /\(\s{0,4}'?\d{1,7}'?\s{0,4},\s{0,4}E?'[\d/-]{8,10}[ T]\d{1,2}:\d\d(?::\d\d)?[^']{0,8}'\s{0,4},\s{0,4}E?'\d{2,4} ?[A-Z]{3,20} ?\d{1,7}'/i;
const INSERT = /^[ \t]{0,8}INSERT\s{1,4}(?:IGNORE\s{1,4})?INTO\s/im;
const KEY_BLOCK = /-----BEGIN PGP [^\n]{0,40}-----[\s\S]*?(?:-----END PGP [^\n]{0,40}-----|$)/g;

const HTML = /<(?:!doctype html|html|head|body|div|table|pre|p)\b/i;
const CABLE_TABLE = /<table\b[^>]{0,200}\bclass\s{0,4}=\s{0,4}["']?(?:[\w-]+ ){0,4}cable\b/i;
/** The cell of such a table that holds an id. */
const CABLE_PAGE =
  /<t[dh]\b[^>]{0,200}>\s{0,40}(?:<a\b[^>]{0,300}>\s{0,40})?\d{2}[A-Z]{3,20}\d{1,7}(?:_[a-z])?\s{0,40}</;
/** What only PlusD prints: its tabs, its document numbers, the attributes of the archive. */
const PLUSD =
  /(?:^|>|\n)[ \t]{0,40}(?:Raw content|Raw source|Show Headers|Message Attributes)\b|\bplusd\/cables\/|(?:^|>|\n)[ \t]{0,40}(?:(?:19|20)\d\d[A-Z]{3,20}\d{4,6}|\d{2}[A-Z]{3,20}\d{1,7})_[a-e]\s{0,40}(?:<|\n|$)/;

/** A page, or the text of one, with a telegram and something that only PlusD prints. */
function isPlusd(head: string): boolean {
  const plain = head.replace(KEY_BLOCK, '');
  const hasKey = plain.length < head.length;
  if (!hasKey && !PLUSD.test(plain)) return false;
  if (!HTML.test(plain))
    return looksLikeCable(plain.trimStart()) || looksLikeCable(plain.slice(plain.search(PLUSD)));
  return looksLikeCable(roughText(plain));
}

/** The text of a page, well enough to look at. */
function roughText(page: string): string {
  const text = page
    .replace(/<[^<>]{0,2000}>/g, '\n')
    .replace(/&#x0*A;/gi, '\n')
    .replace(/&#182;|&para;/g, '¶');
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .join('\n');
}

/** Whether a text is the source of an XML document that is no web page. */
export function isXml(head: string): boolean {
  return /^\s*<(?:\?xml\b|[A-Za-z_])/.test(head) && !/^\s*<(?:!doctype html|html)\b/i.test(head);
}

const TEI = /<(?:\w+:)?TEI(?:\.2)?\b/;
const FRUS_VOLUME = /\bfrus\d{4}|Foreign Relations of the United States|history\.state\.gov/i;
const FRUS_DOCUMENT = /<(?:\w+:)?div\b[^>]{0,400}\btype=["']document["']/;
const FRUS_TELEGRAM =
  /<(?:\w+:)?gloss\b[^>]{0,100}\btype=["']from["']|>\s{0,40}(?:\d{1,4}\. )?(?:Circular )?Telegram\b[^<]{0,40}\bFrom\b/i;

/** A TEI document that says that it is a volume of the series, or has telegrams as the series has them. */
function isFrus(head: string): boolean {
  if (!isXml(head) || !(TEI.test(head) || FRUS_DOCUMENT.test(head))) return false;
  return FRUS_VOLUME.test(head) || (FRUS_DOCUMENT.test(head) && FRUS_TELEGRAM.test(head));
}

/** An XML document with elements or attributes that are called like the columns of such a table. */
function isAadXml(head: string): boolean {
  const names = head
    .slice(0, KIND_LENGTH)
    .matchAll(
      /<([A-Za-z_][\w.-]{0,60})|\b(?:name|column)=["']([\w .-]{1,60})["']|\s(?!name=|column=)([A-Za-z_]{3,40})=["']/g,
    );
  return isAadTable([
    ...new Set([...names].map(([, element, named, attribute]) => element ?? named ?? attribute ?? '')),
  ]);
}

/** How a source of each kind begins, the plainer sign before the vaguer. */
const signs: readonly (readonly [ImportKind, (head: string) => boolean])[] = [
  ['pdf', head => head.slice(0, 1024).includes('%PDF-')],
  ['cablegate-csv', head => CABLEGATE_ROW.test(head) || (INSERT.test(head) && CABLEGATE_TUPLE.test(head))],
  ['frus', isFrus],
  ['aad', head => (isXml(head) ? isAadXml(head) : headerRow(head) !== null)],
  ['wikileaks-html', head => CABLE_TABLE.test(head) && (CABLE_PAGE.test(head) || /<pre\b/i.test(head))],
  ['plusd', isPlusd],
  ['text', head => looksLikeCable(head.replace(KEY_BLOCK, '').trimStart())],
];

/** What a source is, told from its beginning (at most `KIND_LENGTH` code units are looked at); null for any other file. */
export function kindOf(head: string): ImportKind | null {
  const start = head.slice(0, KIND_LENGTH);
  return signs.find(([, isKind]) => isKind(start))?.[0] ?? null;
}
