import * as l10n from '@vscode/l10n';
import Papa from 'papaparse';
import type { Found } from './model';
import { lineBreaksIn } from './textReader';

/** What escapes a quote in a cell; `none` where quotes are characters like any other. */
export type Escape = '"' | '\\' | 'none';

/** How a table looks and what its rows mean. */
export interface RowFormat {
  readonly delimiter: string;
  /** The characters that may escape a quote; what is tried first comes first. */
  readonly escapes: readonly Escape[];
  readonly columns: number;
  /** How a row begins: sticky, and of so many characters at most. Cells look like it in no other place. */
  readonly start: RegExp;
  readonly startLength: number;
  /** Why there is no row where the whole source has none: what its rows should be. */
  noRow?(): string;
  /** The item in the cells of a row, of which there are `columns`. */
  item(cells: readonly string[], place: { readonly row: number; readonly line: number }): Found;
}

/** A row longer than this is no row, but what follows one that was cut. */
const LONGEST = 32 << 20;

/** The items of a table's rows. A row ends where the next one begins, so that a wrong quote damages its own row only. */
export async function* readRows(
  chunks: AsyncIterable<string>,
  format: RowFormat,
  firstLine = 1,
): AsyncGenerator<Found> {
  const rows = new RowReader(format, firstLine);
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    yield* rows.readUpTo(text, text.length - format.startLength);
    text = rows.cut(text);
    if (text.length < LONGEST) continue;
    yield* rows.giveUp(text);
    text = '';
  }
  yield* rows.readUpTo(text, text.length);
  yield* rows.finish(text);
}

/** Divides a text that grows at its end into rows. */
class RowReader {
  /** The offset at which the current row begins. */
  begin = 0;
  readonly #format: RowFormat;
  /** Where the search goes on. */
  #at = 0;
  /** The line of `begin`, and of `#at`, from 1. */
  #line: number;
  #atLine: number;
  #row = 0;
  #isInside = false;
  /** A row that has no end: what follows it may be the rest of its text. */
  #pending: { readonly slice: string; readonly line: number } | null = null;

  constructor(format: RowFormat, firstLine: number) {
    this.#format = format;
    this.#line = this.#atLine = firstLine;
  }

  /** The items of the rows that end before `limit`. */
  *readUpTo(text: string, limit: number): Generator<Found> {
    if (!this.#isInside && this.#at === 0 && limit > 0 && this.#isStart(text, 0)) this.#isInside = true;
    for (;;) {
      const end = text.indexOf('\n', this.#at) + 1;
      if (end === 0 || end > limit) break;
      this.#at = end;
      this.#atLine++;
      if (!this.#isStart(text, end)) continue;
      yield* this.#items(text.slice(this.begin, end));
      this.#isInside = true;
      this.begin = end;
      this.#line = this.#atLine;
    }
  }

  /** The text from the current row on. */
  cut(text: string): string {
    const rest = text.slice(this.begin);
    this.#at -= this.begin;
    this.begin = 0;
    return rest;
  }

  /** What is left at the end. */
  finish(text: string): Generator<Found> {
    return this.#items(text.slice(this.begin), true);
  }

  /** Reports the current row as too long and drops it. */
  *giveUp(text: string): Generator<Found> {
    const reason = (this.#isWithoutRows && this.#format.noRow?.()) || l10n.t('the row has no end');
    yield { kind: 'damage', row: ++this.#row, line: this.#line, reason };
    this.#atLine += lineBreaksIn(text.slice(this.#at));
    this.#line = this.#atLine;
    this.begin = this.#at = 0;
    this.#isInside = false;
  }

  get #isWithoutRows(): boolean {
    return !this.#isInside && this.#row === 0;
  }

  #isStart(text: string, at: number): boolean {
    const { start } = this.#format;
    start.lastIndex = at;
    return start.test(text);
  }

  *#items(slice: string, isLast = false): Generator<Found> {
    const trimmed = slice.trimEnd();
    if (this.#pending) {
      const { slice: before, line } = this.#pending;
      this.#pending = null;
      const joined = parsedRows((before + slice).trimEnd(), this.#format);
      if (joined.isSound) return yield* this.#given(joined.rows, line);
      yield* this.#given(parsedRows(before.trimEnd(), this.#format).rows, line);
    }
    if (trimmed === '') return;
    if (!this.#isInside) {
      if (isHeaderRow(trimmed, this.#format.columns)) return;
      const reason =
        (isLast && this.#isWithoutRows && this.#format.noRow?.()) || l10n.t('no row begins here');
      yield { kind: 'damage', row: ++this.#row, line: this.#line, reason };
      return;
    }
    const { rows, isOpen } = parsedRows(trimmed, this.#format);
    if (!isLast && isOpen) this.#pending = { slice, line: this.#line };
    else yield* this.#given(rows, this.#line);
  }

  *#given(rows: readonly ParsedRow[], from: number): Generator<Found> {
    let line = from;
    for (const { cells, reason } of rows) {
      const first = line;
      line += 1 + cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
      if (reason === null && cells.every(cell => cell.trim() === '')) continue;
      const place = { row: ++this.#row, line: first };
      yield reason === null ? this.#format.item(cells, place) : { kind: 'damage', ...place, reason };
    }
  }
}

/** A first row with the names of the columns, which some copies have. */
function isHeaderRow(text: string, columns: number): boolean {
  return /^[\w" ]+(?:,[\w" ]+)+$/.test(text.slice(0, 400)) && text.split(',').length === columns;
}

interface ParsedRow {
  readonly cells: readonly string[];
  /** Why it is no row of the table; null if it is one. */
  readonly reason: string | null;
  /** Whether its last text has no end. */
  readonly isOpen: boolean;
}

/** Stands for an escaped backslash while cells are told apart; no text holds this character. */
const BACKSLASH = '\ufffe';
/** A quote that no text has. */
const NO_QUOTE = '\ufffe';

/** The rows of a slice, nearly always one, and whether a text in it may go on behind it. */
function parsedRows(
  slice: string,
  format: RowFormat,
): { readonly rows: readonly ParsedRow[]; readonly isSound: boolean; readonly isOpen: boolean } {
  let first: readonly ParsedRow[] | null = null;
  let isOpen = false;
  for (const escaping of format.escapes) {
    const rows = parseWith(slice, escaping, format);
    if (rows.every(({ reason }) => reason === null)) return { rows, isSound: true, isOpen: false };
    first ??= rows;
    isOpen ||= rows.at(-1)?.isOpen === true;
  }
  return { rows: first ?? [], isSound: false, isOpen };
}

function parseWith(slice: string, escaping: Escape, format: RowFormat): readonly ParsedRow[] {
  const hasBackslashes = escaping === '\\';
  const text = hasBackslashes && slice.includes('\\\\') ? slice.replaceAll('\\\\', BACKSLASH) : slice;
  const { delimiter, columns } = format;
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: escaping === 'none' ? NO_QUOTE : '"',
    escapeChar: escaping === 'none' ? NO_QUOTE : escaping,
  });
  const errorOfRow = new Map<number | undefined, Papa.ParseError>();
  for (const error of errors) if (!errorOfRow.has(error.row)) errorOfRow.set(error.row, error);
  return data.map((cells, row) => {
    const plain = withoutReturn(hasBackslashes ? cells.map(unescaped) : cells);
    const error = errorOfRow.get(row);
    return {
      cells: plain,
      reason: reasonOf(plain, columns, error),
      isOpen: error?.code === 'MissingQuotes',
    };
  });
}

/** The last cell of a row that ends with CR LF keeps the CR where it has no quotes. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) ?? '';
  return last.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function reasonOf(
  cells: readonly string[],
  columns: number,
  error: Papa.ParseError | undefined,
): string | null {
  if (error?.code === 'MissingQuotes') return l10n.t('a cell has no closing quote');
  if (error) return l10n.t('a quote within a cell is not escaped');
  if (cells.length === columns || cells.every(cell => cell.trim() === '')) return null;
  return cells.length === 1
    ? l10n.t('the row has 1 cell instead of {0}', columns)
    : l10n.t('the row has {0} cells instead of {1}', cells.length, columns);
}

function unescaped(cell: string): string {
  const plain = cell.includes('\\') ? cell.replace(/\\(["'\r\n])/g, '$1') : cell;
  return plain.includes(BACKSLASH) ? plain.replaceAll(BACKSLASH, '\\') : plain;
}
