import * as l10n from '@vscode/l10n';
import { type Check, finding, seeAlso } from '../check';
import { isMixedRecord } from './statedIdentity';

/** X18: six of 1,194 records join the header of one telegram and the text of another. */
export const check: Check = {
  code: 'header-text-mismatch',
  severity: 'warning',
  summary: 'FM line and classification line name different stations: header and text may be two telegrams.',
  run(cable) {
    const from = cable.transmission.from;
    const line = cable.classLine;
    if (!from || !line?.post || !isMixedRecord(cable)) return [];
    const text = cable.mrn ?? line.post.value;
    const message = l10n.t(
      'Header is from {0}; the text is {1}. They may be two telegrams.',
      from.value,
      text,
    );
    return [finding(line.post, message, seeAlso(from, l10n.t('The header is from {0}.', from.value)))];
  },
};
