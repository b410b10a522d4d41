import type { BodyLine } from './bodyLines';
import { resolveOrdinals } from './ordinals';
import type { TrimmedLines } from './trimmedLines';

/**
 * Decides which numbered lines are paragraphs, from the whole sequence of their numbers. One with a portion mark is a paragraph
 * even where its number is out of turn, but then it has no number that could be told.
 */
export function numberParagraphs(
  lines: BodyLine[],
  source: TrimmedLines,
  startsInLaterSection: boolean,
): void {
  const numbered = lines.filter(({ mark }) => mark !== null && mark.digits !== '');
  const candidates = numbered.map(({ line, mark, glued }) => ({
    digits: mark?.digits ?? '',
    hasMarking: mark?.marking != null,
    blankBefore: !glued && (line === 0 || source.isBlank(line - 1)),
    glued,
  }));
  resolveOrdinals(candidates, startsInLaterSection).forEach((ordinal, i) => {
    const at = numbered[i];
    if (!at || (!ordinal && (at.glued || at.mark?.marking == null))) return;
    at.ordinal = ordinal;
    at.kind = 'paragraph';
  });
}

/** A line that begins with a portion mark and no number. */
interface Unnumbered {
  readonly at: BodyLine;
  /** Whether it stands directly below other text, as a wrapped line does that happens to begin with a parenthesis. */
  readonly tight: boolean;
}

/**
 * A line that begins with a portion mark and no number is a paragraph that lost its number if exactly as many numbers are
 * missing between its neighbours; else it is a part of the paragraph before it, as sub-paragraphs are. Lines directly below
 * other text count only where those that stand apart do not make up the number.
 */
export function numberLostParagraphs(lines: BodyLine[], source: TrimmedLines): void {
  const dashes = lines.some(({ ordinal, mark }) => ordinal !== null && mark?.dashed);
  let previous = 0;
  let found: Unnumbered[] = [];
  let allFit = true;
  /** Whether a paragraph since the last number has one out of turn: it may be any of those that are missing. */
  let isOutOfTurn = false;
  const settle = (next: number | null) => {
    if (found.length === 0) return;
    const all = found.map(({ at }) => at);
    const apart = found.filter(({ tight }) => !tight).map(({ at }) => at);
    found = [];
    const missing = next === null ? null : next - previous - 1;
    const lost = missing !== null && missing !== apart.length && missing === all.length ? all : apart;
    const fits = isOutOfTurn
      ? false
      : missing === null
        ? allFit && lost.every(at => dashes || !at.mark?.dashed)
        : missing === lost.length;
    if (fits) {
      lost.forEach((at, i) => {
        at.guessed = previous + 1 + i;
        at.kind = 'paragraph';
      });
    } else if (lost.length > 0) allFit = false;
  };
  lines.forEach((at, i) => {
    if (at.kind === 'paragraph' && !at.ordinal) isOutOfTurn = true;
    else if (at.ordinal) {
      settle(at.ordinal.number);
      previous = at.ordinal.number;
      isOutOfTurn = false;
    } else if (at.mark?.digits === '' && (dashes || !at.mark.dashed)) {
      const above = lines[i - 1];
      const tight = above?.kind === 'text' || above?.kind === 'paragraph';
      // `(c)` below text is an item of a list.
      if (!tight || /[A-Z]/.test(source.text.charAt(at.span.start + at.mark.markingStart + 1)))
        found.push({ at, tight });
    }
  });
  settle(null);
}
