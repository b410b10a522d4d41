import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { firstWord, isPreambleComplete } from './headerLines';
import { placeOfId } from './statedIdentity';

export const check: Check = {
  code: 'tags-missing',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'A complete text has no TAGS line.',
  run(cable) {
    const { tags, executiveOrder, classLine } = cable;
    if (tags || !classLine || !isPreambleComplete(cable)) return [];
    const place = executiveOrder ? firstWord(cable.text, executiveOrder) : placeOfId(cable);
    return [finding(place, l10n.t('No TAGS line.'))];
  },
};
