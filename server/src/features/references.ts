import { rangeOf } from '../archive/facts';
import type { Capped } from '../archive/snapshot';
import { type Citing, citingAt, sameCitings } from './citing';
import type { Location, Reading } from './reading';

/**
 * Who cites: for a caret on a reference, every place that cites the same cable; anywhere else, every place that cites the
 * open cable. `includeDeclaration` puts the classification lines of the cable itself before them. A reference to something
 * that is not a cable (an e-mail) gives its entry and its mentions in the open cable.
 */
export function referencesAt(
  reading: Reading,
  offset: number,
  includeDeclaration: boolean,
): Capped<Location> {
  const { cable, snapshot } = reading;
  const citing = citingAt(cable, offset);
  if (citing && citing.ids.length === 0) return whole(withinCable(reading, citing, includeDeclaration));
  const ids = citing ? citing.ids : cable.mrn === null ? [] : [cable.mrn];
  const found = ids.map(id => snapshot.citedBy(id));
  const declarations = includeDeclaration ? ids.flatMap(id => snapshot.find(id)) : [];
  return {
    items: [
      ...declarations.map(entry => ({ uri: entry.uri, range: entry.anchor })),
      ...found.flatMap(({ items }) => items.map(({ source, range }) => ({ uri: source.uri, range }))),
    ],
    truncated: found.some(({ truncated }) => truncated),
  };
}

function withinCable(
  { uri, cable }: Reading,
  citing: Citing,
  includeDeclaration: boolean,
): readonly Location[] {
  return sameCitings(cable, citing)
    .filter(other => includeDeclaration || other.place === 'text')
    .map(other => ({ uri, range: rangeOf(cable.lines, other) }));
}

function whole<T>(items: readonly T[]): Capped<T> {
  return { items, truncated: false };
}
