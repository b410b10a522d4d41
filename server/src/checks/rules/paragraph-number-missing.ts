import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn } from '../check';

/** The number follows from the neighbours, and the parser says so. A text that was never numbered has lost nothing. */
export const check: Check = {
  code: 'paragraph-number-missing',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'A paragraph has lost its number.',
  run({ paragraphs }) {
    if (paragraphs.every(({ trust }) => trust === 'guessed')) return [];
    const pilcrow = paragraphs.some(
      ({ printed, trust }) => trust === 'repaired' || printed.value.startsWith('¶'),
    );
    // Behind the last number, a marked point may never have had one.
    const last = paragraphs.findLastIndex(({ trust }) => trust !== 'guessed');
    return findingsIn(paragraphs, ({ trust, number, marking, printed, textStart }, i) => {
      if (trust !== 'guessed' || number === null || i > last) return null;
      const mark = marking && marking;
      const span = mark ? { start: Math.min(printed.start, mark.start), end: mark.end } : printed;
      const place = { start: span.start, end: mark?.start ?? textStart };
      return finding(span, l10n.t('Paragraph {0} has lost its number.', number), {
        fix: () => ({
          title: l10n.t('Insert the number {0}', number),
          edits: [{ span: place, newText: `${pilcrow ? '¶' : ''}${number}. ` }],
          certain: false,
        }),
      });
    });
  },
};
