import type { Cable, Paragraph } from '../cable/model';
import { classificationRank, portionRank, type Rank } from '../reference/markings';
import { type Span, touches } from '../text/span';
import { citingsOf } from './citing';
import type { Reading } from './reading';

/** What a grammar cannot know of a stretch of text. The package gives each of these a colour, by way of the grammar's scopes. */
export const TOKEN_KINDS = ['artefact', 'paragraphNumber', 'reference', 'classification'] as const;

/** What a grammar does know: for editors that have none. */
export const GRAMMAR_KINDS = [
  'keyword',
  'address',
  'time',
  'tag',
  'heading',
  'furniture',
  'signature',
] as const;
export const TOKEN_MODIFIERS = [
  'resolved',
  'absent',
  'unclassified',
  'restricted',
  'confidential',
  'secret',
  'topSecret',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number] | (typeof GRAMMAR_KINDS)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly modifier: TokenModifier | null;
}

const LEVELS: readonly TokenModifier[] = [
  'unclassified',
  'restricted',
  'confidential',
  'secret',
  'topSecret',
];

/**
 * The tokens of the part of the cable that `range` covers, in the order of the text, none over another: which part of a printed
 * paragraph number is the number, which references lead somewhere, and how a paragraph is marked.
 */
export function tokensOf(reading: Reading, range: Span): readonly Token[] {
  const { cable } = reading;
  const paragraphs = cable.paragraphs.filter(({ printed }) => touches(range, printed.start));
  const tokens = [
    ...classLineToken(cable),
    ...paragraphs.flatMap(paragraph => [...numberTokens(cable, paragraph), ...markToken(paragraph)]),
    ...referenceTokens(reading, range),
  ];
  return withoutOverlaps(tokens);
}

/** `tokensOf` with what a grammar would colour besides, for an editor without one. */
export function fullTokensOf(reading: Reading, range: Span): readonly Token[] {
  const { cable } = reading;
  const own = tokensOf(reading, range);
  const isTaken = ({ start, end }: Span) => own.some(token => token.start < end && start < token.end);
  const others = grammarTokens(cable).filter(token => touches(range, token.start) && !isTaken(token));
  return withoutOverlaps([...own, ...others]);
}

function withoutOverlaps(tokens: Token[]): readonly Token[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return tokens.filter(token => {
    const isFree = token.start >= end && token.end > token.start;
    if (isFree) end = token.end;
    return isFree;
  });
}

/** A classification that is damaged or in small letters has a level all the same. */
function classLineToken({ classLine }: Cable): readonly Token[] {
  const classification = classLine?.classification;
  const rank = classification ? classificationRank(classification.value) : null;
  return classification ? levelToken(classification, rank) : [];
}

/** `13.` for paragraph 3: the 1 is the copy's, the 3 is the number. */
function numberTokens({ text }: Cable, { number, printed, trust }: Paragraph): readonly Token[] {
  if (number === null || trust !== 'repaired') return [];
  const inPrint = text.slice(printed.start, printed.end).lastIndexOf(String(number));
  if (inPrint < 0) return [];
  const at = printed.start + inPrint;
  return [
    { start: printed.start, end: at, kind: 'artefact', modifier: null },
    { start: at, end: at + String(number).length, kind: 'paragraphNumber', modifier: null },
  ];
}

function markToken({ marking }: Paragraph): readonly Token[] {
  return marking ? levelToken(marking, portionRank(marking.value)) : [];
}

function levelToken({ start, end }: Span, rank: Rank | null): readonly Token[] {
  const modifier = rank === null ? null : (LEVELS[rank] ?? null);
  return modifier ? [{ start, end, kind: 'classification', modifier }] : [];
}

/** The letter of an entry is none of it. What names no cable, like an e-mail, leads nowhere and lacks nothing. */
function referenceTokens({ cable, snapshot }: Reading, range: Span): readonly Token[] {
  return citingsOf(cable).flatMap(({ start: from, end, place, items, ids }): Token[] => {
    const start = place === 'list' ? (items[0]?.start ?? from) : from;
    if (ids.length === 0 || !touches(range, start)) return [];
    const isHere = ids.some(id => snapshot.find(id).length > 0);
    return [{ start, end, kind: 'reference', modifier: isHere ? 'resolved' : 'absent' }];
  });
}

/** Header, furniture and headings; a field that goes on in a second line is coloured by its lines alone. */
function grammarTokens(cable: Cable): readonly Token[] {
  const { transmission, tags, subject, references, executiveOrder, signature } = cable;
  const of = (kind: TokenKind, ...spans: readonly (Span | null | undefined)[]): Token[] =>
    spans.flatMap(span => (span ? [{ start: span.start, end: span.end, kind, modifier: null }] : []));
  const addressees = [...transmission.to, ...transmission.info];
  return [
    ...of('keyword', ...transmission.order.map(line => firstWord(cable.text, line))),
    ...of('keyword', executiveOrder && firstWord(cable.text, executiveOrder)),
    ...of('keyword', tags?.keyword, subject?.keyword, references?.keyword),
    ...of('address', transmission.from, ...addressees.map(({ name }) => name)),
    ...of('time', transmission.dtg?.time),
    ...of('tag', ...(tags?.tags ?? [])),
    ...of('heading', ...cable.headings.map(({ title }) => title)),
    ...of('paragraphNumber', ...cable.paragraphs.map(({ printed }) => printed)),
    ...of('furniture', ...cable.pageLines),
    ...of('signature', signature),
  ];
}

function firstWord(text: string, { start, end }: Span): Span {
  const blank = text.slice(start, end).search(/\S(?=\s)/);
  return { start, end: blank < 0 ? end : start + blank + 1 };
}
