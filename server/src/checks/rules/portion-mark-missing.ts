import * as l10n from '@vscode/l10n';
import type { Cable, Paragraph } from '../../cable/model';
import { type Check, finding } from '../check';
import { isRedacted } from './redaction';

/** How many of the paragraphs must be marked before a bare one stands out. */
const SHARE = 0.8;

/** 5 FAH-1 H-246.2; one mark may speak for the whole text instead. */
export const check: Check = {
  code: 'portion-mark-missing',
  severity: 'hint',
  silentIn: ['foia'],
  summary: 'A paragraph has no classification mark, but the others have one.',
  run(cable) {
    const numbered = cable.paragraphs.filter(({ number }) => number !== null);
    const bare = numbered.filter(paragraph => !paragraph.marking && isSound(cable.text, paragraph));
    if (bare.length === 0 || bare.length > numbered.length * (1 - SHARE) || speaksForAll(cable)) return [];
    return bare.map(({ number, printed }) =>
      finding(printed, l10n.t('Paragraph {0} has no classification mark; the others have.', number ?? '')),
    );
  },
};

/** How much of a paragraph is looked at. */
const REACH = 1000;
/** A mark that a slip has changed: `(/NF)`, `(N/SF)`. */
const CHANGED = /^\(\/?\s?[A-Z]{0,3}\/\s?[A-Z][A-Z ]{0,15}\)/i;
/** The mark of a part of the paragraph, at the start of a line or behind a title. */
const PART = /(?:^|\n|:)[\s•*-]{0,8}\((?:TS|S|C|SBU|U|LOU)(?:[/, -]{1,2}[A-Z]{1,8})?\)/;

/** Whether a paragraph without a mark should have one: its words are there, and no part of it is marked. */
function isSound(text: string, { textStart, end }: Paragraph): boolean {
  const words = text.slice(textStart, Math.min(end, textStart + REACH));
  return !isRedacted(words) && !CHANGED.test(words) && !PART.test(words);
}

function speaksForAll({ text, paragraphs }: Cable): boolean {
  const [first] = paragraphs;
  if (!first) return false;
  if (first.isMarkedForEntireText) return true;
  return text
    .slice(first.textStart, first.textStart + 60)
    .toUpperCase()
    .includes('ENTIRE TEXT');
}
