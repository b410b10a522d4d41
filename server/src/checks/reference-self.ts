import { type Check, finding } from './check';

export const check: Check = {
  code: 'reference-self',
  severity: 'information',
  summary: 'The telegram cites itself.',
  run({ references, mrn }) {
    return (references?.items ?? []).flatMap(item =>
      mrn !== null && item.mrn === mrn ? [finding(item, 'The telegram cites itself.')] : [],
    );
  },
};
