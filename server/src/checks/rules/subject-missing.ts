import { type Check, finding } from '../check';
import { isPreambleComplete } from './completeness';
import { firstWord, placeOfId } from './header';

export const check: Check = {
  code: 'subject-missing',
  severity: 'information',
  summary: 'A complete text has no SUBJECT line.',
  run(cable) {
    const { subject, tags, executiveOrder, classLine } = cable;
    if (subject || !classLine || !isPreambleComplete(cable)) return [];
    const above = tags ?? executiveOrder;
    const place = above ? firstWord(cable.text, above) : placeOfId(cable);
    return [finding(place, 'No SUBJECT line.')];
  },
};
