import * as l10n from '@vscode/l10n';
import { precedenceRank } from '../../reference/precedence';
import { textOf } from '../../text/span';
import { type Check, finding } from '../check';

/** X17: action precedence first, then info, the higher before the lower. */
export const check: Check = {
  code: 'precedence-order',
  severity: 'information',
  summary: 'The prosigns of the date-time group do not descend.',
  run({ text, transmission: { dtg } }) {
    const prosigns = dtg?.precedences ?? [];
    const ranks = prosigns.map(prosign => precedenceRank(prosign.value));
    if (ranks.every((rank, i) => i === 0 || rank <= (ranks[i - 1] ?? 0))) return [];
    const [first] = prosigns;
    const last = prosigns.at(-1);
    if (!first || !last) return [];
    const span = { start: first.start, end: last.end };
    const sorted = [...prosigns].sort((a, b) => precedenceRank(b.value) - precedenceRank(a.value));
    return [
      finding(span, l10n.t('Precedences {0} are not in descending order.', textOf(text, span)), {
        fix: () => ({
          title: l10n.t('Write {0}', sorted.map(({ value }) => value).join(' ')),
          edits: prosigns.map((prosign, i) => ({
            span: prosign,
            newText: sorted[i]?.value ?? prosign.value,
          })),
          certain: false,
        }),
      }),
    ];
  },
};
