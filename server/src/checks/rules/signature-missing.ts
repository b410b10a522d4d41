import * as l10n from '@vscode/l10n';
import { type Check, finding } from '../check';

/** How much of the last line is looked through for its last word. */
const REACH = 80;

/** More than a quarter of the copies end without one. */
export const check: Check = {
  code: 'signature-missing',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'A complete text does not end with a signature.',
  run({ text, signature, classLine, partial, body, paragraphs }) {
    if (signature || !classLine || partial || paragraphs.length === 0) return [];
    const ending = text.slice(Math.max(body.start, body.end - REACH), body.end);
    const word = /\S+$/.exec(ending)?.[0] ?? ending;
    return [
      finding({ start: body.end - word.length, end: body.end }, l10n.t('The text ends without a signature.')),
    ];
  },
};
