import * as l10n from '@vscode/l10n';
import type { Addressee, Cable } from '../../cable/model';
import {
  indicatorsLike,
  isGateway,
  kindOfAddress,
  meantBy,
  serves,
  stationsAt,
} from '../../reference/routing';
import { type Check, finding, findingsIn, replace } from '../check';

/** Reports only where one letter makes a known indicator that can serve this addressee. */
export const check: Check = {
  code: 'routing-indicator-unknown',
  severity: 'information',
  silentIn: ['sas', 'foia'],
  summary: 'A routing indicator is not known, but is one letter away from one that fits the addressee.',
  run(cable) {
    const { to, info } = cable.transmission;
    return findingsIn([...to, ...info], addressee => {
      const ri = addressee.ri;
      if (!ri || stationsAt(ri.value).length > 0) return null;
      const near = meantBy(ri.value) ?? nearest(cable, addressee, ri.value);
      if (!near) return null;
      const message = l10n.t('Routing indicator {0} is not known; did you mean {1}?', ri.value, near);
      return finding(ri, message, { fix: replace(ri, near) });
    });
  },
};

/** The one near indicator that serves the addressee, or is a gateway and the addressee of the kind that gateways serve. */
function nearest({ transmission: { to, info } }: Cable, { name }: Addressee, ri: string): string | null {
  const near = indicatorsLike(ri);
  const serving = near.filter(candidate => serves(candidate, name.value));
  const gateways = kindOfAddress(name.value) === 'activity' ? near.filter(isGateway) : [];
  const listed = new Set([...to, ...info].flatMap(addressee => addressee.ri?.value ?? []));
  const gateway =
    gateways.find(candidate => listed.has(candidate)) ?? (gateways.length === 1 ? gateways[0] : undefined);
  return serving[0] ?? gateway ?? null;
}
