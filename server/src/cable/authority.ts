import { withSingleBlanks } from '../text/characters';
import { FieldText } from './fieldText';
import type { ClassificationAuthority } from './model';
import { paragraphMark } from './paragraphMark';
import type { PreambleField } from './preamble';
import { extent } from './tagsLine';
import type { TrimmedLines } from './trimmedLines';

/** Where the reasons begin: the word, with a line break or a slip inside it, the section, or the order. */
const REASONS =
  /\b(?:r\s?e\s?a?\s?s\s?o\s?n\s?s?|rasons?)\b|\bsection(?=\s?1)|\b1\s?[.:/]\s?[45]\b|\bE\.\s?O\.?\s?\d{5}\b/i;
/** What leads up to the reasons and is no part of the name and title. */
const LEAD =
  /[\s,;.:(-]*(?:\b(?:f\s?[o0]?\s?r|under|per|based [o0]n|in accordance with|due to)\s*)?(?:\bthe\s*)?$/i;
const SECTION = /\b1\s?[.:/]\s?([45])\b/;
const AGAIN = /^(?:\([A-Z]\)\s*)?(?:(?:\d\.\s*)?(?:this message\s+)?class?i?fied\s+by:?\s*)/i;

/**
 * Reads the classification authority, `Classified By: Ambassador Gary A. Grappo for Reasons 1.4 (b, d)`
 * (cable-format 3.13; 5 FAH-1 H-246).
 */
export function parseAuthority(source: string, field: PreambleField): ClassificationAuthority {
  const fieldText = new FieldText(source, field.parts);
  const again = AGAIN.exec(fieldText.text)?.[0].length ?? 0;
  const reasonsAt = REASONS.exec(fieldText.text.slice(again));
  const byText = fieldText.text.slice(again, again + (reasonsAt?.index ?? fieldText.text.length));
  const byEnd = again + (reasonsAt ? byText.replace(LEAD, '').length : byText.length);
  const by = fieldText.field(again, byEnd);
  const section = SECTION.exec(fieldText.text);
  const printed = section && fieldText.field(section.index, section.index + section[0].length);
  const number = section?.[1];
  return {
    keyword: field.keywordSpan,
    by: by.value === '' ? null : { ...by, value: withSingleBlanks(by.value).replace(/[.,;:]+$/, '') },
    reasons:
      section && number
        ? reasonLetters(fieldText.text.slice(section.index + section[0].length)).map(l => `1.${number}(${l})`)
        : [],
    reasonSection: printed && number ? { ...printed, value: `1.${number}` } : null,
    ...extent(field),
  };
}

/** How far into its text a first paragraph names the classifier. */
const REACH = 200;
const IN_PARAGRAPH = /\bCLASS?I?FIED\s{1,3}BY\b:?/i;

/** All that may stand before the authority in a paragraph that is nothing else. */
const LEADS_IN = /^\s*(?:\([A-Z]{1,3}\)\s*)?(?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS |WAS |HAS BEEN )?)?$/i;
/** How many paragraphs may begin with the authority, and on how many lines with text they are looked for. */
const PARAGRAPHS = 3;
const LINES = 12;

/**
 * The classification authority where the first paragraph holds it, as in telegrams of the 1990s:
 * `1. CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY …`, or one of the next begins with it. `line` is the 0-based line on which the body begins.
 */
export function authorityInParagraph(source: TrimmedLines, line: number): PreambleField | null {
  let at = source.nextFilled(line);
  for (let n = 1, seen = 0; n <= PARAGRAPHS && seen < LINES && at < source.count; seen++) {
    const { mark } = source.beginning(at);
    if (!mark && seen === 0) return null;
    if (mark) {
      const field = authorityInLines(
        source,
        at,
        n === 1 ? 0 : (paragraphMark(source.content(at))?.markingEnd ?? mark.end),
      );
      if (field) return field;
      n++;
    }
    at = source.nextFilled(at + 1);
  }
  return null;
}

/** The authority in the paragraph that begins on a line; with `directlyAt`, only right behind this offset of that line. */
function authorityInLines(source: TrimmedLines, first: number, directlyAt: number): PreambleField | null {
  let last = first;
  while (last + 1 < source.count && !source.isBlank(last + 1) && !source.beginning(last + 1).mark) last++;
  const { start } = source.span(first);
  const found = IN_PARAGRAPH.exec(source.text.slice(start, Math.min(start + REACH, source.span(last).end)));
  if (
    !found ||
    (directlyAt > 0 && !LEADS_IN.test(source.text.slice(start + directlyAt, start + found.index)))
  )
    return null;
  const keywordSpan = { start: start + found.index, end: start + found.index + found[0].length };
  const parts = Array.from({ length: last - first + 1 }, (_, i) => source.span(first + i))
    .map(span => ({ start: Math.max(span.start, keywordSpan.end), end: span.end }))
    .filter(span => span.start < span.end);
  return { keyword: 'authority', keywordSpan, parts };
}

/** The letters stand right behind the section. */
const LETTERS_REACH = 80;

/** The letters a to h that stand behind the section, each once, until other words begin. */
function reasonLetters(text: string): string[] {
  const letters: string[] = [];
  // A line break inside the word `and` would leave a letter behind.
  const near = text
    .slice(0, LETTERS_REACH)
    .toLowerCase()
    .replace(/\ba\s?n\s?d\b/g, 'and');
  for (const word of near.match(/[a-z]+|\d/g) ?? []) {
    if (/^[a-h]$/.test(word)) {
      if (!letters.includes(word)) letters.push(word);
    } else if (word !== 'and') break;
  }
  return letters;
}
