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
    const message = `E.O. ${number.value} is not an order on classification`;
    if (!near) return [finding(number, `${message}.`)];
    return [finding(number, `${message}; ${near}?`, { fix: replace(number, near) })];
  },
};
