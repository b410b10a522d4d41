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
    const message = `Security group "${group.value}" has ${group.value.length} letters; it is one letter five times.`;
    if (group.value === '' || isMixed(group.value)) return [finding(group, message)];
    return [finding(group, message, { fix: replace(group, group.value.charAt(0).repeat(5), true) })];
  },
};
