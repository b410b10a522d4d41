import * as l10n from '@vscode/l10n';
import type { Addressee } from '../../cable/model';
import { stationsAt, stationsNamed } from '../../reference/routing';
import type { Station } from '../../reference/stations';
import { type Check, finding, findingsIn, replace } from '../check';

/**
 * Compares collectives with collectives, and posts of which both sources agree with one another. Agencies and
 * activities have several indicators by right, and gateways serve anyone.
 */
export const check: Check = {
  code: 'routing-indicator-other-station',
  severity: 'hint',
  silentIn: ['sas', 'foia'],
  summary: 'An addressee is usually reached through another routing indicator than the one printed.',
  run({ transmission: { to, info } }) {
    return findingsIn([...to, ...info], addressee => {
      const { ri, name } = addressee;
      const other = ri && otherStation(addressee);
      if (!other) return null;
      const [usual, printed] = other;
      const message = l10n.t(
        '{0} is elsewhere reached through {1}; {2} is {3}.',
        name.value,
        usual.ri,
        ri.value,
        printed.plad,
      );
      return finding(ri, message, { fix: replace(ri, usual.ri) });
    });
  },
};

/** The row where the addressee is at home and the row of the printed indicator, where these are two different ones. */
function otherStation({ ri, name }: Addressee): readonly [Station, Station] | null {
  const [printed] = ri ? stationsAt(ri.value) : [];
  if (!ri || !printed || printed.plad === name.value || printed.kind === 'gateway') return null;
  const home = stationsNamed(name.value);
  const usual = home.find(isCertainPost) ?? home[0];
  if (!usual || usual.ri === '' || home.some(row => row.ri === ri.value)) return null;
  const collectives = usual.kind === 'collective' && printed.kind === 'collective';
  const posts = isCertainPost(usual) && isCertainPost(printed) && usual.post !== printed.post;
  return collectives || (posts && !printed.also.includes(name.value)) ? [usual, printed] : null;
}

function isCertainPost({ post, confidence }: Station): boolean {
  return post !== '' && confidence === 'high';
}
