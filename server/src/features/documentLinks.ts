import type { Span } from '../text/span';
import { citingsOf } from './citing';
import type { Reading } from './reading';

export interface Link extends Span {
  /** Opens the cited cable at its classification line: the file's uri with `#L` and the line, counting from 1. */
  readonly target: string;
  /** Id and subject of the cited cable. */
  readonly tooltip: string;
}

/** A link for every reference to exactly one cable that another file of the workspace holds, in the order of the text. */
export function linksOf({ uri, cable, snapshot }: Reading): readonly Link[] {
  const links = citingsOf(cable).flatMap(({ start, end, ids }): Link[] => {
    const [id] = ids;
    const [entry] = id !== undefined && ids.length === 1 ? snapshot.find(id) : [];
    if (!entry || entry.uri === uri) return [];
    const line = entry.anchor.start.line + 1;
    const tooltip = [entry.mrn, entry.subject].filter(part => part !== null).join(' · ');
    return [{ start, end, target: `${entry.uri}#L${line}`, tooltip }];
  });
  return links.sort((a, b) => a.start - b.start);
}
