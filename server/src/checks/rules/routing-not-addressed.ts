import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn } from '../check';

/** The routing line is not the addressee list: most of its indicators are members of collectives (cable-format 3.2). */
export const check: Check = {
  code: 'routing-not-addressed',
  severity: 'hint',
  offByDefault: true,
  summary: 'The routing line names an indicator that no addressee has.',
  run({ transmission: { routing, to, info } }) {
    if (!routing || to.length + info.length === 0) return [];
    const addressed = new Set([...to, ...info].map(({ ri }) => ri?.value));
    return findingsIn(routing.indicators, indicator =>
      addressed.has(indicator.value)
        ? null
        : finding(indicator, l10n.t('{0} is on the routing line and has no addressee.', indicator.value)),
    );
  },
};
