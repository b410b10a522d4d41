import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn } from '../check';

/** A list without letters is not cited by them; many lists are background. */
export const check: Check = {
  code: 'reference-uncited',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'A reference is listed, but the text does not cite it.',
  run({ references, mentions }) {
    const letters = new Set(mentions.map(({ label }) => label));
    const ids = new Set(mentions.map(({ mrn }) => mrn));
    return findingsIn(references?.items ?? [], ({ label, mrn }) => {
      if (!label || letters.has(label.value) || (mrn !== null && ids.has(mrn))) return null;
      return finding(label, l10n.t('Reference {0} is listed but not cited.', label.value));
    });
  },
};
