import * as l10n from '@vscode/l10n';
import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import { meaningAt } from './meanings';
import type { Reading } from './reading';
import { cutWords } from './words';

/** The header of a cable, line by line, with what each line and each code in it is. */
export interface ExplainedHeader {
  readonly mrn: string | null;
  readonly lines: readonly ExplainedLine[];
  /** Whether the header goes on after the last of these lines. */
  readonly truncated: boolean;
}

export interface ExplainedLine {
  /** Counting from 0. */
  readonly line: number;
  /** The line as printed, without blanks around it. */
  readonly text: string;
  /** What kind of line it is; empty where it goes on with the kind of the line above, or is none that is known. */
  readonly is: string;
  readonly codes: readonly ExplainedCode[];
}

export interface ExplainedCode {
  readonly code: string;
  readonly reading: string;
  readonly notes: readonly string[];
}

/** So many lines, and so many words in them, are explained at most: lists of addressees can be long. */
const LINES = 120;
const WORDS = 2000;
/** The longest line that is shown, in UTF-16 code units; longer ones are cut and explained as far as they are shown. */
const LONGEST = 300;

/**
 * The lines above the text of a cable, from its first to the one before the first paragraph or heading, each with what hovers say of the
 * codes in it (`meaningAt`) and of the references (5 FAH-2 H-321). Blank lines are left out.
 */
export function explainHeader({ cable, snapshot }: Pick<Reading, 'cable' | 'snapshot'>): ExplainedHeader {
  const { lines: table, text, telegram } = cable;
  const kinds = kindsOf(cable);
  const end = endOfHeader(cable);
  const explained: ExplainedLine[] = [];
  let words = WORDS;
  let lastKind = '';
  for (let line = table.lineAt(telegram.start); line < table.count; line++) {
    const whole = table.span(line);
    if (whole.start >= end) break;
    const printed = text.slice(whole.start, Math.min(whole.end, whole.start + LONGEST, end)).trim();
    if (printed === '') continue;
    if (explained.length === LINES || words <= 0)
      return { mrn: cable.mrn, lines: explained, truncated: true };
    const span = { start: whole.start, end: Math.min(whole.end, whole.start + LONGEST) };
    const kind =
      kinds.find(([of]) => of.start < Math.max(span.end, span.start + 1) && of.end > span.start)?.[1] ?? '';
    words -= printed.split(/\s/).length;
    explained.push({
      line,
      text: printed,
      is: kind === lastKind ? '' : kind,
      codes: [...codesIn(cable, span), ...referencesIn(cable, span, snapshot)],
    });
    lastKind = kind;
  }
  return { mrn: cable.mrn, lines: explained, truncated: false };
}

/** The parts of the header and what they are; the first that a line belongs to counts. */
function kindsOf(cable: Cable): readonly (readonly [Span, string])[] {
  const { ti, routing, de, security, dtg, from, to, info, xmt } = cable.transmission;
  const kinds: readonly (readonly [Span | null, string])[] = [
    [ti, l10n.t('transmission identification: channel and number')],
    [routing, l10n.t('routing line: precedence, and the stations to which it is routed')],
    [de, l10n.t('from which station it was sent, its number there, and when it was filed')],
    [security, l10n.t('security warning')],
    [dtg, l10n.t('precedence and date-time group: when it was sent')],
    [from, l10n.t('sender')],
    ...to.map(each => [each, l10n.t('addressees who are to act')] as const),
    ...info.map(each => [each, l10n.t('addressees for information')] as const),
    ...xmt.map(each => [each, l10n.t('addressees of a collective that do not get it')] as const),
    [cable.classLine, l10n.t('classification, and the number that names the cable')],
    ...cable.passing.map(each => [each, l10n.t('who is to see it, or to pass it on')] as const),
    ...cable.captions.map(each => [each, l10n.t('captions: how it is handled and distributed')] as const),
    [cable.executiveOrder, l10n.t('executive order on classification, and when it is declassified')],
    [cable.tags, l10n.t('TAGS: subjects and countries')],
    [cable.subject, l10n.t('subject')],
    [cable.references, l10n.t('references to other telegrams')],
    [cable.authority, l10n.t('who classified it, and why')],
  ];
  return kinds.flatMap(([span, is]) => (span ? [[span, is] as const] : []));
}

/** Where the first paragraph or heading begins, or the text where there is neither. */
function endOfHeader({ paragraphs, headings, body, telegram }: Cable): number {
  const starts = [paragraphs[0]?.start, headings[0]?.start].filter(start => start !== undefined);
  return starts.length > 0 ? Math.min(...starts) : body.end > body.start ? body.start : telegram.end;
}

/** What hovers say of the codes in a line, each code once. */
function codesIn(cable: Cable, { start, end }: Span): readonly ExplainedCode[] {
  const found: ExplainedCode[] = [];
  let from = start;
  for (const { 0: word, index } of cable.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) {
    // Inside the word, or what ends before it would be found.
    const at = start + index + (word.length > 1 ? 1 : 0);
    if (at < from) continue;
    const told = meaningAt(cable, at);
    if (!told) continue;
    from = Math.max(told.end, at);
    const { code, reading, notes } = told;
    if (!found.some(other => other.code === code)) found.push({ code, reading, notes });
  }
  return found;
}

function referencesIn(
  { references }: Cable,
  line: Span,
  snapshot: Reading['snapshot'],
): readonly ExplainedCode[] {
  const here = (references?.items ?? []).filter(item => item.start >= line.start && item.start < line.end);
  return here.slice(0, LINES).map(({ label, mrn, value }) => {
    const [entry] = mrn === null ? [] : snapshot.find(mrn);
    return {
      code: [label ? `${label.value}.` : '', mrn ?? cutWords(value, 80)]
        .filter(part => part !== '')
        .join(' '),
      reading: mrn === null ? '' : (entry?.subject ?? l10n.t('not in this workspace')),
      notes: [],
    };
  });
}
