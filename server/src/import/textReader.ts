import { telegramLines } from '../cable/telegrams';
import { LineTable } from '../text/lineTable';
import type { Chunks, Found } from './model';

/** So much text is gathered before it is divided, in UTF-16 code units. */
const WINDOW = 4 << 20;

/** So much at the end of a window is not divided yet: the head of a telegram may be cut there. */
const MARGIN = 64 << 10;

/** A telegram longer than this is no telegram; it is given as it is and the rest on its own. */
const LONGEST = 32 << 20;

/**
 * The telegrams of a text, in order; together they are the whole text. Blank text has none. `Reader` of the kind `text`.
 */
export async function* readTextSource(chunks: Chunks): AsyncGenerator<Found> {
  let text = '';
  let row = 0;
  let line = 1;
  let limit = WINDOW;
  const found = (part: string): Found | null => {
    const first = line;
    line += lineBreaksIn(part);
    return part.trim() === '' ? null : { kind: 'telegram', text: part, id: null, row: ++row, line: first };
  };
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length < limit) continue;
    const { parts, rest } = divided(text, text.length - MARGIN);
    for (const part of parts) {
      const one = found(part);
      if (one) yield one;
    }
    text = rest;
    limit = Math.max(WINDOW, 2 * text.length);
    if (text.length < LONGEST) continue;
    const end = text.lastIndexOf('\n') + 1 || text.length;
    const one = found(text.slice(0, end));
    if (one) yield one;
    text = text.slice(end);
  }
  for (const part of divided(text, text.length).parts) {
    const one = found(part);
    if (one) yield one;
  }
}

/** The telegrams of `text` that end at `limit` at the latest, and the text behind them. */
function divided(text: string, limit: number): { readonly parts: readonly string[]; readonly rest: string } {
  const lines = new LineTable(text);
  const parts: string[] = [];
  let done = 0;
  for (const { to } of telegramLines(text, lines)) {
    const end = to < lines.count ? lines.start(to) : text.length;
    if (end > limit) break;
    parts.push(text.slice(done, end));
    done = end;
  }
  return { parts, rest: text.slice(done) };
}

/** The number of line feeds in a text. */
export function lineBreaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
