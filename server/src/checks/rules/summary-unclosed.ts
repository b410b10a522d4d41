import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn } from '../check';

const OPENING = /^[^.:\n-]{1,60}/;
const END = /end\s+(?:of\s+)?summary$/i;
/** The longest form of the closing words, with some blanks. */
const REACH = 40;

export const check: Check = {
  code: 'summary-unclosed',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'A summary begins with "Summary:" and does not end with "End Summary".',
  run({ text, passages }) {
    return findingsIn(passages, ({ kind, form, start, end }) => {
      if (kind !== 'summary' || form !== 'words') return null;
      if (END.test(text.slice(Math.max(start, end - REACH), end))) return null;
      const words = OPENING.exec(text.slice(start, start + 80))?.[0].trimEnd() ?? '';
      return finding({ start, end: start + words.length }, l10n.t('"{0}" without "End Summary".', words));
    });
  },
};
