import { showInstant } from '../../cable/dateTimeGroup';
import { type Check, finding, seeAlso } from '../check';
import { DAY, instantOfDay } from './instants';

/** X10: held in 1,165 of 1,165. */
export const check: Check = {
  code: 'declassification-before-date',
  severity: 'warning',
  summary: 'The declassification date is before the telegram.',
  run({ executiveOrder: line, transmission: { dtg } }) {
    if (!line?.date || !line.declassifyOn || !dtg?.time || dtg.instant === null) return [];
    if (instantOfDay(line.declassifyOn) + DAY > dtg.instant) return [];
    const sent = showInstant(dtg.instant);
    const message = `Declassification ${line.date.value} is before the telegram (${sent}).`;
    return [finding(line.date, message, seeAlso(dtg.time, `The telegram is of ${sent}.`))];
  },
};
