import type { Cable } from '../cable/model';
import type { TextEdit } from '../text/edit';
import { type Span, textOf } from '../text/span';

/**
 * A comma within a word, before an ending that follows an apostrophe: `Zelaya,s`, `we,re`. Copies that lost curly
 * quotation marks lost the apostrophe too (cable-format 5.2). A single letter before it is one of a list: `1.4 (b,d)`.
 */
const LOST = /(?<=[A-Za-z-][A-Za-z]),(?=(?:s|t|re|ve|ll|d|m)(?![A-Za-z]))/g;

/** What restores the apostrophes of subject and text, or of what `span` touches of them. In order. */
export function restoringApostrophes({ text, subject, body }: Cable, span?: Span): readonly TextEdit[] {
  const places = [...(subject?.lines ?? []), body].flatMap(part =>
    [...textOf(text, part).matchAll(LOST)].map(({ index }) => ({
      start: part.start + index,
      end: part.start + index + 1,
    })),
  );
  return places
    .filter(({ start, end }) => !span || (start <= span.end && span.start <= end))
    .map(place => ({ span: place, newText: "'" }));
}
