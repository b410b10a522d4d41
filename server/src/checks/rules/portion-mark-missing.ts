import type { Cable } from '../../cable/model';
import { type Check, finding } from '../check';

/** How many of the paragraphs must be marked before a bare one stands out. */
const SHARE = 0.8;

/** 5 FAH-1 H-246.2; one mark may speak for the whole text instead. */
export const check: Check = {
  code: 'portion-mark-missing',
  severity: 'hint',
  silentIn: ['foia'],
  summary: 'A paragraph has no classification mark, but the others have one.',
  run(cable) {
    const numbered = cable.paragraphs.filter(({ number }) => number !== null);
    const bare = numbered.filter(({ marking }) => !marking);
    if (bare.length === 0 || bare.length > numbered.length * (1 - SHARE) || speaksForAll(cable)) return [];
    return bare.map(({ number, printed }) =>
      finding(printed, `Paragraph ${number} has no classification mark; the others have.`),
    );
  },
};

function speaksForAll({ text, paragraphs }: Cable): boolean {
  const [first] = paragraphs;
  if (!first) return false;
  if (first.isMarkedForEntireText) return true;
  return text
    .slice(first.textStart, first.textStart + 60)
    .toUpperCase()
    .includes('ENTIRE TEXT');
}
