import * as l10n from '@vscode/l10n';
import { isDateline } from '../../cable/lines';
import type { Cable } from '../../cable/model';
import { isNotReleasable } from '../../reference/markings';
import type { Span } from '../../text/span';
import { type Check, finding, seeAlso } from '../check';

/** Once for each telegram, at the first such portion mark. */
export const check: Check = {
  code: 'noforn-caption-missing',
  severity: 'information',
  silentIn: ['smart'],
  summary: 'A paragraph is marked NOFORN, but the telegram has no NOFORN caption.',
  run(cable) {
    const { paragraphs, captions, classLine } = cable;
    if (!classLine || (captions.length === 0 && isBelowDateline(cable, classLine))) return [];
    if (captions.some(caption => caption.value === 'NOFORN' && caption.place !== 'text')) return [];
    const paragraph = paragraphs.find(({ marking }) => marking && isNotReleasable(marking.value));
    if (!paragraph?.marking) return [];
    const message =
      paragraph.number === null
        ? l10n.t('A paragraph is not releasable to foreign nationals, but there is no NOFORN caption.')
        : l10n.t(
            'Paragraph {0} is not releasable to foreign nationals, but there is no NOFORN caption.',
            paragraph.number,
          );
    const [caption] = captions;
    return [
      finding(paragraph.marking, message, seeAlso(caption ?? classLine, l10n.t('The captions are here.'))),
    ];
  },
};

/**
 * Whether a publisher's dateline stands above the classification line: the head was set anew, and where it has no caption at
 * all, not even SIPDIS, the captions were left out.
 */
function isBelowDateline({ text, lines }: Cable, classLine: Span): boolean {
  const above = lines.lineAt(classLine.start) - 1;
  return above >= 0 && isDateline(text.slice(lines.start(above), lines.end(above)).trim());
}
