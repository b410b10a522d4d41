import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { isPreambleComplete } from './headerLines';

/** Letters stand for entries of a list, so a text that cites them had one. Once for each telegram. */
export const check: Check = {
  code: 'reference-line-missing',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'The text cites lettered references, but there is no REF line.',
  run(cable) {
    const { references, mentions } = cable;
    if (references || !isPreambleComplete(cable)) return [];
    const cited = mentions.filter(({ form, label }) => form === 'letter' && label !== null);
    const [first] = cited;
    if (!first) return [];
    const letters = [...new Set(cited.map(({ label }) => label ?? ''))].sort();
    const last = letters.pop() ?? '';
    const message =
      letters.length === 0
        ? l10n.t('The text cites ref {0}, but there is no REF line.', last)
        : l10n.t('The text cites ref {0} and {1}, but there is no REF line.', letters.join(', '), last);
    return [finding(first, message)];
  },
};
