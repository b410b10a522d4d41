import * as l10n from '@vscode/l10n';
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
    const message = l10n.t(
      'Declassification {0} is {1} years after the telegram (limit {2}).',
      line.date.value,
      years,
      LIMIT,
    );
    return [
      finding(
        line.date,
        message,
        seeAlso(dtg.time, l10n.t('The telegram is of {0}.', showInstant(dtg.instant))),
      ),
    ];
  },
};
