import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import type { Span } from '../../text/span';
import { type Check, type Finding, finding, seeAlso } from '../check';
import { headPrintedTwice, pagesPrintedTwice } from './printedTwice';

/**
 * A copyist's slip. Captions come twice in sound copies, and a second SUBJECT is reported by `subject-repeated`; the whole head
 * or a page printed again is one slip.
 */
export const check: Check = {
  code: 'lines-doubled',
  severity: 'hint',
  silentIn: ['foia'],
  summary:
    'A line of the header, the classification line or the TAGS line is printed twice in a row, or the head or a page is.',
  run(cable) {
    const { text, lines } = cable;
    const found: Finding[] = [];
    for (const { start, end } of oneLineFields(cable)) {
      const line = lines.lineAt(start);
      const next = lines.span(line + 1);
      if (lines.lineAt(end) !== line || next.start >= cable.telegram.end || next.start === lines.start(line))
        continue;
      const printed = text.slice(lines.start(line), lines.end(line)).trim();
      if (text.slice(next.start, next.end).trim() !== printed) continue;
      found.push(
        finding(next, l10n.t('This line repeats the one above.'), {
          ...seeAlso({ start: lines.start(line), end: lines.end(line) }, l10n.t('The same line.')),
          fix: {
            title: l10n.t('Delete the repeated line'),
            edits: [{ span: { start: next.start, end: lines.start(line + 2) }, newText: '' }],
            certain: true,
          },
        }),
      );
    }
    return [...found, ...head(cable), ...pages(cable)];
  },
};

function head(cable: Cable): Finding[] {
  const twice = headPrintedTwice(cable);
  if (!twice) return [];
  const { lines } = cable;
  const { first, again } = twice;
  return [
    finding(again, l10n.t('These lines repeat the head above.'), {
      ...seeAlso(first, l10n.t('The same lines.')),
      fix: {
        title: l10n.t('Delete the repeated lines'),
        edits: [{ span: { start: again.start, end: lines.start(lines.lineAt(again.end) + 1) }, newText: '' }],
        certain: true,
      },
    }),
  ];
}

/** Nothing to delete: of two copies of a page, either may be the better one. */
function pages(cable: Cable): Finding[] {
  return [...pagesPrintedTwice(cable).values()].map(({ from, to, first, again }) => {
    const message =
      from === to
        ? l10n.t('Paragraph {0} is printed twice.', from)
        : l10n.t('Paragraphs {0} to {1} are printed twice.', from, to);
    return finding(again, message, seeAlso(first, l10n.t('The first printing.')));
  });
}

/** The parts of a telegram that stand on one line, in no order; those of two lines are looked at by their first. */
function oneLineFields({ transmission, classLine, executiveOrder, tags, lines }: Cable): readonly Span[] {
  const { order, to, info } = transmission;
  const starts = new Map<number, Span>();
  const parts = [...order, ...to, ...info, classLine, executiveOrder, tags];
  for (const part of parts) {
    if (!part) continue;
    const line = lines.lineAt(part.start);
    starts.set(line, { start: part.start, end: Math.min(part.end, lines.end(line)) });
  }
  // A line that stands three times is read as three parts where each counts, and reported where each repeats the one above.
  return [...starts.values()].sort((a, b) => a.start - b.start);
}
