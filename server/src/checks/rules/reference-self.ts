import { type Check, finding, seeAlso } from '../check';
import { placeOfId } from './statedIdentity';

export const check: Check = {
  code: 'reference-self',
  severity: 'information',
  summary: 'The telegram cites itself.',
  run(cable) {
    const { references, mrn } = cable;
    return (references?.items ?? []).flatMap(item =>
      mrn !== null && item.mrn === mrn
        ? [finding(item, 'The telegram cites itself.', seeAlso(placeOfId(cable), `This is ${mrn}.`))]
        : [],
    );
  },
};
