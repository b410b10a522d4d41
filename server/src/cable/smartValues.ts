import type { Field, Span } from '../text/span';
import { captionsOf } from './captionLine';
import { parseDtg } from './dateTimeGroup';
import type { Addressee, Caption, DateTimeGroup, Precedence } from './model';
import type { TrimmedLines } from './trimmedLines';

const TIME = /\d{6}\s?Z\s{1,4}[A-Z]{3,9}\s{1,4}(?:\d{4}|\d{2})(?!\d)/i;

/** `Sep 16, 2023 / 160150Z SEP 23`: the second half is the date-time group; there is no prosign. */
export function readTime(source: TrimmedLines, parts: readonly Span[]): DateTimeGroup | null {
  for (const { start, end } of parts) {
    const printed = source.text.slice(start, end);
    const found = TIME.exec(printed);
    if (!found) continue;
    const at = start + found.index;
    // A prosign before it makes it a line that the reader of headers knows.
    const dtg = parseDtg(`R ${found[0]}`, at - 2);
    if (dtg?.time) return { ...dtg, start: at, precedences: [], tail: null };
  }
  return null;
}

const ADDRESS = /^(.*?\S)(?:\s{1,8}(FLASH|NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE))?\s*$/i;

/** One line of addressees, `WASHDC, SECSTATE ROUTINE`; several are divided by semicolons. */
export function addressees(source: TrimmedLines, part: Span): Addressee[] {
  const found: Addressee[] = [];
  for (const piece of source.text
    .slice(part.start, Math.min(part.end, part.start + 4096))
    .matchAll(/[^;]+/g)) {
    const lead = piece[0].length - piece[0].trimStart().length;
    const start = part.start + piece.index + lead;
    const text = piece[0].trim();
    const match = ADDRESS.exec(text);
    const name = match?.[1];
    if (!match || name === undefined || !/[A-Z]/i.test(name)) continue;
    const word = match[2];
    const at = start + text.length - (word?.length ?? 0);
    found.push({
      start,
      end: start + text.length,
      ri: null,
      name: { value: plainAddress(name), start, end: start + name.length },
      precedence: word
        ? {
            value: word.toUpperCase().replace('NIACT ', '') as Precedence,
            start: at,
            end: at + word.length,
          }
        : null,
      number: null,
    });
  }
  return found;
}

/** The originator as a plain language address. */
export function originator(source: TrimmedLines, part: Span): Field<string> {
  return { ...part, value: plainAddress(source.text.slice(part.start, part.end)) };
}

/** `WASHDC, SECSTATE` as the plain language address that a header has: `SECSTATE WASHDC`. */
function plainAddress(printed: string): string {
  const comma = printed.lastIndexOf(',');
  const whole = comma < 0 ? printed : `${printed.slice(comma + 1)} ${printed.slice(0, comma)}`;
  return whole
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toUpperCase();
}

/** The captions of a line, divided by commas; unknown ones are captions too. */
export function captionsIn(source: TrimmedLines, part: Span): Caption[] {
  return [
    ...source.text.slice(part.start, Math.min(part.end, part.start + 4096)).matchAll(/[^,;]+/g),
  ].flatMap(piece => {
    const text = piece[0].trim();
    const start = part.start + piece.index + piece[0].indexOf(text);
    if (text === '') return [];
    const known = captionsOf(text, start);
    if (known) return known;
    return [{ value: text.toUpperCase(), place: 'caption' as const, start, end: start + text.length }];
  });
}
