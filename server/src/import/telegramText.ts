import { documentNumber, titleNumber } from '../cable/attributes';
import { parseClassLine } from '../cable/classLine';
import { TrimmedLines } from '../cable/trimmedLines';
import { LineTable } from '../text/lineTable';

/** What stands on the page of a site around a telegram: its tabs and buttons, alone or side by side. */
const SITE_LINE =
  /^(?:(?:Raw content|Raw source|Metadata|Print|Share|Show Headers|Hide Headers|Content|Citations for acronyms used are available here|Return to search|Help expand)(?:\s{1,8}[|/•·]?\s{0,8}|$)){1,8}$/;
const KEY_BLOCK = /-----BEGIN PGP [^\n-]{1,40}-----[\s\S]*?-----END PGP [^\n-]{1,40}-----[^\n]*\n?/g;
/** The first line of a telegram, or of what a publisher put in its place. */
const FIRST =
  /^(?:VZCZC[A-Z]|[ZOPRY]{2} R[A-Z]{3,6}\b|DE R[A-Z]{3,6} |ZN[RY] [A-Z]{4,5}|[ZOPRY0](?: {1,3}[ZOPRY]){0,2} {1,4}[0-9OIl]{6} ?Z? {1,3}[A-Z]{3} {1,3}\d\d\b|FM {1,4}[A-Z]{2}|PAGE {1,12}\d\d\b|(?:ACTION|ORIGIN) {1,12}[A-Z0-9/]{1,6}-\d\d\b|This record is a partial extract|TEXT OF TELEGRAM |MRN:)/;
const BANNER = /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)$/;
/** How many banners stand above the first page at most. */
const BANNERS = 2;

/** The text of a site's page without its keys, tabs and buttons. */
export function withoutSite(text: string): string {
  const plain = text.includes('-----BEGIN PGP') ? text.replace(KEY_BLOCK, '') : text;
  return plain
    .split('\n')
    .filter(line => !SITE_LINE.test(line.trim()))
    .join('\n');
}

/** So many lines above the first that is known as a telegram's may be its own: partial extracts, long lists of offices. */
const LINES_ABOVE = 40;
/** What stands in the table above a telegram. */
const OF_TABLE = /^(?:-- ?N\/A or Blank ?--|[A-Z][A-Za-z ]{2,40}:)$/;

/**
 * The part of a page's text from the first line of its telegram on; null where none begins. That is all behind the page's tabs or its
 * number, otherwise from the first line on that only a telegram has.
 */
export function fromTelegram(text: string): string | null {
  const begun = fromFirstLine(text);
  if (begun === null) return null;
  const above = text
    .slice(0, text.length - begun.length)
    .split('\n')
    .slice(-LINES_ABOVE);
  const from = above.findLastIndex((line, i) => i < above.length - 1 && isPageEnd(line.trim()));
  const own = from < 0 ? [] : above.slice(from + 1);
  const isOfTelegram = own.length > 0 && !own.some(line => OF_TABLE.test(line.trim()));
  return isOfTelegram ? (own.join('\n') + begun).replace(/^(?:[ \t]{0,80}\n){1,40}/, '') : begun;
}

/** Whether a line ends what the page has above a telegram. */
function isPageEnd(line: string): boolean {
  return SITE_LINE.test(line) || (documentNumber(line) !== null && !/^Document Number/i.test(line));
}

function fromFirstLine(text: string): string | null {
  const lines = new LineTable(text);
  const content = (line: number) =>
    text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 200)).trim();
  for (let line = 0; line < lines.count; line++) {
    const here = content(line);
    if (!FIRST.test(here) && parseClassLine(here, 0)?.classLine.serial == null) continue;
    let first = line;
    for (let above = line - 1, seen = 0; above >= 0 && seen < BANNERS; above--) {
      const before = content(above);
      if (before === '') continue;
      if (!BANNER.test(before)) break;
      first = above;
      seen++;
    }
    return text.slice(lines.start(first));
  }
  return null;
}

/** The canonical id that a page gives in its first lines as a document number, `1975LISBON04321_b`; null where there is none. */
export function pageNumber(text: string): string | null {
  return titleNumber(new TrimmedLines(text, new LineTable(text)));
}
