import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { isMixed, lettersOf } from './securityGroup';

/** FL4; a release code may take the place of the last two letters (ACP 117 CAN-US SUPP-1, 7.d). */
export const check: Check = {
  code: 'security-group-mixed',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The security group mixes letters.',
  run({ transmission: { security } }) {
    if (!security) return [];
    const group = lettersOf(security);
    return isMixed(group.value)
      ? [finding(group, l10n.t('Security group "{0}" mixes letters.', group.value))]
      : [];
  },
};
