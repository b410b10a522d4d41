import * as l10n from '@vscode/l10n';
import { showInstant } from '../../cable/dateTimeGroup';
import { type Check, finding, seeAlso } from '../check';
import { compareFileTime, saysRetransmitted } from './fileTime';
import { showDuration } from './instants';

/** X2; silent where ZDK, ZDS or ZFD says so itself. */
export const check: Check = {
  code: 'file-time-late',
  severity: 'hint',
  summary: 'The telegram was filed one to thirty days after its date-time group.',
  run(cable) {
    const times = compareFileTime(cable);
    if (times?.verdict !== 'late' || saysRetransmitted(cable)) return [];
    const delay = showDuration(times.filed - times.dtg);
    const message = l10n.t('Filed {0} after the date-time group; probably a retransmission.', delay);
    return [
      finding(
        times.span,
        message,
        seeAlso(times.dtgSpan, l10n.t('The date-time group is {0}.', showInstant(times.dtg))),
      ),
    ];
  },
};
