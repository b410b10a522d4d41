import * as l10n from '@vscode/l10n';
import { type Check, finding, replace } from '../check';
import { isMixed, lettersOf } from './securityGroup';

/** FL4: paper forms repeat the letter four times, transmissions five. */
export const check: Check = {
  code: 'security-group-length',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The security group does not have five letters.',
  run({ transmission: { security } }) {
    if (!security) return [];
    const group = lettersOf(security);
    if (group.value.length === 5) return [];
    const message = l10n.t(
      'Security group "{0}" has {1} letters; it should be one letter five times.',
      group.value,
      group.value.length,
    );
    if (group.value === '' || isMixed(group.value)) return [finding(group, message)];
    return [finding(group, message, { fix: replace(group, group.value.charAt(0).repeat(5), true) })];
  },
};
