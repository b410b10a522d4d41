import * as l10n from '@vscode/l10n';
import { showInstant } from '../../cable/dateTimeGroup';
import { type Check, finding, replace, seeAlso } from '../check';
import { compareFileTime, fitsOnTheDay } from './fileTime';
import { dayOfYear } from './instants';

/** X2: held in 1,120 of 1,120 published telegrams. */
export const check: Check = {
  code: 'file-time-mismatch',
  severity: 'warning',
  summary: 'The file time cannot belong to the date-time group: earlier, on another day, or weeks later.',
  run(cable) {
    const times = compareFileTime(cable);
    if (times?.verdict !== 'mismatch') return [];
    const { span, printed } = times;
    const dtg = showInstant(times.dtg);
    const day = { start: span.start, end: span.start + 3 };
    const message = l10n.t(
      'File time {0} is {1}; the date-time group says {2}.',
      printed,
      showInstant(times.filed),
      dtg,
    );
    const wanted = fitsOnTheDay(times) ? dayOfYear(times.dtg) : null;
    return [
      finding(span, message, {
        ...seeAlso(times.dtgSpan, l10n.t('The date-time group is {0}.', dtg)),
        ...(wanted ? { fix: replace(day, wanted) } : {}),
      }),
    ];
  },
};
