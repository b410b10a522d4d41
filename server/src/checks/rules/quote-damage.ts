import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { type Span, textOf } from '../../text/span';
import { type Check, finding } from '../check';

/** `&` before a letter, `8` after a letter or stop, at most sixty characters between them on one line. */
const LONGEST = 60;

/** Some copies lost their curly quotation marks to `&` and `8`. Once for each telegram, at the first such phrase. */
export const check: Check = {
  code: 'quote-damage',
  severity: 'hint',
  silentIn: ['sas', 'smart', 'foia'],
  summary: 'A copy prints quotation marks as & and 8.',
  run(cable) {
    const phrases = damagedPhrases(cable);
    const [first] = phrases;
    if (!first) return [];
    const words = textOf(cable.text, { start: first.start + 1, end: first.end - 1 });
    return [
      finding(first, l10n.t('"&{0}8" was probably "{0}" in quotation marks.', words), {
        fix: () => ({
          title: l10n.t('Restore the quotation marks in the whole text'),
          edits: phrases.flatMap(({ start, end }) => [
            { span: { start, end: start + 1 }, newText: '"' },
            { span: { start: end - 1, end }, newText: '"' },
          ]),
          certain: false,
        }),
      }),
    ];
  },
};

function damagedPhrases({ text, subject, body }: Cable): readonly Span[] {
  return [...(subject?.lines ?? []), body].flatMap(span => {
    const phrases: Span[] = [];
    const part = textOf(text, span);
    for (let at = part.indexOf('&'); at >= 0; at = part.indexOf('&', at + 1)) {
      const start = span.start + at;
      const end = phraseEnd(text, start, span.end);
      if (end !== null) phrases.push({ start, end });
    }
    return phrases;
  });
}

/** The offset after the `8` that closes the phrase opened at `start`, or null. */
function phraseEnd(text: string, start: number, limit: number): number | null {
  if (!/[A-Za-z]/.test(text.charAt(start + 1)) || /[A-Za-z0-9]/.test(text.charAt(start - 1))) return null;
  const stop = Math.min(limit, start + 2 + LONGEST);
  for (let i = start + 2; i < stop; i++) {
    const character = text.charAt(i);
    if (character === '\n' || character === '&' || character === ';') return null;
    const closes = /[A-Za-z.,!?]/.test(text.charAt(i - 1)) && !/[A-Za-z0-9]/.test(text.charAt(i + 1));
    if (character === '8' && closes && !isG8(text, i)) return i + 1;
  }
  return null;
}

function isG8(text: string, eight: number): boolean {
  return text.charAt(eight - 1) === 'G' && !/[A-Za-z]/.test(text.charAt(eight - 2));
}
