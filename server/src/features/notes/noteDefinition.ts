import { noteCitationAt } from '../../cable/noteCitations';
import type { Definition } from '../definition';
import { type Note, placesOf } from './note';

/** Where an id in a note leads: to the paragraph it names, otherwise to the cable in every file that holds it. Null where nowhere. */
export function noteDefinitionAt(note: Note, offset: number): Definition | null {
  const citation = noteCitationAt(note.text, offset);
  if (!citation) return null;
  const { start, end, mrn, paragraph } = citation;
  const places = placesOf(note, mrn, paragraph).map(({ uri, range }) => ({ uri, range }));
  return places.length > 0 ? { origin: { start, end }, places } : null;
}
