import * as l10n from '@vscode/l10n';
import type { Cable, Heading, Paragraph } from '../cable/model';
import { showTime } from '../text/dates';
import { covers, type Field, type Span } from '../text/span';
import { fieldNames } from './fieldNames';
import { cutWords, firstWords } from './words';

export type OutlineKind = 'telegram' | 'header' | 'field' | 'section' | 'paragraph' | 'signature';

/** One entry of the outline. Siblings stand in the order of the text and do not overlap; children lie inside their parent. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  /** `Subject`, `¶4 (C) First words…`, a heading's text. */
  readonly name: string;
  /** A field's value; `summary` or `comment` for a paragraph that belongs to one. */
  readonly detail: string;
  readonly span: Span;
  /** What a jump selects, inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The longest name or detail, in UTF-16 code units without the paragraph's number and mark. */
const WORDS = 60;

/**
 * The outline of a cable: its header fields, then headings with their paragraphs, then the signature. One of several telegrams of
 * a text is an entry of its own that holds these.
 */
export function outlineOf(cable: Cable): readonly OutlineNode[] {
  const { signature, telegram } = cable;
  const end = node(
    'signature',
    signature?.value ?? '',
    l10n.t('signature'),
    signature ?? { start: 0, end: 0 },
  );
  const parts = inOrder([...headerOf(cable), ...bodyOf(cable), ...(signature ? [end] : [])]);
  if (telegram.of === 1) return parts;
  const name = cable.mrn ?? l10n.t('Telegram {0} of {1}', telegram.n, telegram.of);
  const { start } = telegram;
  // A part may end with a line of blanks.
  const span = { start, end: Math.max(start + printedLength(cable), parts.at(-1)?.span.end ?? start) };
  const selection = cable.classLine ?? parts[0]?.selection ?? { start: span.start, end: span.start };
  return [node('telegram', name, cutWords(cable.subject?.value ?? '', WORDS), span, selection, parts)];
}

/** The length of a telegram's text without the blank lines behind it. */
function printedLength({ text, telegram: { start, end } }: Cable): number {
  return text.slice(start, end).trimEnd().length;
}

function headerOf(cable: Cable): readonly OutlineNode[] {
  const { dtg, from, to, info } = cable.transmission;
  const fields = inOrder([
    ...field(l10n.t('Date-time group'), dtg, dtg?.time?.value ?? ''),
    ...field(fieldNames.from(), from, from?.value ?? ''),
    ...list(
      fieldNames.to(),
      to,
      to.map(addressee => addressee.name.value),
    ),
    ...list(
      fieldNames.info(),
      info,
      info.map(addressee => addressee.name.value),
    ),
    ...field(fieldNames.classification(), cable.classLine, classificationOf(cable)),
    ...captionsOf(cable),
    ...field('E.O.', cable.executiveOrder, executiveOrderOf(cable)),
    ...field('TAGS', cable.tags, cable.tags?.tags.map(tag => tag.value).join(' ') ?? ''),
    ...field(fieldNames.subject(), cable.subject, cable.subject?.value ?? ''),
    ...field(
      fieldNames.references(),
      cable.references,
      cable.references?.items.map(nameOfReference).join(', ') ?? '',
    ),
    ...field(fieldNames.classifiedBy(), cable.authority, cable.authority?.by?.value ?? ''),
  ]).filter(({ span }) => span.start < startOfText(cable));
  const [opening] = fields;
  const last = fields.at(-1);
  if (!opening || !last) return [];
  const span = { start: opening.span.start, end: last.span.end };
  const selection = cable.classLine && covers(span, cable.classLine) ? cable.classLine : opening.selection;
  return [node('header', l10n.t('Header'), headerDetail(cable), span, selection, fields)];
}

/** Date, sender and subject: what tells one header from another when it is folded. */
function headerDetail({ transmission: { dtg, from }, subject }: Cable): string {
  const date = dtg?.instant == null ? (dtg?.time?.value ?? '') : showTime(dtg.instant);
  const parts = [date, from?.value ?? '', cutWords(subject?.value ?? '', WORDS)];
  return parts.filter(part => part !== '').join(' · ');
}

/** Where the first paragraph or heading begins: what is a field after it, in a damaged copy, is part of that. */
function startOfText({ paragraphs, headings }: Cable): number {
  return Math.min(...[paragraphs[0], headings[0]].map(part => part?.start ?? Number.POSITIVE_INFINITY));
}

/** Paragraphs that stand before the first heading are siblings of the headings; all others are inside one. */
function bodyOf(cable: Cable): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const places = placesOf(cable);
  const headings = [...cable.headings].sort((a, b) => a.start - b.start);
  let next = 0;
  const paragraphsBefore = (limit: number) => {
    const first = next;
    while ((cable.paragraphs[next]?.start ?? limit) < limit) next++;
    return cable.paragraphs
      .slice(first, next)
      .map((paragraph, i) => paragraphNode(cable, paragraph, limit, places.get(first + i) ?? ''));
  };
  nodes.push(...paragraphsBefore(headings[0]?.start ?? Number.POSITIVE_INFINITY));
  for (const [i, heading] of headings.entries()) {
    const children = paragraphsBefore(headings[i + 1]?.start ?? Number.POSITIVE_INFINITY);
    nodes.push(sectionNode(heading, inOrder(children)));
  }
  return nodes;
}

function sectionNode(heading: Heading, children: readonly OutlineNode[]): OutlineNode {
  const inside = children.filter(child => child.span.start >= heading.title.end);
  const end = Math.max(heading.end, inside.at(-1)?.span.end ?? 0);
  return node('section', heading.value, '', { start: heading.start, end }, heading.title, inside);
}

/** The text may go on after a heading without a number of its own; the entry ends where the heading begins, at `limit`. */
function paragraphNode(cable: Cable, paragraph: Paragraph, limit: number, place: string): OutlineNode {
  const { start, number, marking, printed, textStart } = paragraph;
  const words = firstWords(cable.text, paragraph, WORDS);
  const name = [`¶${number ?? ''}`, marking ? `(${marking.value})` : '', words].filter(part => part !== '');
  const head = cable.text.slice(printed.start, textStart).trimEnd();
  const selection = { start: printed.start, end: printed.start + head.length };
  const span = { start, end: Math.min(paragraph.end, limit) };
  return node('paragraph', name.join(' '), place, span, selection);
}

/** `summary` or `comment` by the index of the paragraph. */
function placesOf({ passages }: Cable): ReadonlyMap<number, string> {
  return new Map(
    passages.flatMap(({ kind, paragraphs }) => {
      const name = kind === 'summary' ? l10n.t('summary') : l10n.t('comment');
      return paragraphs.map((index): [number, string] => [index, name]);
    }),
  );
}

/** The caption lines of the head; each caption is named once, though machines often printed it again. */
function captionsOf({ captions, body }: Cable): readonly OutlineNode[] {
  const inHead = captions.filter(
    ({ place, start }) => place === 'caption' && start < Math.max(body.start, 1),
  );
  const names = [...new Set(inHead.map(caption => caption.value))];
  return list(fieldNames.captions(), inHead, names);
}

function classificationOf({ classLine }: Cable): string {
  const { classification, section, post, serial } = classLine ?? {};
  const part = section ? l10n.t('section {0} of {1}', section.n, section.of) : '';
  const name = [post?.value, serial?.value.replace(/^0+(?=\d)/, '')].filter(Boolean).join(' ');
  return [classification?.value, part, name].filter(Boolean).join(', ');
}

function executiveOrderOf({ executiveOrder }: Cable): string {
  return [executiveOrder?.number?.value, executiveOrder?.value?.value].filter(Boolean).join(': ');
}

function nameOfReference({ label, value }: { label: Field<string> | null; value: string }): string {
  return label ? `${label.value}. ${value}` : value;
}

function field(name: string, span: Span | null, value: string): readonly OutlineNode[] {
  return span ? [node('field', name, cutWords(value, WORDS), span)] : [];
}

function list(name: string, items: readonly Span[], values: readonly string[]): readonly OutlineNode[] {
  if (items.length === 0) return [];
  // In a damaged copy they are not always in the order of the text.
  const start = items.reduce((least, item) => Math.min(least, item.start), Number.POSITIVE_INFINITY);
  const end = items.reduce((most, item) => Math.max(most, item.end), 0);
  return field(name, { start, end }, values.join(', '));
}

function node(
  kind: OutlineKind,
  name: string,
  detail: string,
  { start, end }: Span,
  selection: Span = { start, end },
  children: readonly OutlineNode[] = [],
): OutlineNode {
  const from = Math.min(Math.max(selection.start, start), end);
  const to = Math.max(from, Math.min(selection.end, end));
  return { kind, name, detail, span: { start, end }, selection: { start: from, end: to }, children };
}

/** Siblings in the order of the text. Where two overlap, as in a damaged copy, the one that begins first stays. */
function inOrder(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  let end = 0;
  return [...nodes]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      const free = span.start >= end;
      if (free) end = span.end;
      return free;
    });
}
