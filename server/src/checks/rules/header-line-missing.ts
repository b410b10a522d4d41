import * as l10n from '@vscode/l10n';
import type { HeaderPart } from '../../cable/model';
import { type Check, finding } from '../check';
import { firstWord, partName } from './headerLines';

/** FL2 to FL7. */
const REQUIRED: readonly HeaderPart[] = ['ROUTING', 'DE', 'SECURITY', 'DTG', 'FM', 'TO'];

/** Reports where all others of these lines are present; copies without a header, or with half of one, are normal. */
export const check: Check = {
  code: 'header-line-missing',
  severity: 'warning',
  silentIn: ['smart', 'foia'],
  summary: 'One line is missing from an otherwise complete transmission header.',
  run({ text, transmission: { order } }) {
    const missing = REQUIRED.filter(part => !order.some(line => line.part === part));
    const [part] = missing;
    if (!part || missing.length > 1) return [];
    const rank = REQUIRED.indexOf(part);
    const before = rank === 0 ? 'TI' : REQUIRED[rank - 1];
    const after = REQUIRED[rank + 1] ?? 'INFO';
    const next = order.find(line => line.part === after);
    if (!next || !order.some(line => line.part === before)) return [];
    return [finding(firstWord(text, next), l10n.t('The transmission header has no {0}.', partName(part)))];
  },
};
