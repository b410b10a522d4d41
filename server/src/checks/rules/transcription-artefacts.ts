import type { ArtefactKind } from '../../cable/model';
import { type Check, finding } from '../check';
import { normalise } from '../normalise';

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
  silentIn: ['sas', 'smart', 'foia'],
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
        fix: { title: 'Take the copy artefacts off the whole text', edits: normalise(cable), certain: false },
      }),
    ];
  },
};
