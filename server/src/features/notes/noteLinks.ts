import type { Span } from '../../text/span';
import { type Note, placesOf } from './note';

/** A link in a note. Where it leads is looked up by `noteLinkTarget`, for a paragraph is found by reading its cable. */
export interface NoteLink extends Span {
  readonly mrn: string;
  readonly paragraph: number | null;
  /** Id and subject of the cable, with the paragraph. */
  readonly tooltip: string;
}

/** A link for every id in a note whose cable is here; what is a link of its own is left out. */
export function noteLinksOf({ text, citations, snapshot }: Note): readonly NoteLink[] {
  return citations.flatMap(({ start, end, mrn, paragraph }): NoteLink[] => {
    if (text.slice(start, end).includes('://')) return [];
    const [entry] = snapshot.find(mrn);
    if (!entry) return [];
    const id = paragraph === null ? entry.mrn : `${entry.mrn} ¶${paragraph}`;
    return [{ start, end, mrn, paragraph, tooltip: [id, entry.subject].filter(Boolean).join(' · ') }];
  });
}

/** The file's uri with `#L` and the line, counting from 1; null for a cable that is not here. */
export function noteLinkTarget(
  note: Pick<Note, 'snapshot' | 'cableOf'>,
  mrn: string,
  paragraph: number | null,
): string | null {
  const [place] = placesOf(note, mrn, paragraph);
  return place ? `${place.uri}#L${place.range.start.line + 1}` : null;
}
