import type { Artefact } from './model';
import type { TrimmedLines } from './trimmedLines';

/** The backslashes with which Markdown copies end lines (cable-format 5.2). */
export function findLineBreakMarks(source: TrimmedLines): Artefact[] {
  const { text, lines, count } = source;
  const marks: Artefact[] = [];
  if (!text.includes('\\')) return marks;
  for (let line = 0; line < count; line++) {
    // Content ends before such a mark, so it stands in what is left of the line.
    const tail = text.slice(source.span(line).end, lines.end(line));
    const first = tail.indexOf('\\');
    if (first < 0) continue;
    const start = source.span(line).end + first;
    marks.push({ kind: 'line-break', start, end: start + tail.lastIndexOf('\\') - first + 1 });
  }
  return marks;
}
