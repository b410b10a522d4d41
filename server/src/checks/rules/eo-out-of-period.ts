import * as l10n from '@vscode/l10n';
import { showInstant } from '../../cable/dateTimeGroup';
import { executiveOrder } from '../../reference/executiveOrders';
import { type Check, finding, seeAlso } from '../check';
import { DAY, GRACE, instantOfDay } from './instants';

/** X9, with sixty days' grace. A later declassification note explains a newer order. */
export const check: Check = {
  code: 'eo-out-of-period',
  severity: 'information',
  summary: 'The order on the E.O. line was not in force at the date of the telegram.',
  run({ executiveOrder: line, transmission: { dtg } }) {
    const order = line?.number && executiveOrder(line.number.value);
    if (!line?.number || !order || !dtg?.time || dtg.instant === null) return [];
    if (/declassified/i.test(line.value?.value ?? '')) return [];
    const early = dtg.instant < instantOfDay(order.from) - GRACE;
    const late = order.until !== null && dtg.instant > instantOfDay(order.until) + DAY + GRACE;
    if (!early && !late) return [];
    const date = showInstant(dtg.instant).slice(0, 9);
    const message = l10n.t('E.O. {0} was not in force on {1}.', order.number, date);
    return [
      finding(
        line.number,
        message,
        seeAlso(dtg.time, l10n.t('The date-time group is {0}.', showInstant(dtg.instant))),
      ),
    ];
  },
};
