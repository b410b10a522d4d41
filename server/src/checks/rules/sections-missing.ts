import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';

export const check: Check = {
  code: 'sections-missing',
  severity: 'information',
  summary: 'The text does not begin with the first section.',
  run({ classLine }) {
    const section = classLine?.section;
    if (!section || section.n <= 1) return [];
    return [finding(section, l10n.t('Text begins with section {0} of {1}.', section.n, section.of))];
  },
};
