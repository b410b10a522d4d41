import { classificationRank, portionRank } from '../reference/markings';
import { type Check, finding, seeAlso } from './check';

/** X12. An UNCLAS telegram may hold sensitive paragraphs: the caption that says so is often lost. */
export const check: Check = {
  code: 'portion-above-class',
  severity: 'warning',
  summary: 'A paragraph is marked above the telegram’s classification.',
  run({ paragraphs, classLine }) {
    const classification = classLine?.classification;
    const overall = classification ? classificationRank(classification.value) : null;
    if (!classification || overall === null) return [];
    const ceiling = Math.max(overall, 1);
    return paragraphs.flatMap(({ marking, number }) => {
      if (!marking || (portionRank(marking.value) ?? 0) <= ceiling) return [];
      const name = number === null ? 'A paragraph' : `Paragraph ${number}`;
      const message = `${name} is ${marking.value}, above the telegram's ${classification.value}.`;
      return [finding(marking, message, seeAlso(classification, `The telegram is ${classification.value}.`))];
    });
  },
};
