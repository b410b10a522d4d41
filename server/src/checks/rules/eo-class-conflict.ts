import * as l10n from '@vscode/l10n';
import { type Check, finding, seeAlso } from '../check';

const FOR_CLASSIFIED = /^(?:DECL|DNG|GDS|XGDS|ADS|RDS)\b/i;

/** LIMITED OFFICIAL USE is no classification by executive order: both kinds of value occur with it. */
export const check: Check = {
  code: 'eo-class-conflict',
  severity: 'warning',
  silentIn: ['sas', 'smart', 'foia'],
  summary: 'The E.O. line declassifies an unclassified telegram, or says N/A on a classified one.',
  run({ executiveOrder: line, classLine }) {
    const classification = classLine?.classification;
    const value = line?.value;
    if (!value || !classification || classification.value === 'LIMITED OFFICIAL USE') return [];
    const unclassified = classification.value === 'UNCLASSIFIED';
    if (unclassified ? !FOR_CLASSIFIED.test(value.value) : line.kind !== 'none') return [];
    const message = l10n.t('{0} does not fit {1}.', value.value, classification.value);
    return [
      finding(value, message, seeAlso(classification, l10n.t('The telegram is {0}.', classification.value))),
    ];
  },
};
