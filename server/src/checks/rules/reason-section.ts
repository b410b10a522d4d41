import * as l10n from '@vscode/l10n';
import { showInstant } from '../../cable/dateTimeGroup';
import { type Check, finding, replace, seeAlso } from '../check';

/** The old number lived on for a year and more; before 2005 it is no news. */
const FROM = Date.UTC(2005, 0, 1);

/** X21. */
export const check: Check = {
  code: 'reason-section',
  severity: 'hint',
  summary: 'The reasons for classification cite the section number used before March 2003.',
  run({ authority, transmission: { dtg } }) {
    const section = authority?.reasonSection;
    if (section?.value !== '1.5' || !dtg?.time || dtg.instant === null || dtg.instant < FROM) return [];
    const message = l10n.t('Reason 1.5: since March 2003 the reasons are in section 1.4.');
    return [
      finding(section, message, {
        ...seeAlso(dtg.time, l10n.t('The date-time group is {0}.', showInstant(dtg.instant))),
        fix: replace(section, '1.4'),
      }),
    ];
  },
};
