import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';

/** FL2 (5 FAH-2 H-321.2). */
export const check: Check = {
  code: 'routing-malformed',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'The routing line contains something that is not a routing indicator.',
  run({ transmission: { routing } }) {
    if (!routing?.unreadable) return [];
    const message = l10n.t(
      'Routing line not readable: expected a precedence digraph and routing indicators.',
    );
    return [finding(routing.unreadable, message)];
  },
};
