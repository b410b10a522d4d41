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
    const message = `File time ${printed} is ${showInstant(times.filed)}; the date-time group says ${dtg}.`;
    const wanted = fitsOnTheDay(times) ? dayOfYear(times.dtg) : null;
    return [
      finding(span, message, {
        ...seeAlso(times.dtgSpan, `The date-time group is ${dtg}.`),
        ...(wanted ? { fix: replace(day, wanted) } : {}),
      }),
    ];
  },
};
