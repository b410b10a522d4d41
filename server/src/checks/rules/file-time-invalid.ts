import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { fileInstant } from './instants';

export const check: Check = {
  code: 'file-time-invalid',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The file time of the DE line is not a day of the year and a time of day.',
  run({ transmission: { de } }) {
    // Any leap year will do: whether the year has a day 366 is for the comparison with the date-time group.
    if (!de?.fileTime || fileInstant(de.fileTime.value, 2000) !== null) return [];
    const { value } = de.fileTime;
    return [
      finding(
        de.fileTime,
        l10n.t('File time {0} is not a day of year and time (001-366, 0000-2359).', value),
      ),
    ];
  },
};
