import { showInstant } from '../../cable/dateTimeGroup';
import { type Check, finding, seeAlso } from '../check';
import { DAY, GRACE, instantOfDay, yearsLater } from './instants';

const LIMIT = 25;

/** X10, with sixty days' grace. */
export const check: Check = {
  code: 'declassification-too-late',
  severity: 'information',
  summary: 'The declassification date is more than 25 years after the telegram.',
  run({ executiveOrder: line, transmission: { dtg } }) {
    if (!line?.date || !line.declassifyOn || !dtg?.time || dtg.instant === null) return [];
    const declassified = instantOfDay(line.declassifyOn);
    if (declassified <= yearsLater(dtg.instant, LIMIT) + GRACE) return [];
    const years = Math.floor((declassified - dtg.instant) / (365.25 * DAY));
    const message = `Declassification ${line.date.value} is ${years} years after the telegram (limit ${LIMIT}).`;
    return [
      finding(line.date, message, seeAlso(dtg.time, `The telegram is of ${showInstant(dtg.instant)}.`)),
    ];
  },
};
