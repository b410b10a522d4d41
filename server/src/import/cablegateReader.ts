import Papa from 'papaparse';
import { containerId } from './containerId';
import type { Chunks, Found } from './model';
import { isSql, readSqlRows } from './sqlRows';
import { lineBreaksIn } from './textReader';

/** Number, date, reference id, origin, classification, references, header, text. */
const COLUMNS = 8;
const [ID, HEADER, TEXT] = [2, 6, 7] as const;

/** How a row begins: its number, a day and an hour, an id. Text within a cell has its quotes escaped, so nothing else looks like it. */
export const ROW_START =
  /"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d\d(?::\d\d)?"?,"?\d{2,4} ?[A-Z]/iy;

/** No row start is longer. */
const START_LENGTH = 64;

/** A row longer than this is no row, but what follows one that was cut. */
const LONGEST = 32 << 20;

/**
 * The telegrams of the Cablegate table, as comma-separated rows or as SQL INSERTs. A row ends where the next one begins, so that a
 * wrong quote damages its own row only. `Reader` of the kind `cablegate-csv`.
 */
export async function* readCablegate(chunks: Chunks): AsyncGenerator<Found> {
  const pieces = toAsync(chunks)[Symbol.asyncIterator]();
  let head = '';
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value;
    if (head.length >= HEAD) break;
  }
  const all = joined(head, pieces);
  if (isSql(head)) yield* readSqlRows(all, foundInCells);
  else yield* readRows(all);
}

const HEAD = 64 << 10;

async function* toAsync(chunks: Chunks): AsyncGenerator<string> {
  yield* chunks;
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* readRows(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  const rows = new RowReader();
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    const end = text.length - START_LENGTH;
    const from = rows.begin;
    yield* rows.readUpTo(text, end);
    if (rows.begin > from || rows.begin > 0) text = rows.cut(text);
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
  /** Where the search goes on. */
  #at = 0;
  /** The line of `begin`, and of `#at`, from 1. */
  #line = 1;
  #atLine = 1;
  #row = 0;
  #isInside = false;

  /** The items of the rows that end before `limit`. */
  *readUpTo(text: string, limit: number): Generator<Found> {
    if (!this.#isInside && this.#at === 0 && limit > 0 && isRowStart(text, 0)) this.#isInside = true;
    for (;;) {
      const end = text.indexOf('\n', this.#at) + 1;
      if (end === 0 || end > limit) break;
      this.#at = end;
      this.#atLine++;
      if (!mayBeginRow(text.charCodeAt(end)) || !isRowStart(text, end)) continue;
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
    return this.#items(text.slice(this.begin));
  }

  /** Reports the current row as too long and drops it. */
  *giveUp(text: string): Generator<Found> {
    yield { kind: 'damage', row: ++this.#row, line: this.#line, reason: 'the row has no end' };
    this.#atLine += lineBreaksIn(text.slice(this.#at));
    this.#line = this.#atLine;
    this.begin = this.#at = 0;
    this.#isInside = false;
  }

  *#items(slice: string): Generator<Found> {
    const trimmed = slice.trimEnd();
    if (trimmed === '') return;
    if (!this.#isInside) {
      if (!isHeaderRow(trimmed))
        yield { kind: 'damage', row: ++this.#row, line: this.#line, reason: 'no row begins here' };
      return;
    }
    let line = this.#line;
    for (const { cells, reason } of parsedRows(trimmed)) {
      const first = line;
      line += 1 + cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
      if (reason === null && cells.every(cell => cell.trim() === '')) continue;
      const place = { row: ++this.#row, line: first };
      yield reason === null ? foundInCells(cells, place) : { kind: 'damage', ...place, reason };
    }
  }
}

function mayBeginRow(code: number): boolean {
  return code === 0x22 || (code >= 0x30 && code <= 0x39);
}

function isRowStart(text: string, at: number): boolean {
  ROW_START.lastIndex = at;
  return ROW_START.test(text);
}

/** A first row with the names of the columns, which some copies have. */
function isHeaderRow(text: string): boolean {
  return !text.includes('\n') && /^[\w" ]+(?:,[\w" ]+){7}$/.test(text.slice(0, 400));
}

interface ParsedRow {
  readonly cells: readonly string[];
  /** Why it is no row of the table; null if it is one. */
  readonly reason: string | null;
}

/** Stands for an escaped backslash while cells are told apart; no text holds this character. */
const BACKSLASH = '\ufffe';

/** The rows of a slice, nearly always one: quotes are escaped with a backslash, or as RFC 4180 has it. */
function parsedRows(slice: string): readonly ParsedRow[] {
  const marked = slice.includes('\\\\') ? slice.replaceAll('\\\\', BACKSLASH) : slice;
  const escaped = parseWith(marked, '\\');
  if (escaped.every(({ reason }) => reason === null)) return escaped.map(unescaped);
  const doubled = parseWith(slice, '"');
  return doubled.every(({ reason }) => reason === null) ? doubled : escaped.map(unescaped);
}

function parseWith(text: string, escapeChar: string): readonly ParsedRow[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    quoteChar: '"',
    escapeChar,
  });
  return data.map((cells, row) => ({ cells: withoutReturn(cells), reason: reasonOf(cells, row, errors) }));
}

/** The last cell of a row that ends with CR LF keeps the CR where it has no quotes. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) ?? '';
  return last.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function reasonOf(cells: readonly string[], row: number, errors: readonly Papa.ParseError[]): string | null {
  const error = errors.find(each => each.row === row);
  if (error?.code === 'MissingQuotes') return 'a cell has no closing quote';
  if (error) return 'a quote within a cell is not escaped';
  if (cells.every(cell => cell.trim() === '')) return null;
  if (cells.length !== COLUMNS)
    return `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} instead of ${COLUMNS}`;
  return null;
}

function unescaped({ cells, reason }: ParsedRow): ParsedRow {
  return {
    reason,
    cells: cells.map(cell => {
      const plain = cell.includes('\\') ? cell.replace(/\\(["'\r\n])/g, '$1') : cell;
      return plain.includes(BACKSLASH) ? plain.replaceAll(BACKSLASH, '\\') : plain;
    }),
  };
}

/** The telegram in the eight cells of a row. */
function foundInCells(cells: readonly string[], place: { row: number; line: number }): Found {
  if (cells.length !== COLUMNS)
    return { kind: 'damage', ...place, reason: `the row has ${cells.length} cells instead of ${COLUMNS}` };
  const text = cells[TEXT] ?? '';
  if (text.trim() === '') return { kind: 'damage', ...place, reason: 'the row has no text' };
  return {
    kind: 'telegram',
    ...place,
    id: containerId(cells[ID] ?? ''),
    text: joinParts(cells[HEADER] ?? '', text),
  };
}

/** Header and text with one blank line between them. */
export function joinParts(header: string, text: string): string {
  if (header.trim() === '') return text;
  const lineBreak = header.includes('\r\n') || text.includes('\r\n') ? '\r\n' : '\n';
  return `${header.trimEnd()}${lineBreak}${lineBreak}${text.replace(/^(?:[ \t]{0,80}\r?\n){1,40}/, '')}`;
}
