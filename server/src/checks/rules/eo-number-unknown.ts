import * as l10n from '@vscode/l10n';
import { executiveOrder, nearestOrder } from '../../reference/executiveOrders';
import { type Check, finding, replace } from '../check';

export const check: Check = {
  code: 'eo-number-unknown',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'The E.O. line names an order that is not about classification.',
  run({ executiveOrder: line }) {
    const number = line?.number;
    if (!number || executiveOrder(number.value)) return [];
    const near = nearestOrder(number.value);
    const { value } = number;
    if (!near) return [finding(number, l10n.t('E.O. {0} is not an order on classification.', value))];
    const message = l10n.t('E.O. {0} is not an order on classification; {1}?', value, near);
    return [finding(number, message, { fix: replace(number, near) })];
  },
};
