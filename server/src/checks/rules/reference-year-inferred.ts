import * as l10n from '@vscode/l10n';
import type { YearSource } from '../../cable/model';
import { type Check, finding } from '../check';

/** Why a reference without a year is read as it is (cable-format 10.4). */
function reasonFor(source: YearSource): string | null {
  if (source === 'same-year') return l10n.t('the year of this telegram');
  return source === 'year-before' ? l10n.t("serial above this telegram's own") : null;
}

export const check: Check = {
  code: 'reference-year-inferred',
  severity: 'hint',
  offByDefault: true,
  summary: 'A reference is printed without a year.',
  run({ references }) {
    return (references?.items ?? []).flatMap(item => {
      const reason = item.yearSource && reasonFor(item.yearSource);
      if (!reason || item.mrn === null) return [];
      return [finding(item, l10n.t('Read as {0}: the year is inferred ({1}).', item.mrn, reason))];
    });
  },
};
