import type { Field, Span } from '../text/span';

/** Spans in order of their start, those that touch or overlap made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * The text with blanks in place of the characters that `spans` cover. Line breaks stay, so offsets and lines mean the same
 * in both texts.
 */
export function blankOut(text: string, spans: readonly Span[]): string {
  return replaceSpans(
    text,
    mergeSpans(spans).map(span => ({
      ...span,
      value: text.slice(span.start, span.end).replace(/[^\r\n]/g, ' '),
    })),
  );
}

/** The text with each field's value in place of the characters of its span, which are as many. Spans do not overlap. */
export function replaceSpans(text: string, fields: readonly Field<string>[]): string {
  if (fields.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, value } of [...fields].sort((a, b) => a.start - b.start)) {
    if (start < at || value.length !== end - start) continue;
    pieces.push(text.slice(at, start), value);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
