import { looksLikeCable } from '../cable/recognise';

/** How much of a page is looked at to tell whether it holds a telegram, in UTF-16 code units. */
export const PAGE_HEAD = 64 << 10;

const KEY_BLOCK = /-----BEGIN PGP [^\n]{0,40}-----[\s\S]*?(?:-----END PGP [^\n]{0,40}-----|$)/g;

const HTML = /<(?:!doctype html|html|head|body|div|table|pre|p)\b/i;
const CABLE_TABLE = /<table\b[^>]{0,200}\bclass\s{0,4}=\s{0,4}["']?(?:[\w-]+ ){0,4}cable\b/i;
/** The cell of such a table that holds an id. */
const CABLE_PAGE =
  /<t[dh]\b[^>]{0,200}>\s{0,40}(?:<a\b[^>]{0,300}>\s{0,40})?\d{2}[A-Z]{3,20}\d{1,7}(?:_[a-z])?\s{0,40}</;
/** What only PlusD prints: its tabs, its document numbers, the attributes of the archive. */
const PLUSD =
  /(?:^|>|\n)[ \t]{0,40}(?:Raw content|Raw source|Show Headers|Message Attributes)\b|\bplusd\/cables\/|(?:^|>|\n)[ \t]{0,40}(?:(?:19|20)\d\d[A-Z]{3,20}\d{4,6}|\d{2}[A-Z]{3,20}\d{1,7})_[a-e]\s{0,40}(?:<|\n|$)/;

/** A text without the keys that PlusD prints in front of it. */
export function withoutKeys(text: string): string {
  return text.replace(KEY_BLOCK, '');
}

/** A page of WikiLeaks with the table above a telegram. */
export function isWikileaksPage(head: string): boolean {
  return CABLE_TABLE.test(head) && (CABLE_PAGE.test(head) || /<pre\b/i.test(head));
}

/** A page, or the text of one, with a telegram and something that only PlusD prints. */
export function isPlusd(head: string): boolean {
  const plain = withoutKeys(head);
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

/** Whether the beginning of a web page shows that it is one of WikiLeaks or PlusD with a telegram in it. */
export function isCablePage(head: string): boolean {
  const start = head.slice(0, PAGE_HEAD);
  return HTML.test(start) && (isWikileaksPage(start) || isPlusd(start));
}
