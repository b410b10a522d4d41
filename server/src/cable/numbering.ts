import type { BodyLine } from './bodyLines';
import { resolveOrdinals } from './ordinals';
import type { Source } from './source';

/** Decides which numbered lines are paragraphs, from the whole sequence of their numbers. */
export function numberParagraphs(lines: BodyLine[], source: Source, startsInLaterSection: boolean): void {
  const numbered = lines.filter(({ mark }) => mark !== null && mark.digits !== '');
  const candidates = numbered.map(({ line, mark }) => ({
    digits: mark?.digits ?? '',
    hasMarking: mark?.marking != null,
    blankBefore: line === 0 || source.isBlank(line - 1),
  }));
  resolveOrdinals(candidates, startsInLaterSection).forEach((ordinal, i) => {
    const at = numbered[i];
    if (!at || !ordinal) return;
    at.ordinal = ordinal;
    at.kind = 'paragraph';
  });
}

/**
 * A line that begins with a portion mark and no number is a paragraph that lost its number if exactly as many numbers are
 * missing between its neighbours; else it is a part of the paragraph before it, as sub-paragraphs are.
 */
export function numberLostParagraphs(lines: BodyLine[]): void {
  const dashes = lines.some(({ ordinal, mark }) => ordinal !== null && mark?.dashed);
  let previous = 0;
  let lost: BodyLine[] = [];
  let allFit = true;
  const settle = (next: number | null) => {
    const fits =
      next === null
        ? allFit && lost.every(at => dashes || !at.mark?.dashed)
        : next - previous - 1 === lost.length;
    if (fits) {
      lost.forEach((at, i) => {
        at.guessed = previous + 1 + i;
        at.kind = 'paragraph';
      });
    } else if (lost.length > 0) allFit = false;
    lost = [];
  };
  lines.forEach((at, i) => {
    if (at.ordinal) {
      settle(at.ordinal.number);
      previous = at.ordinal.number;
    } else if (at.mark?.digits === '' && lines[i - 1]?.kind !== 'text' && (dashes || !at.mark.dashed))
      lost.push(at);
  });
  settle(null);
}
