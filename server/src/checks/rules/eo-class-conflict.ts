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
    const message = `${value.value} does not fit ${classification.value}.`;
    return [finding(value, message, seeAlso(classification, `The telegram is ${classification.value}.`))];
  },
};
