import * as l10n from '@vscode/l10n';
import type { Addressee, Cable } from '../../cable/model';
import { postOfAddress } from '../../reference/routing';
import { type Check, finding, seeAlso } from '../check';
import { originatingPost } from './statedIdentity';

/** Fewer addressees behind the first may all be meant for action. */
const LEAST = 2;

/**
 * A post writes to the Department for action, and to others for information: no published telegram of a post that names the
 * Department first and two more addressees has them all behind TO. The list breaks where the precedence first changes.
 */
export const check: Check = {
  code: 'info-keyword-missing',
  severity: 'information',
  silentIn: ['sas', 'smart', 'foia'],
  summary: 'Information addressees stand behind TO.',
  run(cable) {
    const first = firstForInformation(cable);
    if (!first) return [];
    const line = cable.lines.lineAt(first.start) + 1;
    const to = cable.transmission.order.find(({ part }) => part === 'TO');
    const message = l10n.t('Addressees from line {0} are probably INFO.', line);
    return [
      finding(
        first,
        message,
        to ? seeAlso({ start: to.start, end: to.start + 2 }, l10n.t('TO is here.')) : {},
      ),
    ];
  },
};

function firstForInformation(cable: Cable): Addressee | null {
  const { to, info, order } = cable.transmission;
  const post = originatingPost(cable);
  const [action, ...others] = to;
  if (info.length > 0 || order.some(({ part }) => part === 'INFO') || others.length < LEAST) return null;
  if (!action || post === null || post === DEPARTMENT || postOfAddress(action.name.value) !== DEPARTMENT)
    return null;
  const precedence = action.precedence?.value;
  return others.find(other => other.precedence?.value !== precedence) ?? others[0] ?? null;
}

const DEPARTMENT = 'STATE';
