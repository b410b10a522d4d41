import * as l10n from '@vscode/l10n';
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
    const message = l10n.t('Header is marked {0}; the text is {1}.', header, text.value);
    return [
      finding(
        security.group,
        message,
        seeAlso(text, l10n.t('The classification line says {0}.', text.value)),
      ),
    ];
  },
};
