import { rangeOf } from '../archive/facts';
import { hitsIn } from '../archive/query/hits';
import type { WordCondition } from '../archive/query/query';
import type { Cable } from '../cable/model';
import type { Location } from './reading';
import { cutWords, firstWords, oneLine } from './words';

/** The longest paragraph in a list, in UTF-16 code units; longer ones begin near the word found. */
const TEXT_LENGTH = 300;

/** So much stands before the word found where a paragraph is cut. */
const LEAD = 80;

/** A paragraph of a cable, or a line, in which words of a query stand. */
export interface HitItem {
  /** The paragraph's number; null for a line outside of paragraphs, and for a number that cannot be told. */
  readonly number: number | null;
  readonly marking: string | null;
  /** Its words on one line, around the first of those found. */
  readonly words: string;
  /** The first word found. */
  readonly place: Location;
}

/** Where in a cable words of a query stand, by paragraph. */
export function hitList(uri: string, cable: Cable, words: readonly WordCondition[]): readonly HitItem[] {
  return hitsIn(cable, words).map(({ start, end, paragraph, places }) => {
    const place = places[0] ?? { start, end: start };
    return {
      number: paragraph?.number ?? null,
      marking: paragraph?.marking?.value ?? null,
      words:
        around(cable.text, { start: paragraph?.textStart ?? start, end }, place.start) ||
        firstOf(cable, start, end),
      place: { uri, range: rangeOf(cable.lines, place) },
    };
  });

  function firstOf({ text, paragraphs }: Cable, start: number, end: number): string {
    const paragraph = paragraphs.find(one => one.start === start);
    return paragraph ? firstWords(text, paragraph, TEXT_LENGTH) : oneLine(text.slice(start, end));
  }
}

/** The words of a span on one line, from shortly before `at`. */
function around(text: string, { start, end }: { start: number; end: number }, at: number): string {
  const from = at - start > LEAD ? text.lastIndexOf(' ', at - LEAD / 2) + 1 : start;
  const begin = Math.max(start, from);
  const words = oneLine(text.slice(begin, Math.min(end, begin + 4 * TEXT_LENGTH)));
  return (begin > start ? '… ' : '') + cutWords(words, TEXT_LENGTH);
}
