import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { normalise } from '../checks/normalise';
import { applyEdits, compose, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** Removing marks may uncover more marks; passes are limited to this many. */
const PASSES = 4;

/**
 * The edits that remove all marks of copies from a cable, or from what `span` touches of it (see `normalise`). In order
 * and without overlaps; empty if there is nothing to do.
 */
export function normaliseEdits(cable: Cable, span?: Span): readonly TextEdit[] {
  let edits: readonly TextEdit[] = [];
  let current = cable;
  let within = span;
  for (let pass = 0; pass < PASSES; pass++) {
    const more = normalise(current, within);
    if (more.length === 0) break;
    edits = compose(edits, more);
    const text = applyEdits(current.text, more);
    within = within && { start: within.start, end: within.end + text.length - current.text.length };
    const next = parseDocument(text)[cable.telegram.n - 1];
    if (!next) break;
    current = next;
  }
  return edits;
}
