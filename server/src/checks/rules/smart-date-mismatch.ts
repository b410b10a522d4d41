import * as l10n from '@vscode/l10n';
import { MONTHS, showInstant } from '../../cable/dateTimeGroup';
import { fullYear } from '../../cable/identity';
import type { Cable } from '../../cable/model';
import type { Field } from '../../text/span';
import { type Check, type Finding, finding, seeAlso } from '../check';

/** X14: both halves of Date/DTG are one UTC day, and the year of the MRN is theirs. */
export const check: Check = {
  code: 'smart-date-mismatch',
  severity: 'warning',
  summary: 'In a SMART printout, date, date-time group and the year of the MRN contradict each other.',
  run(cable) {
    const { dtg } = cable.transmission;
    if (cable.dialect !== 'smart' || !dtg?.time || dtg.instant === null) return [];
    const sent = seeAlso(dtg.time, l10n.t('The date-time group is {0}.', showInstant(dtg.instant)));
    const found: Finding[] = [];
    const date = printedDate(cable, dtg.start);
    if (date && date.value !== isoDay(dtg.instant)) {
      const printed = cable.text.slice(date.start, date.end);
      found.push(
        finding(date, l10n.t('Date {0} and DTG {1} are different days.', printed, dtg.time.value), sent),
      );
    }
    const year = numberYear(cable);
    if (year && year.value !== dtg.year) {
      const printed = cable.text.slice(year.start, year.end);
      found.push(
        finding(year, l10n.t('MRN year {0} and DTG {1} are different years.', printed, dtg.time.value), sent),
      );
    }
    return found;
  },
};

const DATE = /([A-Z]{3})[A-Z]{0,6}\.? {1,3}(\d{1,2}), {0,3}(\d{4})\s{0,8}\/\s{0,8}$/i;

/** `Sep 16, 2023` before the date-time group that begins at `end`, as `2023-09-16`. */
function printedDate({ text, lines }: Cable, end: number): Field<string> | null {
  const from = lines.start(lines.lineAt(end));
  const match = DATE.exec(text.slice(Math.max(from, end - 40), end));
  if (!match) return null;
  const [whole, month = '', day = '', year = ''] = match;
  const rank = MONTHS.indexOf(month.toUpperCase()) + 1;
  const start = end - whole.length;
  const value = `${year}-${String(rank).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (rank === 0) return null;
  return { value, start, end: start + whole.replace(/\s*\/\s*$/, '').length };
}

/** The year before the post on the line of the MRN. */
function numberYear({ text, classLine }: Cable): Field<number> | null {
  const post = classLine?.post;
  const match = post && /(?:\d\d){1,2}(?=\s*$)/.exec(text.slice(Math.max(0, post.start - 8), post.start));
  if (!post || !match) return null;
  const start = Math.max(0, post.start - 8) + match.index;
  return { value: fullYear(match[0]), start, end: start + match[0].length };
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
