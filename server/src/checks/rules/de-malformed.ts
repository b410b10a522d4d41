import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';
import { unreadableWord } from './headerLines';

const WORDS = [/^DE$/, /^R[A-Z]{3,6}$/, /^#\d{4}(?:\/\d\d)?$/, /^\d{7}$/];

/** FL3 (5 FAH-2 H-321): `DE RI #nnnn[/ss] dddhhmm`. */
export const check: Check = {
  code: 'de-malformed',
  severity: 'error',
  silentIn: ['foia'],
  summary: 'A line begins like a DE line but cannot be read as one.',
  run({ text, transmission: { de } }) {
    if (!de || de.ri) return [];
    const word = unreadableWord(text, de, WORDS);
    return [finding(word, l10n.t('DE line not readable: expected "DE RI #nnnn[/ss] dddhhmm".'))];
  },
};
