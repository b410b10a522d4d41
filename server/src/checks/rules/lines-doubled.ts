import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { isWhite } from '../../text/characters';
import { type Span, textOf } from '../../text/span';
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
    for (const line of fieldLines(cable)) {
      const above = lines.span(line);
      const next = lines.span(line + 1);
      if (next.start >= cable.telegram.end || next.start === above.start) continue;
      if (!isSamePrinted(text, above, next)) continue;
      found.push(
        finding(next, l10n.t('This line repeats the one above.'), {
          ...seeAlso(above, l10n.t('The same line.')),
          fix: () => ({
            title: l10n.t('Delete the repeated line'),
            edits: [{ span: { start: next.start, end: lines.start(line + 2) }, newText: '' }],
            certain: true,
          }),
        }),
      );
    }
    return [...found, ...head(cable), ...pages(cable)];
  },
};

/** Whether two lines hold the same, blanks at their ends apart. Most differ in their last characters. */
function isSamePrinted(text: string, a: Span, b: Span): boolean {
  const [lastOfA, lastOfB] = [text.charCodeAt(a.end - 1), text.charCodeAt(b.end - 1)];
  if (lastOfA !== lastOfB && !isWhite(lastOfA) && !isWhite(lastOfB)) return false;
  return textOf(text, a).trim() === textOf(text, b).trim();
}

function head(cable: Cable): Finding[] {
  const twice = headPrintedTwice(cable);
  if (!twice) return [];
  const { lines } = cable;
  const { first, again } = twice;
  return [
    finding(again, l10n.t('These lines repeat the head above.'), {
      ...seeAlso(first, l10n.t('The same lines.')),
      fix: () => ({
        title: l10n.t('Delete the repeated lines'),
        edits: [{ span: { start: again.start, end: lines.start(lines.lineAt(again.end) + 1) }, newText: '' }],
        certain: true,
      }),
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

/**
 * The lines of a telegram, in order, on which a part stands that holds one line; where it holds two, the first. A line that stands three
 * times is read as three parts where each counts, and reported where each repeats the one above.
 */
function fieldLines({ transmission, classLine, executiveOrder, tags, lines }: Cable): readonly number[] {
  const { order, to, info } = transmission;
  const found = new Set<number>();
  for (const part of [...order, ...to, ...info, classLine, executiveOrder, tags])
    if (part) found.add(lines.lineAt(part.start));
  return [...found].sort((a, b) => a - b);
}
