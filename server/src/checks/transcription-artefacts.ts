import type { Artefact, ArtefactKind, Cable } from '../cable/model';
import { textOf } from '../text/span';
import { type Check, finding, type TextEdit } from './check';

/** What messages call the kinds of artefact. */
const NAMES: Readonly<Record<ArtefactKind, string>> = {
  mark: 'paragraph marks',
  dash: 'list dashes',
  link: 'links',
  heading: 'heading marks',
  'line-break': 'line break marks',
};

/** Once for each telegram, on the first artefact. A plain pilcrow and trailing blanks are none. */
export const check: Check = {
  code: 'transcription-artefacts',
  severity: 'hint',
  summary: 'Lines carry marks that a copy added to the text.',
  run(cable) {
    const { artefacts, lines } = cable;
    const [first] = artefacts;
    if (!first) return [];
    const count = new Set(artefacts.map(artefact => lines.lineAt(artefact.start))).size;
    const kinds = [...new Set(artefacts.map(artefact => NAMES[artefact.kind]))].join(', ');
    const carry = count === 1 ? '1 line carries' : `${count} lines carry`;
    return [
      finding(first, `${carry} copy artefacts (${kinds}).`, {
        fix: {
          title: 'Take the copy artefacts off the whole text',
          edits: artefacts.map(artefact => withoutArtefact(cable, artefact)),
          certain: false,
        },
      }),
    ];
  },
};

/** Paragraph marks become pilcrows again, links their text; everything else goes. */
function withoutArtefact({ text }: Cable, artefact: Artefact): TextEdit {
  const span = { start: artefact.start, end: artefact.end };
  const printed = textOf(text, artefact);
  if (artefact.kind === 'link') return { span, newText: printed.slice(1, Math.max(1, printed.indexOf(']'))) };
  const pilcrow = artefact.kind === 'mark' && text[artefact.start - 1] !== '¶';
  return { span, newText: pilcrow ? '¶' : '' };
}
