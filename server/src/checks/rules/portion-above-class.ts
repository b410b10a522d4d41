import * as l10n from '@vscode/l10n';
import { classificationRank, portionRank, SECURITY_LETTERS } from '../../reference/markings';
import { type Check, finding, findingsIn, seeAlso } from '../check';
import { letterOf } from './securityGroup';

/**
 * X12. An UNCLAS telegram may hold sensitive paragraphs: the caption that says so is often lost. A mark that the security warning
 * allows for is silent: `security-mismatch` reports that the classification line stands alone.
 */
export const check: Check = {
  code: 'portion-above-class',
  severity: 'warning',
  silentIn: ['foia'],
  summary: 'A paragraph is marked above the telegram’s classification.',
  run({ paragraphs, classLine, transmission: { security } }) {
    const classification = classLine?.classification;
    const overall = classification ? classificationRank(classification.value) : null;
    if (!classification || overall === null) return [];
    const warned = SECURITY_LETTERS.get((security && letterOf(security)) ?? '');
    const ceiling = Math.max(overall, 1, (warned && classificationRank(warned)) ?? 0);
    return findingsIn(paragraphs, ({ marking, number }) => {
      if (!marking || (portionRank(marking.value) ?? 0) <= ceiling) return null;
      const [mark, whole] = [marking.value, classification.value];
      const message =
        number === null
          ? l10n.t("A paragraph is {0}, above the telegram's {1}.", mark, whole)
          : l10n.t("Paragraph {0} is {1}, above the telegram's {2}.", number, mark, whole);
      return finding(
        marking,
        message,
        seeAlso(classification, l10n.t('The telegram is {0}.', classification.value)),
      );
    });
  },
};
