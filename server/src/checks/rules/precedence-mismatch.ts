import * as l10n from '@vscode/l10n';
import { precedenceRank } from '../../reference/precedence';
import { textOf } from '../../text/span';
import { type Check, finding, replace, seeAlso } from '../check';

/** X15: held in 1,120 of 1,120. The highest precedence behind an addressee tells which of the two lines is wrong. */
export const check: Check = {
  code: 'precedence-mismatch',
  severity: 'warning',
  summary: 'The digraph of the routing line is not the first prosign of the date-time group, doubled.',
  run({ text, transmission: { routing, dtg, to, info } }) {
    const first = dtg?.precedences[0];
    if (!routing || !first) return [];
    const { digraph } = routing;
    const prosign = textOf(text, first).toUpperCase();
    if (digraph.value[0] === prosign) return [];
    const message = l10n.t(
      'Routing precedence {0} does not fit {1} in the date-time group.',
      digraph.value,
      prosign,
    );
    const words = [...to, ...info].flatMap(({ precedence }) =>
      precedence ? [precedenceRank(precedence.value)] : [],
    );
    const highest = Math.max(...words);
    const routed = digraph.value.charAt(0);
    const fixes = { ofRouting: replace(digraph, prosign + prosign), ofTime: replace(first, routed) };
    return [
      finding(digraph, message, {
        ...seeAlso(first, l10n.t('The date-time group has {0}.', prosign)),
        ...(highest === precedenceRank(routed)
          ? { fix: fixes.ofTime }
          : {
              fix: fixes.ofRouting,
              ...(highest === precedenceRank(prosign) ? {} : { otherFix: fixes.ofTime }),
            }),
      }),
    ];
  },
};
