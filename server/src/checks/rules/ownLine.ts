import type { Cable } from '../../cable/model';
import type { Span } from '../../text/span';

/** The caption's whole line with its break where nothing else stands on it, else the caption and the blanks behind it. */
export function withItsLine({ text, lines }: Cable, caption: Span): Span {
  const line = lines.lineAt(caption.start);
  const alone = text.slice(lines.start(line), lines.end(line)).trim().length === caption.end - caption.start;
  if (alone) return { start: lines.start(line), end: lines.start(line + 1) };
  let end = caption.end;
  while (text[end] === ' ') end++;
  return { start: caption.start, end };
}
