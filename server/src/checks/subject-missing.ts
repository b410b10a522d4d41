import { type Check, finding } from './check';
import { isPreambleComplete } from './completeness';

export const check: Check = {
  code: 'subject-missing',
  severity: 'information',
  summary: 'A complete text has no SUBJECT line.',
  run(cable) {
    const { subject, tags, executiveOrder, classLine } = cable;
    if (subject || !classLine || !isPreambleComplete(cable)) return [];
    return [finding(tags ?? executiveOrder ?? classLine, 'No SUBJECT line.')];
  },
};
