import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';

/** Reports only where a date-time group or an FM line promises a telegram. */
export const check: Check = {
  code: 'class-line-missing',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'A transmission header is not followed by a classification line.',
  run({ text, transmission: { dtg, from }, classLine }) {
    const line = from ?? dtg;
    if (classLine || !line || PUBLISHED.test(text.slice(line.end, line.end + REACH))) return [];
    return [finding(line, l10n.t('No classification line with post and number found.'))];
  },
};

/** What a publisher of whole collections prints in place of the classification line. */
const PUBLISHED = /^\s{0,8}CLASSIFICATION:\s{1,8}\S/im;
/** How far behind the FM line that is: the addressees stand between. */
const REACH = 3000;
