import * as l10n from '@vscode/l10n';
import type { Artefact, Cable, Reference } from '../../cable/model';
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
    const byLine = new Map<number, [Reference, ...Reference[]]>();
    const marks = marksByEnd(cable);
    for (const item of gluedReferences(cable, marks)) {
      const line = cable.lines.lineAt(item.start);
      const onLine = byLine.get(line);
      if (onLine) onLine.push(item);
      else byLine.set(line, [item]);
    }
    return [...byLine.values()].map(onLine =>
      finding(onLine[0].label ?? onLine[0], l10n.t('Two references on one line.'), {
        fix: () => ({
          title: l10n.t('Put each reference on a line of its own'),
          edits: onLine.map(item => lineBreakBefore(cable, item, marks)),
          certain: true,
        }),
      }),
    );
  },
};

/** The references that lost a line of their own. */
function gluedReferences(cable: Cable, marks: Marks): readonly Reference[] {
  const items = cable.references?.items ?? [];
  const glued = items.filter(item => item.glued && !startsLine(cable, item));
  if (glued.length === 0) return glued;
  const ownLine = items.slice(1).filter(item => !item.glued && item.label);
  return ownLine.length >= glued.length ? glued : glued.filter(item => isMarked(cable, item, marks));
}

/** What gives each reference that lost its line one again. */
export function splitReferences(cable: Cable): readonly TextEdit[] {
  const marks = marksByEnd(cable);
  return gluedReferences(cable, marks).map(item => lineBreakBefore(cable, item, marks));
}

/** What copies left, by the offset behind it. */
type Marks = ReadonlyMap<number, Artefact>;

function marksByEnd({ artefacts }: Cable): Marks {
  const marks = new Map<number, Artefact>();
  for (const artefact of artefacts) if (!marks.has(artefact.end)) marks.set(artefact.end, artefact);
  return marks;
}

/** Where an item begins: its letter, or the parenthesis before that. */
function beginning({ text }: Cable, { label, start }: Reference): number {
  const letter = label?.start ?? start;
  return text[letter - 1] === '(' ? letter - 1 : letter;
}

/** Whether nothing but blanks stands before an item on its line; then it has a line of its own. */
function startsLine(cable: Cable, item: Reference): boolean {
  let at = beginning(cable, item);
  while (cable.text[at - 1] === ' ' || cable.text[at - 1] === '\t') at--;
  return at === 0 || cable.text[at - 1] === '\n' || cable.text[at - 1] === '\r';
}

/** Whether a paragraph mark or what copies made of it stands before an item. */
function isMarked(cable: Cable, item: Reference, marks: Marks): boolean {
  const start = beginning(cable, item);
  return cable.text[start - 1] === '¶' || marks.has(start);
}

/** Replaces the mark and the blanks before an item by a line break. */
function lineBreakBefore(cable: Cable, item: Reference, marks: Marks): TextEdit {
  const end = beginning(cable, item);
  const mark = marks.get(end);
  let start = mark?.start ?? (cable.text[end - 1] === '¶' ? end - 1 : end);
  while (cable.text[start - 1] === ' ' || cable.text[start - 1] === '\t') start--;
  return { span: { start, end }, newText: cable.lines.breakAt(cable.lines.lineAt(start)) };
}
