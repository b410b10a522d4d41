import * as l10n from '@vscode/l10n';
import type { Found } from './model';
import { lineBreaksIn } from './textReader';

/** The head of an INSERT; the list of columns may be left out. */
const INSERT =
  /^[ \t]{0,8}INSERT\s{1,4}(?:IGNORE\s{1,4})?INTO\s{1,4}[^\s(]{1,80}\s{0,4}(?:\([^()]{0,400}\)\s{0,4})?VALUES\s{0,4}/im;

/** Where a row begins, behind another one or on a line of its own: its number, then a text. */
const TUPLE = /\(\s{0,4}'?\d{1,7}'?\s{0,4},\s{0,4}E?'\d/iy;

/** A row longer than this is no row, but what follows one that was cut. */
const LONGEST = 32 << 20;

/** Whether the beginning of a text has an INSERT of rows. */
export function isSql(head: string): boolean {
  return INSERT.test(head);
}

type FoundInCells = (cells: readonly string[], place: { row: number; line: number }) => Found;

/**
 * The rows of the INSERTs in a text, as `foundInCells` reads them. Quotes in strings are doubled or escaped with a backslash, which a
 * dump of PostgreSQL takes for a character like any other. A row that cannot be read ends where the next one begins.
 */
export async function* readSqlRows(
  chunks: AsyncIterable<string>,
  foundInCells: FoundInCells,
): AsyncGenerator<Found> {
  let text = '';
  let hasBackslashes: boolean | null = null;
  let row = 0;
  let line = 1;
  let needed = 0;
  const items = function* (isEnd: boolean): Generator<Found> {
    hasBackslashes ??= !/standard_conforming_strings = on|PostgreSQL database dump/.test(
      text.slice(0, 20_000),
    );
    let at = 0;
    let counted = 0;
    for (;;) {
      const begin = nextRow(text, at);
      if (begin < 0) break;
      const read = rowAt(text, begin, hasBackslashes);
      const next = read.kind === 'row' ? read.end : nextRow(text, begin + 1);
      if (!isEnd && (read.kind === 'cut' ? next < 0 : next < 0 || text.length - next < MARGIN)) {
        at = begin;
        break;
      }
      line += lineBreaksIn(text.slice(counted, begin));
      counted = begin;
      const place = { row: ++row, line };
      if (read.kind === 'row') yield foundInCells(read.cells, place);
      else
        yield {
          kind: 'damage',
          ...place,
          reason:
            read.kind === 'cut'
              ? l10n.t('a text has no closing quote')
              : l10n.t('a quote within a text is not escaped'),
        };
      at = next < 0 ? text.length : next;
    }
    line += lineBreaksIn(text.slice(counted, at));
    text = text.slice(at);
  };
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length < needed) continue;
    yield* items(false);
    needed = 2 * text.length;
    if (text.length > LONGEST) {
      yield { kind: 'damage', row: ++row, line, reason: l10n.t('the row has no end') };
      line += lineBreaksIn(text);
      text = '';
    }
  }
  yield* items(true);
}

/** So much may still be needed to tell that a row begins. */
const MARGIN = 64;

/** The offset of the parenthesis at which the next row begins; -1 if there is none. */
function nextRow(text: string, from: number): number {
  for (let at = text.indexOf('(', from); at >= 0; at = text.indexOf('(', at + 1)) {
    TUPLE.lastIndex = at;
    if (!TUPLE.test(text)) continue;
    const before = text.slice(Math.max(0, at - 24), at).trimEnd();
    if (before === '' || /(?:VALUES|\),|^,)$/i.test(before)) return at;
  }
  return -1;
}

type ReadRow =
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly end: number }
  | { readonly kind: 'cut' | 'wrong' };

const BARE = /[^\s,()']{1,40}/y;
const BLANK = /\s*/y;

/** The cells of the row whose parenthesis stands at `begin`. */
function rowAt(text: string, begin: number, hasBackslashes: boolean): ReadRow {
  const cells: string[] = [];
  let at = begin + 1;
  for (;;) {
    at = behind(BLANK, text, at);
    if (at >= text.length) return { kind: 'cut' };
    const isPrefixed = (text[at] === 'E' || text[at] === 'N') && text[at + 1] === "'";
    if (isPrefixed) at++;
    if (text[at] === "'") {
      const read = stringAt(text, at + 1, hasBackslashes);
      if (read === null) return { kind: 'cut' };
      cells.push(read.value);
      at = read.end;
    } else {
      const end = behind(BARE, text, at);
      if (end === at) return { kind: 'wrong' };
      const word = text.slice(at, end);
      cells.push(word.toUpperCase() === 'NULL' ? '' : word);
      at = end;
    }
    at = behind(BLANK, text, at);
    if (at >= text.length) return { kind: 'cut' };
    const sign = text[at++];
    if (sign === ')') return { kind: 'row', cells, end: at };
    if (sign !== ',') return { kind: 'wrong' };
  }
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', 0: '', Z: '' };

/** The string that begins at `begin`, behind its quote; null if it has no end. */
function stringAt(
  text: string,
  begin: number,
  hasBackslashes: boolean,
): { readonly value: string; readonly end: number } | null {
  let value = '';
  let from = begin;
  const sign = hasBackslashes ? /['\\]/g : /'/g;
  sign.lastIndex = begin;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const at = match.index;
    const next = text[at + 1];
    if (match[0] === "'" && next !== "'") return { value: value + text.slice(from, at), end: at + 1 };
    if (next === undefined) return null;
    value += text.slice(from, at) + (match[0] === "'" ? "'" : (ESCAPES[next] ?? next));
    from = at + 2;
    sign.lastIndex = from;
  }
  return null;
}
