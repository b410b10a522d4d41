import * as l10n from '@vscode/l10n';
import { classificationRank, portionRank } from '../../reference/markings';
import { type Check, finding, seeAlso } from '../check';

/** Legal: a telegram may be classified as a whole above each of its parts. */
export const check: Check = {
  code: 'all-portions-below-class',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'Every paragraph is marked below the telegram’s classification.',
  run({ paragraphs, classLine }) {
    const classification = classLine?.classification;
    const overall = classification ? classificationRank(classification.value) : null;
    if (!classification || overall === null) return [];
    const marks = paragraphs.flatMap(({ marking }) => {
      const rank = marking && portionRank(marking.value);
      return marking && rank !== null ? [{ marking, rank }] : [];
    });
    if (marks.length < paragraphs.length || marks.length === 0) return [];
    const highest = marks.reduce((a, b) => (b.rank > a.rank ? b : a));
    // Unclassified and sensitive differ by a caption that copies often lose.
    if (highest.rank >= overall || overall <= 1) return [];
    const { value } = highest.marking;
    const message = l10n.t('No paragraph is {0}; the highest mark is {1}.', classification.value, value);
    return [
      finding(classification, message, seeAlso(highest.marking, l10n.t('The highest mark is {0}.', value))),
    ];
  },
};
