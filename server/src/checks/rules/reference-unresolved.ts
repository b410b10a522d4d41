import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn } from '../check';

/** Nearly nine in ten references point outside any one folder, so this is for collections that mean to be complete. */
export const check: Check = {
  code: 'reference-unresolved',
  severity: 'hint',
  offByDefault: true,
  summary: 'A reference names a telegram that is not in the workspace.',
  run({ references }, { isHere }) {
    return findingsIn(references?.items ?? [], item =>
      item.mrn !== null && !isHere(item.mrn)
        ? finding(item, l10n.t('{0} is not in the workspace.', item.mrn))
        : null,
    );
  },
};
