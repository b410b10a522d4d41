import * as l10n from '@vscode/l10n';
import type { Cable, HeaderPart } from '../../cable/model';
import { type Span, textOf } from '../../text/span';

/** What messages call a part of the transmission header. */
export function partName(part: HeaderPart): string {
  const names: Readonly<Record<HeaderPart, string>> = {
    TI: l10n.t('transmission identification'),
    ROUTING: l10n.t('routing line'),
    DE: l10n.t('DE line'),
    SECURITY: l10n.t('security warning'),
    DTG: l10n.t('date-time group'),
    FM: l10n.t('FM line'),
    TO: l10n.t('TO line'),
    INFO: l10n.t('INFO line'),
    XMT: l10n.t('XMT line'),
  };
  return names[part];
}

/** The parts in the order of the format lines, FL1 to FL9. */
export const PART_ORDER: readonly HeaderPart[] = [
  'TI',
  'ROUTING',
  'DE',
  'SECURITY',
  'DTG',
  'FM',
  'TO',
  'INFO',
  'XMT',
];

/** The first line of a part of the header, of which `TO` and `INFO` may have many. */
export function firstLine({ lines }: Cable, { start, end }: Span): Span {
  return { start, end: Math.min(end, lines.end(lines.lineAt(start))) };
}

/** The word with which a span begins. */
export function firstWord(text: string, span: Span): Span {
  const [word = ''] = textOf(text, { start: span.start, end: Math.min(span.end, span.start + 80) }).split(
    /\s/,
    1,
  );
  return { start: span.start, end: span.start + word.length };
}

/** No readable line of a header that is one line long is longer. */
const LONGEST = 200;

/**
 * The first word of a line that is not as `patterns` want it, one for each word; the whole line where it ends too early. Where
 * each word is right by itself, it is the blanks or what follows that cannot be read: then the words after the last pattern.
 */
export function unreadableWord(text: string, line: Span, patterns: readonly RegExp[]): Span {
  const words = [...textOf(text, line).slice(0, LONGEST).matchAll(/\S+/g)];
  for (const [i, word] of words.entries()) {
    if (patterns[i]?.test(word[0])) continue;
    const start = line.start + word.index;
    return { start, end: patterns[i] ? start + word[0].length : line.end };
  }
  return line;
}

/** Whether the preamble of a text can be expected to be whole: no partial extract, and it begins with the first section. */
export function isPreambleComplete({ partial, classLine }: Cable): boolean {
  return !partial && classLine !== null && (classLine.section === null || classLine.section.n <= 1);
}
