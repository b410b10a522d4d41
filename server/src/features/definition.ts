import { rangeOf } from '../archive/facts';
import type { Span } from '../text/span';
import { citingAt } from './citing';
import type { Location, Reading } from './reading';

export interface Definition {
  /** The reference under the caret. */
  readonly origin: Span;
  readonly places: readonly Location[];
}

/**
 * Where a reference leads: to the classification line of every file that holds the cable cited, the most complete text
 * first. A mention of which no cable is in the workspace leads to its entry in the REF field. Null for a caret that is on no
 * reference, and for one that leads nowhere.
 */
export function definitionAt({ uri, cable, snapshot }: Reading, offset: number): Definition | null {
  const citing = citingAt(cable, offset);
  if (!citing) return null;
  const { start, end } = citing;
  const found = citing.ids
    .flatMap(id => snapshot.find(id))
    .map((entry): Location => ({ uri: entry.uri, range: entry.anchor }));
  const listed = citing.place === 'list' ? [] : citing.items;
  const places =
    found.length > 0 ? found : listed.map((item): Location => ({ uri, range: rangeOf(cable.lines, item) }));
  return places.length > 0 ? { origin: { start, end }, places } : null;
}
