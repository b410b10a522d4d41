import * as l10n from '@vscode/l10n';
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
    const message = l10n.t('Declassification {0} is before the telegram ({1}).', line.date.value, sent);
    return [finding(line.date, message, seeAlso(dtg.time, l10n.t('The telegram is of {0}.', sent)))];
  },
};
