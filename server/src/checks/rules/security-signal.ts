import * as l10n from '@vscode/l10n';
import { type Check, finding, replace, seeAlso } from '../check';
import { letterOf } from './securityGroup';

/** X8: ZNR goes with U, ZNY with all others; held in 1,120 of 1,120. */
export const check: Check = {
  code: 'security-signal',
  severity: 'warning',
  summary: 'ZNR is used with a classified letter, or ZNY with U.',
  run({ transmission: { security } }) {
    const letter = security && letterOf(security);
    if (!security || !letter) return [];
    const wanted = letter === 'U' ? 'ZNR' : 'ZNY';
    const { signal } = security;
    if (signal.value === wanted) return [];
    return [
      finding(signal, l10n.t('{0} does not go with {1}.', signal.value, letter), {
        ...seeAlso(security.group, l10n.t('The letter is {0}.', letter)),
        fix: replace(signal, wanted),
      }),
    ];
  },
};
