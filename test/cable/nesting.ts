import { fail } from 'node:assert/strict';
import type { Cable } from '../../server/src/cable/model';
import { covers, type Span } from '../../server/src/text/span';

/** Fails where a span of a cable leaves the text, or a part leaves what it is part of, or siblings overlap. */
export function assertNested(cable: Cable): void {
  const { transmission, classLine, executiveOrder, tags, subject, references, authority, body } = cable;
  const whole: Span = { start: 0, end: cable.text.length };
  for (const [path, span] of spansIn(cable, 'cable')) inside(whole, span, path);

  for (const [name, part] of Object.entries(transmission)) {
    if (part === null || Array.isArray(part)) continue;
    for (const [path, span] of spansIn(part, name)) inside(part as Span, span, path);
  }
  for (const addressee of [...transmission.to, ...transmission.info])
    for (const [path, span] of spansIn(addressee, 'addressee')) inside(addressee, span, path);
  apart(transmission.order, 'header lines');
  apart(transmission.to, 'action addressees');
  apart(transmission.info, 'info addressees');

  const { dtg } = cable.transmission;
  apart(
    [dtg?.time, dtg?.tail].filter(part => part != null),
    'the time and its tail',
  );
  for (const [name, field] of Object.entries({
    classLine,
    executiveOrder,
    tags,
    subject,
    references,
    authority,
  }))
    if (field) for (const [path, span] of spansIn(field, name)) inside(field, span, path);
  apart(tags?.tags ?? [], 'tags');
  apart(subject?.lines ?? [], 'lines of the subject');
  apart(references?.items ?? [], 'references');
  for (const item of references?.items ?? []) if (item.post) inside(item, item.post, "a reference's station");
  for (const line of cable.pageLines)
    for (const [path, span] of spansIn(line, 'page line')) inside(line, span, path);

  apart(cable.paragraphs, 'paragraphs');
  for (const paragraph of cable.paragraphs) {
    inside(body, paragraph, 'a paragraph in the body');
    for (const [path, span] of spansIn(paragraph, 'paragraph')) inside(paragraph, span, path);
    inside(paragraph, { start: paragraph.textStart, end: paragraph.end }, 'where the words begin');
    apart(paragraph.segments, 'segments');
    const { marking } = paragraph;
    if (marking) inside({ start: paragraph.printed.end, end: paragraph.end }, marking, 'a portion mark');
    // Behind a title, `Summary: (C) `, the mark stands in the words.
    if (marking && marking.start < paragraph.textStart && marking.end > paragraph.textStart)
      fail('the words begin inside a portion mark');
  }
  for (const heading of cable.headings) {
    inside(body, heading, 'a heading in the body');
    inside(heading, heading.title, 'a title');
  }
  apart(
    [
      ...cable.headings.map(({ title }) => title),
      ...cable.paragraphs.flatMap(({ segments }) => segments),
    ].sort((a, b) => a.start - b.start),
    'titles and text',
  );
  for (const mention of cable.mentions) inside(body, mention, 'a mention');
  // The letters of a range, `refs A-C`, share its span.
  apart(
    cable.mentions.filter(({ start, end }, i, all) => all[i - 1]?.start !== start || all[i - 1]?.end !== end),
    'mentions',
  );
  for (const passage of cable.passages) {
    inside(body, passage, 'a passage');
    for (const index of passage.paragraphs)
      if (!cable.paragraphs[index]) fail(`a passage names paragraph ${index}, which is not there`);
  }
  if (cable.signature && cable.signature.start < body.end) fail('the signature stands in the body');
}

/** Every span in a value with the path to it; texts and line tables are not looked into. */
export function* spansIn(value: unknown, path: string): Generator<[path: string, Span]> {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
  if (isSpan(value)) yield [path, value];
  for (const [key, part] of Object.entries(value))
    if (key !== 'lines' || Array.isArray(part)) yield* spansIn(part, `${path}.${key}`);
}

export function inside(outer: Span, inner: Span, what: string): void {
  const sound = Number.isInteger(inner.start) && Number.isInteger(inner.end) && inner.start <= inner.end;
  if (!sound || !covers(outer, inner))
    fail(`${what}: ${inner.start}..${inner.end} is not inside ${outer.start}..${outer.end}`);
}

function apart(spans: readonly Span[], what: string): void {
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1];
    if (before && span.start < before.end)
      fail(`${what}: ${span.start}..${span.end} begins inside ${before.start}..${before.end}`);
  }
}

function isSpan(value: object): value is Span {
  return (
    'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
  );
}
