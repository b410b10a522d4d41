import { type Check, finding } from '../check';

/** Reports only where a date-time group or an FM line promises a telegram. */
export const check: Check = {
  code: 'class-line-missing',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'A transmission header is not followed by a classification line.',
  run({ transmission: { dtg, from }, classLine }) {
    const line = from ?? dtg;
    if (classLine || !line) return [];
    return [finding(line, 'No classification line with post and number found.')];
  },
};
