import { SECURITY_LETTERS } from '../../reference/markings';
import { type Check, finding, seeAlso } from '../check';
import { letterOf } from './securityGroup';
import { isMixedRecord } from './statedIdentity';

/**
 * X7: broken only where header and text belong to two telegrams, and where they name two stations `header-text-mismatch` says so. LIMITED OFFICIAL USE
 * has no letter of its own.
 */
export const check: Check = {
  code: 'security-mismatch',
  severity: 'warning',
  summary: 'The security warning and the classification line name different classifications.',
  run(cable) {
    const {
      transmission: { security },
      classLine,
    } = cable;
    const header = SECURITY_LETTERS.get((security && letterOf(security)) ?? '');
    const text = classLine?.classification;
    if (!security || !header || !text || isMixedRecord(cable)) return [];
    if (header === text.value || text.value === 'LIMITED OFFICIAL USE') return [];
    const message = `Header is marked ${header}; the text is ${text.value}.`;
    return [finding(security.group, message, seeAlso(text, `The classification line says ${text.value}.`))];
  },
};
