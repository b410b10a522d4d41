import type { Span } from './span';

/** One replacement in a text; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text after `edits`, which refer to `text` and do not overlap; in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Whether two edits cannot both be made: they change the same characters, or begin at the same place. */
export function conflict(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** Edits that can all be made, by their place. */
export class DisjointEdits {
  readonly #edits: TextEdit[] = [];

  /** Whether `edit` and one of these cannot both be made; only its neighbours can be in its way. */
  conflictsWith(edit: TextEdit): boolean {
    const next = this.#indexOf(edit);
    return [this.#edits[next - 1], this.#edits[next]].some(other => other && conflict(edit, other));
  }

  /** Adds an edit that conflicts with none of these. */
  add(edit: TextEdit): void {
    this.#edits.splice(this.#indexOf(edit), 0, edit);
  }

  /** The index of the first edit that starts behind the start of `edit`. */
  #indexOf({ span }: TextEdit): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The edits of a text that do at once what `first` does and then `second`, which refers to the text after `first`. In order,
 * and without overlaps.
 */
export function compose(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  return toEdits(edited(edited([WHOLE], first), second));
}

/** A stretch of a text that is being edited: kept from the original, or put in. */
type Piece = Span | string;

/** The original up to its end, whose place need not be known. */
const WHOLE: Span = { start: 0, end: Number.MAX_SAFE_INTEGER };

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

/** The piece from `from` to `to`, counted from its own start. */
function cut(piece: Piece, from: number, to: number): Piece {
  if (typeof piece === 'string') return piece.slice(from, to);
  return { start: piece.start + from, end: piece.start + to };
}

/** The pieces after edits that refer to the text which the pieces make. */
function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const ordered = inOrder(edits);
  let next = 0;
  let start = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    let at = 0;
    for (let edit = ordered[next]; edit && edit.span.start < start + length; edit = ordered[next]) {
      if (edit.span.start >= start) result.push(cut(piece, at, edit.span.start - start), edit.newText);
      at = Math.min(length, edit.span.end - start);
      // What the edit takes away may reach into the pieces behind this one.
      if (edit.span.end > start + length) break;
      next++;
    }
    result.push(cut(piece, at, length));
    start += length;
  }
  return result.filter(piece => lengthOf(piece) > 0);
}

/** What must be done to the original to get the pieces, which keep its order. */
function toEdits(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (newText !== '' || piece.start > at) edits.push({ span: { start: at, end: piece.start }, newText });
    at = piece.end;
    newText = '';
  }
  return edits;
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}
