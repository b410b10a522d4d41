import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { placeOfId } from './statedIdentity';

/** Once for each file, on its first telegram: whoever reads one number at the top expects one telegram. */
export const check: Check = {
  code: 'several-telegrams',
  severity: 'hint',
  summary: 'A file holds more than one telegram.',
  run(cable) {
    const { n, of } = cable.telegram;
    if (of < 2 || n > 1) return [];
    return [finding(placeOfId(cable), l10n.t('This file holds {0} telegrams.', of))];
  },
};
