import { parseDocument } from '../cable/document';
import { looksLikeCable } from '../cable/recognise';
import { normalise } from '../checks/normalise';
import { applyEdits, compose, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** What takes HTML and lost lines out of a text: `makeReadable` of imports. */
export type Plain = (text: string) => string;

/** What is taken away may uncover more; rounds, and passes over the marks in each, are limited to these many. */
const ROUNDS = 4;
const PASSES = 4;

/**
 * The edits of *Make Readable*: HTML becomes text and lost lines come back (`plain`), then the marks of copies go from its telegrams
 * (see `normalise`), in the whole text or in `span`. Marks go only where the text is a cable or `isCable` says so. In order and
 * without overlaps; done once, nothing is left to do.
 */
export function readableEdits(
  text: string,
  plain: Plain,
  isCable: boolean,
  span: Span = { start: 0, end: text.length },
): readonly TextEdit[] {
  let edits: readonly TextEdit[] = [];
  let current = text;
  let within = span;
  const make = (more: readonly TextEdit[]) => {
    if (more.length === 0) return false;
    edits = compose(edits, more);
    const after = applyEdits(current, more);
    within = { start: within.start, end: within.end + after.length - current.length };
    current = after;
    return true;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const isPlainer = make(plainEdits(current, within, plain));
    let hasMarks = false;
    for (let pass = 0; pass < PASSES && (isCable || looksLikeCable(current)); pass++) {
      if (!make(marks(current, within))) break;
      hasMarks = true;
    }
    if (!isPlainer && !hasMarks) break;
  }
  return edits;
}

function marks(text: string, span: Span): readonly TextEdit[] {
  return parseDocument(text).flatMap(cable => normalise(cable, span));
}

/** One edit of the lines that differ. */
function plainEdits(text: string, { start, end }: Span, plain: Plain): readonly TextEdit[] {
  const before = text.slice(start, end);
  const after = plain(before);
  if (after === before) return [];
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  const head = same === 0 ? 0 : before.lastIndexOf('\n', same - 1) + 1;
  let sameEnd = 0;
  while (sameEnd < most - head && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd++;
  const lineEnd = before.slice(before.length - sameEnd).search(/\r?\n/);
  const tail = lineEnd < 0 ? 0 : sameEnd - lineEnd;
  return [
    {
      span: { start: start + head, end: start + before.length - tail },
      newText: after.slice(head, after.length - tail),
    },
  ];
}
