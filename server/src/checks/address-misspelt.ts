import { addressesLike } from '../reference/routing';
import { type Check, finding, replace } from './check';

/** Speaks only where one letter in a long word makes a known address. */
export const check: Check = {
  code: 'address-misspelt',
  severity: 'hint',
  summary: 'An address is not known, and one letter away from one that is.',
  run({ transmission: { to, info } }) {
    return [...to, ...info].flatMap(({ name }) => {
      const [near] = addressesLike(name.value);
      if (!near) return [];
      return [finding(name, `"${name.value}" is probably "${near}".`, { fix: replace(name, near) })];
    });
  },
};
