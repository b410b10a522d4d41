import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import type { Span } from '../../text/span';
import { type Check, finding, seeAlso } from '../check';
import { headPrintedTwice } from './printedTwice';

/** The first counts. A line of the running text that only begins with the word, behind a paragraph's mark, is none. */
export const check: Check = {
  code: 'subject-repeated',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'There are two SUBJECT lines.',
  run(cable) {
    const { text, lines, subject } = cable;
    const second = subject && secondSubject(cable);
    if (!subject || !second || headPrintedTwice(cable)) return [];
    const start = second.start + text.slice(second.start, second.end).search(/\S/);
    const wording = SUBJECT.exec(text.slice(start, second.end));
    const isSame = subject.lines.length === 1 && wording?.[1]?.trim() === subject.value;
    const first = lines.lineAt(second.start);
    return [
      finding({ start, end: second.end }, l10n.t('SUBJECT stands twice.'), {
        ...seeAlso(subject.keyword, l10n.t('The first SUBJECT, which counts.')),
        ...(isSame
          ? {
              fix: () => ({
                title: l10n.t('Delete the second SUBJECT'),
                edits: [{ span: { start: second.start, end: lines.start(first + 1) }, newText: '' }],
                certain: true,
              }),
            }
          : {}),
      }),
    ];
  },
};

const SUBJECT = /^SUBJ(?:ECT)?\s{0,3}[:;](.*)$/i;

/** The line between the subject and the first line of the running text, this one included, that begins with the keyword. */
function secondSubject({ text, lines, subject, body, telegram }: Cable): Span | null {
  if (!subject) return null;
  const last = lines.lineAt(body.start < body.end ? body.start : subject.end + REACH);
  const from = lines.lineAt(subject.start) + 1;
  for (let line = from; line <= last && lines.start(line) < telegram.end; line++) {
    const span = lines.span(line);
    if (SUBJECT.test(text.slice(span.start, span.end).trim())) return span;
    if (span.end >= text.length) break;
  }
  return null;
}

/** How far behind the subject a copy without running text is looked at. */
const REACH = 400;
