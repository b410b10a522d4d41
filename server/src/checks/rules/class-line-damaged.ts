import * as l10n from '@vscode/l10n';
import { type Field, textOf } from '../../text/span';
import { type Check, type Finding, finding, replace } from '../check';

/** Redacted and lower-cased lines are not damage. */
export const check: Check = {
  code: 'class-line-damaged',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'The classification has doubled, lost or stray letters, or no blank after it.',
  run({ text, classLine }) {
    const classification = classLine?.classification;
    if (!classification) return [];
    if (classLine.section && classLine.section.start === classification.end)
      return [glued(text, classification)];
    if (classLine.state !== 'damaged') return [];
    const printed = textOf(text, classification);
    const message = l10n.t('Classification "{0}" read as {1}.', printed, classification.value);
    return [
      finding(classification, message, { fix: replace(classification, asPrinted(classification.value)) }),
    ];
  },
};

/** The blank before SECTION lost. */
function glued(text: string, classification: Field<string>): Finding {
  const { end } = classification;
  const printed = `${textOf(text, classification)}SECTION`;
  return finding(
    { start: classification.start, end: end + 'SECTION'.length },
    l10n.t('Classification "{0}" read as {1}.', printed, classification.value),
    {
      fix: () => ({
        title: l10n.t('Insert a blank before SECTION'),
        edits: [{ span: { start: end, end }, newText: ' ' }],
        certain: true,
      }),
    },
  );
}

/** The classification as telegrams print it: `S E C R E T`, `UNCLAS`. */
function asPrinted(classification: string): string {
  if (classification === 'UNCLASSIFIED') return 'UNCLAS';
  if (classification === 'LIMITED OFFICIAL USE') return classification;
  return classification
    .split(' ')
    .map(word => [...word].join(' '))
    .join('  ');
}
