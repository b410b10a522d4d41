import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn, seeAlso } from '../check';

/** X20: the letters run A, B, C… */
export const check: Check = {
  code: 'reference-letter-order',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'The letters of the references are not consecutive.',
  run({ references }) {
    const labels = (references?.items ?? []).map(({ label }) => label).filter(label => label !== null);
    return findingsIn(labels, (label, i) => {
      const before = labels[i - 1];
      if (!before) return null;
      const expected = String.fromCharCode(before.value.charCodeAt(0) + 1);
      // Two cables may share one letter.
      if (label.start === before.start || label.value === expected || before.value === 'Z') return null;
      const message = l10n.t('Reference {0} follows {1}: expected {2}.', label.value, before.value, expected);
      return finding(label, message, seeAlso(before, l10n.t('Reference {0} is here.', before.value)));
    });
  },
};
