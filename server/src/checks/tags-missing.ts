import { type Check, finding } from './check';
import { isPreambleComplete } from './completeness';

export const check: Check = {
  code: 'tags-missing',
  severity: 'information',
  summary: 'A complete text has no TAGS line.',
  run(cable) {
    const { tags, executiveOrder, classLine } = cable;
    if (tags || !classLine || !isPreambleComplete(cable)) return [];
    return [finding(executiveOrder ?? classLine, 'No TAGS line.')];
  },
};
