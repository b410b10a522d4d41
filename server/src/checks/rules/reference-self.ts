import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn, seeAlso } from '../check';
import { placeOfId } from './statedIdentity';

export const check: Check = {
  code: 'reference-self',
  severity: 'information',
  summary: 'The telegram cites itself.',
  run(cable) {
    const { references, mrn } = cable;
    return findingsIn(references?.items ?? [], item =>
      mrn !== null && item.mrn === mrn
        ? finding(
            item,
            l10n.t('The telegram cites itself.'),
            seeAlso(placeOfId(cable), l10n.t('This is {0}.', mrn)),
          )
        : null,
    );
  },
};
