import * as l10n from '@vscode/l10n';
import { looksLikeCable } from '../cable/recognise';
import { joinParts } from './cablegateReader';
import { containerId } from './containerId';
import { kindOf } from './kindOf';
import type { Chunks, Found } from './model';
import { readPage, textOfHtml } from './pageText';
import { readPlusdText } from './plusdReader';
import { fromTelegram, withoutSite } from './telegramText';

/** A page longer than this is none; the rest is not looked at. */
const LONGEST = 16 << 20;

/** What one page, or one part of a page that shows several telegrams, has of a telegram. */
interface PageParts {
  /** The cells of the table above it: id, dates, classification, origin. */
  readonly cells: string[];
  /** What is set as it was typed: the header, then the text. */
  readonly preformatted: string[];
  readonly codes: string[];
  /** Everything below the table. */
  rest: string;
}

/**
 * The telegrams of WikiLeaks pages: a table with the id, then header and text. A page that has lost its `<pre>` is read by its lines.
 * `Reader` of the kind `wikileaks-html`.
 */
export async function* readWikileaksPage(chunks: Chunks): AsyncGenerator<Found> {
  yield* telegramsOfPage(await sourceOf(chunks));
}

/** The telegram of a PlusD page that was saved as HTML, or as text. `Reader` of the kind `plusd`. */
export async function* readPlusdPage(chunks: Chunks): AsyncGenerator<Found> {
  const source = await sourceOf(chunks);
  yield* readPlusdText(isHtml(source) ? textOfHtml(source) : source);
}

async function sourceOf(chunks: Chunks): Promise<string> {
  let source = '';
  for await (const chunk of chunks) {
    source += chunk;
    if (source.length > LONGEST) break;
  }
  return source;
}

/** The telegrams of the source of a WikiLeaks page, and what is wrong with it. */
export function* telegramsOfPage(source: string): Generator<Found> {
  let row = 0;
  for (const parts of pageParts(source)) {
    const id = parts.cells.map(containerId).find(each => each !== null) ?? null;
    const text = textOf(parts);
    if (text !== null) yield { kind: 'telegram', text, id, row: ++row };
    else if (id !== null)
      yield { kind: 'damage', row: ++row, reason: l10n.t('the page has no text of a telegram') };
  }
  if (row === 0) yield { kind: 'damage', row: 1, reason: l10n.t('the page has no telegram') };
}

/** Whether a text is the source of a page. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|div|table|pre|p|br)\b[^>]{0,400}>/i.test(text.slice(0, 64 << 10));
}

function textOf({ preformatted, codes, rest }: PageParts): string | null {
  const parts = [preformatted, codes].find(each => each.some(part => part.trim() !== '')) ?? [];
  const [first = '', ...others] = parts.filter(part => part.trim() !== '');
  const begin = withoutFrame(first);
  if (begin !== '')
    return others.length === 0 ? begin : joinParts(begin, others.join('\n').replace(/\n$/, ''));
  const text = fromTelegram(withoutSite(rest));
  return text !== null && looksLikeCable(text) ? text.trimEnd() : null;
}

/** A part without the blank lines around it, which belong to the page. */
function withoutFrame(part: string): string {
  return part
    .replace(/^(?:[ \t]{0,80}\n){1,40}/, '')
    .replace(/^ (?=\S)/, '')
    .replace(/\n$/, '');
}

/** The parts of a page, divided where tables of cables begin. */
function pageParts(source: string): readonly PageParts[] {
  const found: PageParts[] = [];
  let parts: PageParts = { cells: [], preformatted: [], codes: [], rest: '' };
  let isInTable = 0;
  let cell: string | null = null;
  let pre: string | null = null;
  let code: string | null = null;
  const begin = () => {
    parts = { cells: [], preformatted: [], codes: [], rest: '' };
    found.push(parts);
  };
  begin();
  readPage(source, {
    open(name, attributes) {
      if (name === 'table' && (isInTable > 0 || isOfCable(attributes.class))) {
        if (isInTable++ === 0 && (parts.cells.length > 0 || parts.preformatted.length > 0)) begin();
      } else if (name === 'td' && isInTable > 0) cell = '';
      else if (name === 'pre') pre = '';
      else if (name === 'code') code = '';
    },
    text(text) {
      if (cell !== null) cell += text;
      else if (isInTable === 0) parts.rest += text;
      if (pre !== null) pre += text;
      if (code !== null) code += text;
    },
    close(name) {
      if (name === 'table' && isInTable > 0) isInTable--;
      if ((name === 'td' || name === 'table') && cell !== null) {
        parts.cells.push(cell.trim());
        cell = null;
      } else if (name === 'pre' && pre !== null) {
        parts.preformatted.push(pre);
        pre = null;
      } else if (name === 'code' && code !== null) {
        parts.codes.push(code);
        code = null;
      }
    },
  });
  return found;
}

function isOfCable(name: string | undefined): boolean {
  return name?.split(/\s+/).includes('cable') ?? false;
}

/** The telegrams in the source of a page of a kind that imports know, as they are imported; null for any other page. */
export function readablePage(source: string): string | null {
  const kind = kindOf(source);
  if (kind !== 'wikileaks-html' && kind !== 'plusd') return null;
  const found = [...(kind === 'plusd' ? readPlusdText(textOfHtml(source)) : telegramsOfPage(source))];
  const texts = found.flatMap(each => (each.kind === 'telegram' ? [each.text] : []));
  return texts.length === 0 ? null : texts.join('\n\n');
}
