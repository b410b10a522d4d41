import { isTableOfTelegrams } from '../cable/container';
import { looksLikeCable } from '../cable/recognise';
import { isAadTable } from './aadTable';
import { headerRow } from './headerRow';
import type { ImportKind } from './model';
import { isPlusd, isWikileaksPage, PAGE_HEAD, withoutKeys } from './pageKind';

/** How much of a source is looked at to tell its kind, in bytes and in UTF-16 code units. */
export const KIND_LENGTH = PAGE_HEAD;

const CABLEGATE_ROW =
  /^\ufeff?"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d\d(?::\d\d)?"?,"?\d{2,4} ?[A-Z]{3,20} ?\d{1,7}/im;
const CABLEGATE_TUPLE =
  /\(\s{0,4}'?\d{1,7}'?\s{0,4},\s{0,4}E?'[\d/-]{8,10}[ T]\d{1,2}:\d\d(?::\d\d)?[^']{0,8}'\s{0,4},\s{0,4}E?'\d{2,4} ?[A-Z]{3,20} ?\d{1,7}'/i;
const INSERT = /^[ \t]{0,8}INSERT\s{1,4}(?:IGNORE\s{1,4})?INTO\s/im;
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
  ['wikileaks-html', isWikileaksPage],
  ['plusd', isPlusd],
  ['text', head => !isTableOfTelegrams(head) && looksLikeCable(withoutKeys(head).trimStart())],
];

/** What a source is, told from its beginning (at most `KIND_LENGTH` code units are looked at); null for any other file. */
export function kindOf(head: string): ImportKind | null {
  const start = head.slice(0, KIND_LENGTH);
  return signs.find(([, isKind]) => isKind(start))?.[0] ?? null;
}
