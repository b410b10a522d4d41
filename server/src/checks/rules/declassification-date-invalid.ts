import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';

/** Read month, day, year first, then year, month, day. */
export const check: Check = {
  code: 'declassification-date-invalid',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The declassification date does not exist.',
  run({ executiveOrder: line }) {
    if (!line?.date || line.declassifyOn) return [];
    return [finding(line.date, l10n.t('{0} is not a date.', line.date.value))];
  },
};
