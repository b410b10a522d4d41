import * as l10n from '@vscode/l10n';
import type { ArtefactKind } from '../../cable/model';
import { type Check, finding } from '../check';
import { normalise } from '../normalise';

/** What messages call the kinds of artefact. */
function nameOf(kind: ArtefactKind): string {
  switch (kind) {
    case 'mark':
      return l10n.t('paragraph marks');
    case 'dash':
      return l10n.t('list dashes');
    case 'link':
      return l10n.t('links');
    case 'heading':
      return l10n.t('heading marks');
    case 'line-break':
      return l10n.t('line break marks');
  }
}

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
    const kinds = [...new Set(artefacts.map(({ kind }) => kind))].map(nameOf).join(', ');
    const message =
      count === 1
        ? l10n.t('1 line carries copy artefacts ({0}).', kinds)
        : l10n.t('{0} lines carry copy artefacts ({1}).', count, kinds);
    return [
      finding(first, message, {
        fix: () => ({
          title: l10n.t('Take the copy artefacts off the whole text'),
          edits: normalise(cable),
          certain: false,
        }),
      }),
    ];
  },
};
