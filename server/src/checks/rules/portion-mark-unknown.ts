import * as l10n from '@vscode/l10n';
import { isKnownMarking, portionRank } from '../../reference/markings';
import { type Check, finding, findingsIn } from '../check';

export const check: Check = {
  code: 'portion-mark-unknown',
  severity: 'hint',
  silentIn: ['foia'],
  summary: 'A portion mark begins like one and goes on in an unknown way.',
  run({ paragraphs }) {
    return findingsIn(paragraphs, ({ marking }) =>
      marking && !isKnownMarking(marking.value) && portionRank(marking.value) !== null
        ? finding(marking, l10n.t('Mark ({0}) not known.', marking.value))
        : null,
    );
  },
};
