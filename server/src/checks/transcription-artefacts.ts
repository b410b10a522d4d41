import type { Artefact, ArtefactKind, Cable } from '../cable/model';
import { type Span, textOf } from '../text/span';
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
          edits: edits(cable),
          certain: false,
        },
      }),
    ];
  },
};

/** Paragraphs are numbered plainly behind a pilcrow, links become their text, everything else goes. Edits do not overlap. */
function edits(cable: Cable): readonly TextEdit[] {
  const numbers = cable.paragraphs.flatMap(({ trust, number, printed }) =>
    trust === 'repaired' && number !== null ? [{ span: spanOf(printed), newText: `¶${number}.` }] : [],
  );
  let next = 0;
  const others = cable.artefacts.flatMap(artefact => {
    while ((numbers[next]?.span.end ?? Infinity) <= artefact.start) next++;
    const renumbered = (numbers[next]?.span.start ?? Infinity) <= artefact.start;
    return renumbered ? [] : [withoutArtefact(cable, artefact)];
  });
  return [...numbers, ...others].sort((a, b) => a.span.start - b.span.start);
}

function withoutArtefact({ text }: Cable, artefact: Artefact): TextEdit {
  const span = spanOf(artefact);
  const printed = textOf(text, artefact);
  if (artefact.kind === 'link') return { span, newText: printed.slice(1, Math.max(1, printed.indexOf(']'))) };
  if (artefact.kind === 'mark') return { span, newText: text[artefact.start - 1] === '¶' ? '' : '¶' };
  const blanks = artefact.kind === 'dash' && text[artefact.end] === ' ' ? 1 : 0;
  return { span: { start: span.start, end: span.end + blanks }, newText: '' };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
