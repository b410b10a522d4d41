import * as l10n from '@vscode/l10n';
import { addressesLike, stationsAt } from '../../reference/routing';
import { type Check, finding, findingsIn, replace } from '../check';

/** Reports only where one letter in a long word makes a known address. */
export const check: Check = {
  code: 'address-misspelt',
  severity: 'hint',
  silentIn: ['sas', 'smart', 'foia'],
  summary: 'An address is not known, but is one letter away from one that is.',
  run({ transmission: { to, info } }) {
    return findingsIn([...to, ...info], ({ ri, name }) => {
      // Most addresses stand with their own indicator; only the others are looked up.
      if (ri && stationsAt(ri.value)[0]?.plad === name.value) return null;
      const [near] = addressesLike(name.value);
      if (!near) return null;
      return finding(name, l10n.t('"{0}" is probably "{1}".', name.value, near), {
        fix: replace(name, near),
      });
    });
  },
};
