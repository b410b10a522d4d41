import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { isWhite } from '../../text/characters';
import { textOf } from '../../text/span';
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
    return [...oneLine(cable), ...head(cable), ...pages(cable)];
  },
};

function oneLine(cable: Cable): readonly Finding[] {
  const { lines } = cable;
  return repeatedLines(cable).map(line =>
    finding(lines.span(line + 1), l10n.t('This line repeats the one above.'), {
      ...seeAlso(lines.span(line), l10n.t('The same line.')),
      fix: () => ({
        title: l10n.t('Delete the repeated line'),
        edits: [{ span: { start: lines.start(line + 1), end: lines.start(line + 2) }, newText: '' }],
        certain: true,
      }),
    }),
  );
}

/**
 * The lines that the next one repeats, in order, of those on which a part of the telegram begins. A line that stands three times is
 * read as three parts where each counts, and reported where each repeats the one above.
 */
function repeatedLines(cable: Cable): readonly number[] {
  const { transmission, classLine, executiveOrder, tags, lines } = cable;
  const { order, to, info } = transmission;
  const found = new Set<number>();
  for (const part of [...order, ...to, ...info, classLine, executiveOrder, tags]) {
    if (!part) continue;
    const line = lines.lineAt(part.start);
    if (isRepeated(cable, line)) found.add(line);
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether the next line holds the same, blanks at the ends apart. Most differ in their last characters. */
function isRepeated({ text, lines, telegram }: Cable, line: number): boolean {
  const here = lines.span(line);
  const next = lines.span(line + 1);
  if (next.start >= telegram.end || next.start === here.start) return false;
  const [last, lastOfNext] = [text.charCodeAt(here.end - 1), text.charCodeAt(next.end - 1)];
  if (last !== lastOfNext && !isWhite(last) && !isWhite(lastOfNext)) return false;
  return textOf(text, here).trim() === textOf(text, next).trim();
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
