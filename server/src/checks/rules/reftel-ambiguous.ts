import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn, seeAlso } from '../check';

/** Loose style rather than a fault: one telegram in eight writes so. */
export const check: Check = {
  code: 'reftel-ambiguous',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'The text says reftel, but there are several references.',
  run({ references, mentions }) {
    const count = references?.items.length ?? 0;
    if (!references || count < 2) return [];
    return findingsIn(mentions, mention =>
      mention.form === 'reftel' && mention.mrn === null && /tel$/i.test(mention.value)
        ? finding(
            mention,
            l10n.t('"{0}" may be any of {1} references.', mention.value, count),
            seeAlso(references, l10n.t('The {0} references.', count)),
          )
        : null,
    );
  },
};
