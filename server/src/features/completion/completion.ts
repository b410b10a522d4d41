import type { Span } from '../../text/span';

/** One entry of a list of what may be written at the caret. */
export interface Completion {
  readonly kind: 'tag' | 'cable' | 'letter' | 'caption' | 'precedence' | 'station' | 'paragraph';
  /** What is listed, and written. */
  readonly text: string;
  /** What it means, in a few words; empty if that is not known. */
  readonly detail: string;
  /** What the typed characters are compared with, where that is more than `text`. */
  readonly filter?: string;
  /** What it takes the place of: what is typed already, on one line. */
  readonly replaces: Span;
}

/** The most entries of one list; the editor asks again, with more typed, where it was truncated. */
export const COMPLETION_LIMIT = 100;
