import { rangeOf } from '../../archive/facts';
import type { Range, Snapshot } from '../../archive/snapshot';
import type { NoteCitation } from '../../cable/noteCitations';
import type { LineTable } from '../../text/lineTable';
import { paragraphNumbered } from '../paragraphText';
import type { Location, Reading } from '../reading';

/** A note that the user has open: a text that is no cable, among all cables. */
export interface Note {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineTable;
  /** What it names, in the order of its text; looked for when somebody asks. */
  readonly citations: readonly NoteCitation[];
  readonly snapshot: Snapshot;
  readonly cableOf: Reading['cableOf'];
}

/** A place in a cable, and whether it is that of the paragraph asked for. */
export interface CablePlace extends Location {
  readonly isParagraph: boolean;
}

/**
 * Where the cable `mrn` stands: at its classification line, or at the paragraph asked for where the copy has it. One place for each file that
 * holds it, the most complete text first; with a paragraph, the first alone. Reads that file.
 */
export function placesOf(
  { snapshot, cableOf }: Pick<Note, 'snapshot' | 'cableOf'>,
  mrn: string,
  paragraph: number | null,
): readonly CablePlace[] {
  const found = snapshot.find(mrn);
  if (paragraph !== null)
    for (const { uri, anchor } of found) {
      const cable = cableOf(uri, anchor.start);
      const meant = cable && paragraphNumbered(cable, paragraph);
      if (!cable || !meant) continue;
      const range: Range = rangeOf(cable.lines, { start: meant.start, end: meant.textStart });
      return [{ uri, range, isParagraph: true }];
    }
  return found.map(({ uri, anchor }) => ({ uri, range: anchor, isParagraph: false }));
}
