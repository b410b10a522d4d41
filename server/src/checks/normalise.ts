import type { Artefact, Cable } from '../cable/model';
import { conflict, type TextEdit } from '../text/edit';
import { type Span, textOf } from '../text/span';
import { splitReferences } from './rules/reference-glued';

/**
 * What takes the marks of copies off a telegram, and nothing else: paragraphs are numbered plainly after a pilcrow with the
 * number that they mean, links become their text, heading marks, list dashes and line break marks go, and references that
 * were run together get lines of their own. With `span` only what touches it. In order and without overlaps; done once,
 * nothing is left to do. Empty for copies of other kinds than web copies, where such marks mean something else.
 */
export function normalise(cable: Cable, span?: Span): readonly TextEdit[] {
  if (cable.dialect !== 'cablegate') return [];
  const edits = [...splitReferences(cable), ...numbers(cable), ...artefacts(cable)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  // A mark may be a part of what a larger edit replaces.
  const apart = edits.reduce<TextEdit[]>((kept, edit) => {
    const last = kept.at(-1);
    if (!last || !conflict(last, edit)) kept.push(edit);
    return kept;
  }, []);
  return span ? apart.filter(edit => edit.span.start <= span.end && span.start <= edit.span.end) : apart;
}

function numbers({ paragraphs }: Cable): readonly TextEdit[] {
  return paragraphs
    .filter(({ trust, number }) => trust === 'repaired' && number !== null)
    .map(({ number, printed: { start, end } }) => ({ span: { start, end }, newText: `¶${number}.` }));
}

function artefacts(cable: Cable): readonly TextEdit[] {
  return cable.artefacts.map(artefact => ({
    span: { start: artefact.start, end: endWithBlanks(cable, artefact) },
    newText: plain(cable, artefact),
  }));
}

/** What stands for an artefact in a plain text. */
function plain({ text }: Cable, artefact: Artefact): string {
  switch (artefact.kind) {
    case 'link': {
      const printed = textOf(text, artefact);
      const code = printed.slice(1, Math.max(1, printed.indexOf(']')));
      // Links may stand side by side without a blank; codes may not.
      return /[^\s,;\\]/.test(text.charAt(artefact.end)) ? `${code} ` : code;
    }
    case 'mark':
      return text[artefact.start - 1] === '¶' ? '' : '¶';
    default:
      return '';
  }
}

/** The end of an artefact; the blanks after a list dash belong to it, and so do further marks of a heading. */
function endWithBlanks({ text }: Cable, { kind, end }: Artefact): number {
  let at = end;
  if (kind === 'dash') while (text[at] === ' ' || text[at] === '\t') at++;
  // A mark of up to six signs may stand before another.
  if (kind === 'heading') while (text[at] === '#' || text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
