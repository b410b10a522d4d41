import { type Check, finding } from '../check';
import { isPreambleComplete } from './completeness';
import { firstWord, placeOfId } from './header';

export const check: Check = {
  code: 'tags-missing',
  severity: 'information',
  summary: 'A complete text has no TAGS line.',
  run(cable) {
    const { tags, executiveOrder, classLine } = cable;
    if (tags || !classLine || !isPreambleComplete(cable)) return [];
    const place = executiveOrder ? firstWord(cable.text, executiveOrder) : placeOfId(cable);
    return [finding(place, 'No TAGS line.')];
  },
};
