import * as l10n from '@vscode/l10n';
import { type Check, finding, replace, seeAlso } from '../check';
import { isMixedRecord, lastFour } from './statedIdentity';

/**
 * X1. Where header and text come from two stations, `header-text-mismatch` reports it. A page line tells which of the two lines
 * is wrong.
 */
export const check: Check = {
  code: 'serial-mismatch',
  severity: 'warning',
  summary: 'The station serial number of the DE line is not the last four digits of the telegram’s number.',
  run(cable) {
    const ssn = cable.transmission.de?.ssn;
    const serial = cable.classLine?.serial;
    if (!ssn || !serial || isMixedRecord(cable)) return [];
    const wanted = lastFour(serial.value);
    if (ssn.value === wanted) return [];
    const sidesWith = (digits: string) =>
      cable.pageLines.find(({ serial: other }) => lastFour(other.value) === digits);
    const page = sidesWith(ssn.value);
    const counted = serial.value.slice(0, -4) + (page ? lastFour(page.serial.value) : ssn.value);
    const fixes = { ofHeader: replace(ssn, wanted), ofText: replace(serial, counted) };
    const mrn = cable.mrn ?? serial.value;
    return [
      finding(ssn, l10n.t('Station serial #{0} does not fit {1}: expected #{2}.', ssn.value, mrn, wanted), {
        related: [
          ...seeAlso(serial, l10n.t('The classification line has {0}.', serial.value)).related,
          ...(page
            ? seeAlso(page.serial, l10n.t('A page line sides with the DE line: {0}.', page.serial.value))
                .related
            : []),
        ],
        ...(page
          ? { fix: fixes.ofText }
          : { fix: fixes.ofHeader, ...(sidesWith(wanted) ? {} : { otherFix: fixes.ofText }) }),
      }),
    ];
  },
};
