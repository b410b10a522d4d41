import type { YearSource } from '../../cable/model';
import { type Check, finding } from '../check';

/** Why a reference without a year is read as it is (cable-format 10.4). */
const REASONS: Readonly<Partial<Record<YearSource, string>>> = {
  'same-year': 'the year of this telegram',
  'year-before': "serial above this telegram's own",
};

export const check: Check = {
  code: 'reference-year-inferred',
  severity: 'hint',
  offByDefault: true,
  summary: 'A reference is printed without a year.',
  run({ references }) {
    return (references?.items ?? []).flatMap(item => {
      const reason = item.yearSource && REASONS[item.yearSource];
      if (!reason || item.mrn === null) return [];
      return [finding(item, `Read as ${item.mrn}: the year is inferred (${reason}).`)];
    });
  },
};
