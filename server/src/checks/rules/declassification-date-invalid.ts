import { type Check, finding } from '../check';

/** Read month, day, year first, then year, month, day. */
export const check: Check = {
  code: 'declassification-date-invalid',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The declassification date does not exist.',
  run({ executiveOrder: line }) {
    if (!line?.date || line.declassifyOn) return [];
    return [finding(line.date, `${line.date.value} is not a date.`)];
  },
};
