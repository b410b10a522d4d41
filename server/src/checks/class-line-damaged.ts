import { textOf } from '../text/span';
import { type Check, finding, replace } from './check';

/** Redacted and lower-cased lines are not damage. */
export const check: Check = {
  code: 'class-line-damaged',
  severity: 'information',
  summary: 'The classification has doubled, lost or stray letters.',
  run({ text, classLine }) {
    const classification = classLine?.classification;
    if (classLine?.state !== 'damaged' || !classification) return [];
    const printed = textOf(text, classification);
    const message = `Classification "${printed}" read as ${classification.value}.`;
    return [
      finding(classification, message, { fix: replace(classification, asPrinted(classification.value)) }),
    ];
  },
};

/** The classification as telegrams print it: `S E C R E T`, `UNCLAS`. */
function asPrinted(classification: string): string {
  if (classification === 'UNCLASSIFIED') return 'UNCLAS';
  if (classification === 'LIMITED OFFICIAL USE') return classification;
  return classification
    .split(' ')
    .map(word => [...word].join(' '))
    .join('  ');
}
