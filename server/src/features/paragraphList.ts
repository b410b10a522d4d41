import { rangeOf } from '../archive/facts';
import type { Range } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import { firstWords } from './words';

/** The longest beginning of a paragraph in a list, in UTF-16 code units. */
const WORDS_LENGTH = 80;

/** One line of a list of paragraphs. */
export interface ParagraphItem {
  /** What its number means; null if none can be told. */
  readonly number: number | null;
  /** `S/NF` */
  readonly marking: string | null;
  readonly words: string;
  readonly range: Range;
}

/** The paragraphs of a cable in the order of its text. */
export function paragraphList({ text, lines, paragraphs }: Cable): readonly ParagraphItem[] {
  return paragraphs.map(paragraph => ({
    number: paragraph.number,
    marking: paragraph.marking?.value ?? null,
    words: firstWords(text, paragraph, WORDS_LENGTH),
    range: rangeOf(lines, paragraph),
  }));
}
