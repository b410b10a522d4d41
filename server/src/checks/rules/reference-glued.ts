import type { Cable, Reference } from '../../cable/model';
import { type Check, finding, type TextEdit } from '../check';

/**
 * Many drafters put a short list on one line: that is not damage. So an artefact must stand before the letter, or the list
 * must otherwise have its letters at the start of lines. Once for each line, at the first letter that lost its own.
 */
export const check: Check = {
  code: 'reference-glued',
  severity: 'hint',
  silentIn: ['sas', 'smart', 'foia'],
  summary: 'Two references that had separate lines are on one.',
  run(cable) {
    const glued = gluedReferences(cable);
    return glued.flatMap((item, i) => {
      const line = cable.lines.lineAt(item.start);
      const before = glued[i - 1];
      if (before && cable.lines.lineAt(before.start) === line) return [];
      const onLine = glued.filter(other => cable.lines.lineAt(other.start) === line);
      return [
        finding(item.label ?? item, 'Two references on one line.', {
          fix: {
            title: 'Put each reference on a line of its own',
            edits: onLine.map(other => lineBreakBefore(cable, other)),
            certain: true,
          },
        }),
      ];
    });
  },
};

/** The references that lost a line of their own. */
function gluedReferences(cable: Cable): readonly Reference[] {
  const items = cable.references?.items ?? [];
  const glued = items.filter(item => item.glued);
  if (glued.length === 0) return glued;
  const ownLine = items.slice(1).filter(item => !item.glued && item.label);
  return ownLine.length >= glued.length ? glued : glued.filter(item => isMarked(cable, item));
}

/** What gives each reference that lost its line one again. */
export function splitReferences(cable: Cable): readonly TextEdit[] {
  return gluedReferences(cable).map(item => lineBreakBefore(cable, item));
}

/** Where an item begins: its letter, or the parenthesis before that. */
function beginning({ text }: Cable, { label, start }: Reference): number {
  const letter = label?.start ?? start;
  return text[letter - 1] === '(' ? letter - 1 : letter;
}

/** Whether a paragraph mark or what copies made of it stands before an item. */
function isMarked(cable: Cable, item: Reference): boolean {
  const start = beginning(cable, item);
  return cable.text[start - 1] === '¶' || cable.artefacts.some(artefact => artefact.end === start);
}

/** Replaces the mark and the blanks before an item by a line break. */
function lineBreakBefore(cable: Cable, item: Reference): TextEdit {
  const end = beginning(cable, item);
  const mark = cable.artefacts.find(artefact => artefact.end === end);
  let start = mark?.start ?? (cable.text[end - 1] === '¶' ? end - 1 : end);
  while (cable.text[start - 1] === ' ' || cable.text[start - 1] === '\t') start--;
  return { span: { start, end }, newText: cable.lines.breakAt(cable.lines.lineAt(start)) };
}
