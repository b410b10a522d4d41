import * as l10n from '@vscode/l10n';
import { classificationRank } from '../../reference/markings';
import { type Check, finding } from '../check';
import { isPreambleComplete } from './headerLines';

/** The orders under which the classifier is named in the text (5 FAH-1 H-246). */
const ORDERS = new Set(['12958', '13292', '13526']);

export const check: Check = {
  code: 'authority-missing',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'A classified telegram does not say who classified it.',
  run(cable) {
    const { executiveOrder, classLine, authority, body } = cable;
    const classification = classLine?.classification;
    // It ends the preamble: a copy with nothing after that may break off before it.
    if (body.start === body.end) return [];
    if (authority || !classification || !executiveOrder?.number || !isPreambleComplete(cable)) return [];
    if ((classificationRank(classification.value) ?? 0) < 2 || !ORDERS.has(executiveOrder.number.value))
      return [];
    return [finding(classification, l10n.t('Classified telegram without "Classified By".'))];
  },
};
