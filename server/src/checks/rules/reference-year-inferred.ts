import * as l10n from '@vscode/l10n';
import type { YearSource } from '../../cable/model';
import { type Check, finding, findingsIn } from '../check';

/** How a reference without a year is read, and why (cable-format 10.4). */
function messageFor(mrn: string, source: YearSource): string | null {
  if (source === 'same-year')
    return l10n.t('Read as {0}: the year is inferred (the year of this telegram).', mrn);
  return source === 'year-before'
    ? l10n.t("Read as {0}: the year is inferred (serial above this telegram's own).", mrn)
    : null;
}

export const check: Check = {
  code: 'reference-year-inferred',
  severity: 'hint',
  offByDefault: true,
  summary: 'A reference is printed without a year.',
  run({ references }) {
    return findingsIn(references?.items ?? [], item => {
      const { mrn, yearSource } = item;
      const message = mrn === null || yearSource === null ? null : messageFor(mrn, yearSource);
      return message === null ? null : finding(item, message);
    });
  },
};
