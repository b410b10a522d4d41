import { isAadTable } from './aadTable';

export type Delimiter = ',' | '\t' | ';' | '|';

export interface HeaderRow {
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
  /** The offset behind it, and how many lines it and what stands above it have. */
  readonly end: number;
  readonly lines: number;
}

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

/** How many lines may stand above the names of the columns: a title, blank lines. */
const ABOVE = 5;

/** The row that names the columns of a table of the National Archives, at the beginning of a text; null where there is none. */
export function headerRow(head: string): HeaderRow | null {
  let from = 0;
  for (let line = 1; line <= ABOVE && from < head.length; line++) {
    const end = head.indexOf('\n', from) + 1 || head.length;
    const content = head.slice(from, end).trim();
    if (content.length < 2000)
      for (const delimiter of DELIMITERS) {
        const names = content.split(delimiter).map(name => name.trim().replace(/^"(.*)"$/, '$1'));
        if (isAadTable(names)) return { names, delimiter, end, lines: line };
      }
    from = end;
  }
  return null;
}
