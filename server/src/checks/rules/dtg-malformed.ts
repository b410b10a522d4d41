import * as l10n from '@vscode/l10n';
import { MONTHS } from '../../cable/dateTimeGroup';
import { textOf } from '../../text/span';
import { type Check, finding } from '../check';
import { unreadableWord } from './headerLines';

const TIME = [/^\d{6}Z$/, new RegExp(`^(?:${MONTHS.join('|')})$`), /^\d{2}(?:\d\d)?$/];

/** FL5 (5 FAH-2 H-321). */
export const check: Check = {
  code: 'dtg-malformed',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'A line in the place of the date-time group begins like one but cannot be read.',
  run({ text, transmission: { dtg } }) {
    if (!dtg || dtg.time) return [];
    const prosigns = textOf(text, dtg).search(/\d/);
    const word = unreadableWord(text, { start: dtg.start + Math.max(0, prosigns), end: dtg.end }, TIME);
    return [finding(word, l10n.t('Date-time group not readable: expected "P ddhhmmZ MMM YY".'))];
  },
};
