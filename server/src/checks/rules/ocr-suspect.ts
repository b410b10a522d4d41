import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { type Span, textOf } from '../../text/span';
import { type Check, finding } from '../check';

/**
 * Released paper went through a scanner, which takes Z for 2, O for 0, I for 1 (cable-format 8). Once for each telegram, on the
 * first word that cannot be meant as it is; running text is not looked at.
 */
export const check: Check = {
  code: 'ocr-suspect',
  severity: 'hint',
  summary: 'A scanner misread characters of a date, a number or a keyword.',
  run(cable) {
    const { text, repairs } = cable;
    const [first] = repairs;
    if (!first) return [];
    const word = wordAround(text, first);
    const more = wordCount(cable) - 1;
    const [printed, read] = [textOf(text, word), asRead(cable, word)];
    const message =
      more === 0
        ? l10n.t('{0} read as {1}.', printed, read)
        : more === 1
          ? l10n.t('{0} read as {1}; so is 1 other word.', printed, read)
          : l10n.t('{0} read as {1}; so are {2} other words.', printed, read, more);
    return [
      finding(word, message, {
        fix: () => ({
          title: more === 0 ? l10n.t('Write {0}', read) : l10n.t('Replace all {0} misread words', more + 1),
          edits: repairs.map(({ start, end, value }) => ({ span: { start, end }, newText: value })),
          certain: false,
        }),
      }),
    ];
  },
};

const BLANK = /\s/;
/** How far a word is followed on either side. */
const REACH = 40;

/** The word that holds a span, blanks within the span included. */
function wordAround(text: string, { start, end }: Span): Span {
  let first = start;
  while (first > 0 && start - first < REACH && !BLANK.test(text.charAt(first - 1))) first--;
  let behind = end;
  while (behind < text.length && behind - end < REACH && !BLANK.test(text.charAt(behind))) behind++;
  return { start: first, end: behind };
}

/** The words with repairs in them. */
function wordCount({ text, repairs }: Cable): number {
  return new Set(repairs.map(repair => wordAround(text, repair).start)).size;
}

/** What was read in place of a span: repairs have as many characters as what they stand for. */
function asRead({ text, repairs }: Cable, { start, end }: Span): string {
  let read = '';
  let at = start;
  for (const repair of repairs) {
    if (repair.start >= end) break;
    read += text.slice(at, repair.start) + repair.value;
    at = repair.end;
  }
  return read + text.slice(at, end);
}
