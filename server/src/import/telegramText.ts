import { titleNumber } from '../cable/attributes';
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

/** The part of a page's text from the first line of a telegram on; null where none begins. */
export function fromTelegram(text: string): string | null {
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
