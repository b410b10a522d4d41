import * as l10n from '@vscode/l10n';
import type { ReferenceField } from '../../cable/model';
import { type Check, finding, findingsIn, seeAlso } from '../check';

/** X11. A list that is unlettered, out of order or run together may have lost the entry itself: silent. */
export const check: Check = {
  code: 'reference-undefined',
  severity: 'warning',
  silentIn: ['foia'],
  summary: 'The text cites a reference that the list does not have.',
  run({ references, mentions, classLine }) {
    if (!references || !isWhole(references) || (classLine?.section?.n ?? 1) > 1) return [];
    const letters = new Set(references.items.map(item => item.label?.value));
    return findingsIn(mentions, mention =>
      mention.form === 'letter' && mention.label !== null && !letters.has(mention.label)
        ? finding(
            mention,
            l10n.t('Reference {0} is cited but not listed.', mention.label),
            seeAlso(
              references,
              l10n.t('The list ends with reference {0}.', references.items.at(-1)?.label?.value ?? ''),
            ),
          )
        : null,
    );
  },
};

function isWhole({ items }: ReferenceField): boolean {
  return (
    items.length > 1 &&
    items.every((item, i) => item.label?.value === String.fromCharCode(65 + i) && !item.glued)
  );
}
