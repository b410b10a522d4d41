import * as l10n from '@vscode/l10n';
import type { DateTimeGroup } from '../../cable/model';
import type { Field, Span } from '../../text/span';
import { type Check, finding } from '../check';

export const check: Check = {
  code: 'dtg-invalid',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The date-time group names a day, hour, minute or month that does not exist.',
  run({ transmission: { dtg } }) {
    if (!dtg?.time || !dtg.impossible) return [];
    const messages = {
      day: l10n.t('Date-time group {0}: no such day.', dtg.time.value),
      hour: l10n.t('Date-time group {0}: no such hour.', dtg.time.value),
      minute: l10n.t('Date-time group {0}: no such minute.', dtg.time.value),
      month: l10n.t('Date-time group {0}: no such month.', dtg.time.value),
    };
    return [finding(partOf(dtg.time, dtg.impossible), messages[dtg.impossible])];
  },
};

/** Where in `241550Z JAN 07` a part stands. */
function partOf(time: Field<string>, part: NonNullable<DateTimeGroup['impossible']>): Span {
  const digits = { day: 0, hour: 2, minute: 4 };
  if (part !== 'month') return { start: time.start + digits[part], end: time.start + digits[part] + 2 };
  const month = /Z\s*([A-Za-z]+)/d.exec(time.value)?.indices?.[1];
  return month ? { start: time.start + month[0], end: time.start + month[1] } : time;
}
