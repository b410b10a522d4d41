import * as l10n from '@vscode/l10n';
import type { Paragraph } from '../../cable/model';
import { type Check, type Finding, finding, seeAlso } from '../check';
import { isJoinedFromTwo } from './pageIdentity';
import { pagesPrintedTwice, printedDigits } from './printedTwice';
import { isRedacted } from './redaction';

/**
 * X19. A paragraph without a number between two others may be the one that seems to be missing, and so may one that the
 * publisher took out. Where its number is out of turn, that is the slip.
 */
export const check: Check = {
  code: 'paragraph-sequence',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'Paragraph numbers are missing or repeated.',
  run(cable) {
    const { text, paragraphs } = cable;
    if (isJoinedFromTwo(cable)) return [];
    const found: Finding[] = [];
    let before: Paragraph | null = null;
    let unnumbered = 0;
    let outOfTurn: Paragraph | null = null;
    const again = pagesPrintedTwice(cable);
    for (const [i, paragraph] of paragraphs.entries()) {
      const { number, printed } = paragraph;
      if (again.has(i)) {
        before = null;
        unnumbered = 0;
        outOfTurn = null;
      }
      if (number === null) {
        unnumbered++;
        if (printedDigits(paragraph) !== null) outOfTurn ??= paragraph;
        continue;
      }
      const last = before?.number ?? number - 1;
      const gap = number - last - 1;
      const isExplained = gap > 0 && before && (gap <= unnumbered || isCutBehind(text, before));
      if (before && gap !== 0 && !isExplained) {
        const related = seeAlso(before.printed, l10n.t('Paragraph {0} is here.', last));
        found.push(finding(printed, messageOf(last, number), related));
      }
      if (before && gap > 0 && isExplained && outOfTurn) {
        const related = seeAlso(before.printed, l10n.t('Paragraph {0} is here.', last));
        found.push(
          finding(
            outOfTurn.printed,
            l10n.t('Paragraph {0} follows {1}: out of turn.', printedDigits(outOfTurn) ?? '', last),
            related,
          ),
        );
      }
      before = paragraph;
      unnumbered = 0;
      outOfTurn = null;
    }
    return found;
  },
};

/** How much of a block is looked at. */
const REACH = 200;
const REMOVED = /\[[A-Z ]{3,40} REMOVED\]\W{0,4}$/;

/** Whether the publisher took something out behind a paragraph's first block: how many paragraphs, cannot be told. */
function isCutBehind(text: string, { segments, end }: Paragraph): boolean {
  if (REMOVED.test(text.slice(Math.max(0, end - 60), end))) return true;
  return segments
    .slice(1)
    .some(block => isRedacted(text.slice(block.start, Math.min(block.end, block.start + REACH))));
}

function messageOf(last: number, number: number): string {
  const [first, end] = [last + 1, number - 1];
  if (number <= last) return l10n.t('Paragraph {0} follows {1}: {0} repeated.', number, last);
  if (first === end) return l10n.t('Paragraph {0} follows {1}: {2} missing.', number, last, first);
  return end === first + 1
    ? l10n.t('Paragraph {0} follows {1}: {2} and {3} missing.', number, last, first, end)
    : l10n.t('Paragraph {0} follows {1}: {2} to {3} missing.', number, last, first, end);
}
