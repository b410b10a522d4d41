import * as l10n from '@vscode/l10n';
import { precedenceRank, precedenceWord } from '../../reference/precedence';
import { type Check, finding, findingsIn, seeAlso } from '../check';

/** X16: held in 1,159 of 1,159. What the routing line's digraph allows for is silent: `precedence-mismatch` reports it. */
export const check: Check = {
  code: 'precedence-exceeded',
  severity: 'warning',
  summary: 'An addressee has a higher precedence than the message.',
  run({ transmission: { routing, dtg, to, info } }) {
    const [first] = dtg?.precedences ?? [];
    if (!dtg || !first) return [];
    const prosigns = [...dtg.precedences.map(({ value }) => value), ...(routing?.digraph.value[0] ?? '')];
    const highest = Math.max(...prosigns.map(precedenceRank));
    const word = precedenceWord(first.value);
    return findingsIn([...to, ...info], ({ precedence }) =>
      precedence && precedenceRank(precedence.value) > highest
        ? finding(
            precedence,
            l10n.t("Addressee precedence {0} is higher than the message's {1}.", precedence.value, word),
            seeAlso(first, l10n.t('The message is {0}.', word)),
          )
        : null,
    );
  },
};
