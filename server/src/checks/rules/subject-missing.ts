import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { firstWord, isPreambleComplete } from './headerLines';
import { placeOfId } from './statedIdentity';

export const check: Check = {
  code: 'subject-missing',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'A complete text has no SUBJECT line.',
  run(cable) {
    const { subject, tags, executiveOrder, classLine } = cable;
    if (subject || !classLine || !isPreambleComplete(cable)) return [];
    const above = tags ?? executiveOrder;
    const place = above ? firstWord(cable.text, above) : placeOfId(cable);
    return [finding(place, l10n.t('No SUBJECT line.'))];
  },
};
