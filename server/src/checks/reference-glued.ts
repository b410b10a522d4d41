import type { Reference } from '../cable/model';
import { type Check, finding, type TextEdit } from './check';

/** Once for each line, at the first letter that should stand on a line of its own. */
export const check: Check = {
  code: 'reference-glued',
  severity: 'hint',
  summary: 'Two references stand on one line.',
  run({ text, lines, references }) {
    const glued = (references?.items ?? []).filter(item => item.glued);
    return glued.flatMap((item, i) => {
      const line = lines.lineAt(item.start);
      const before = glued[i - 1];
      if (before && lines.lineAt(before.start) === line) return [];
      const onLine = glued.filter(other => lines.lineAt(other.start) === line);
      return [
        finding(item.label ?? item, 'Two references on one line.', {
          fix: {
            title: 'Put each reference on a line of its own',
            edits: onLine.map(other => lineBreakBefore(text, other)),
            certain: true,
          },
        }),
      ];
    });
  },
};

/** Replaces the blanks and the copy artefact before a reference by a line break. */
function lineBreakBefore(text: string, item: Reference): TextEdit {
  const end = item.label?.start ?? item.start;
  let start = end;
  while (start > 0 && ' \t*1[](#)¶'.includes(text.charAt(start - 1))) start--;
  // The artefact stands behind a blank; a serial that ends in 1 is no artefact.
  while (start < end && !' \t'.includes(text.charAt(start))) start++;
  return { span: { start, end }, newText: '\n' };
}
