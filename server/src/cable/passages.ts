import type { Heading, Paragraph, Passage } from './model';

const WORDS = {
  summary: /^(?:begin\s+|executive\s+)?summary\b[^.:\n]{0,40}[.:-]/i,
  comment: /^(?:begin\s+|embassy\s+|post\s+)?comment\b[^.:\n]{0,40}[.:-]/i,
} as const;
const END = {
  summary: /\bend\s+(?:of\s+)?summary\b/i,
  comment: /\bend\s+(?:of\s+)?(?:summary\s+and\s+)?comment\b/i,
} as const;
const HEADED = { summary: /^(?:executive )?summary\b/i, comment: /^(?:embassy |post )?comment\b/i } as const;
const KINDS = ['summary', 'comment'] as const;
/** How many paragraphs a passage that is opened by words is followed for its end. */
const REACH = 12;

/**
 * The summaries and comments (cable-format 3.14): `Summary: … End Summary.` in the text, or all paragraphs under a heading
 * that says so.
 */
export function findPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  headings: readonly Heading[],
): Passage[] {
  const passages: Passage[] = [];
  /** The first paragraph that no passage of this kind covers yet. */
  const free = { summary: 0, comment: 0 };
  let headingsBefore = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const passed = headingsBefore;
    while ((headings[headingsBefore]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) headingsBefore++;
    const above = headingsBefore > passed ? headings[headingsBefore - 1] : undefined;
    const nextHeading = headings[headingsBefore]?.start ?? text.length;
    for (const kind of KINDS) {
      if (index < free[kind]) continue;
      const found =
        byWords(text, paragraphs, index, kind) ?? byHeading(paragraphs, index, kind, above, nextHeading);
      if (!found) continue;
      passages.push(found);
      free[kind] = (found.paragraphs.at(-1) ?? index) + 1;
    }
  }
  return passages;
}

function byWords(
  text: string,
  paragraphs: readonly Paragraph[],
  index: number,
  kind: Passage['kind'],
): Passage | null {
  const first = paragraphs[index];
  if (!first || !WORDS[kind].test(text.slice(first.textStart, first.textStart + 80))) return null;
  for (let i = index; i < paragraphs.length && i < index + REACH; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const end = END[kind].exec(text.slice(paragraph.textStart, paragraph.end));
    if (end) {
      const span = { start: first.textStart, end: paragraph.textStart + end.index + end[0].length };
      return { kind, form: 'words', paragraphs: range(index, i), ...span };
    }
  }
  // Without an end the passage is the paragraph that opens it.
  return { start: first.textStart, end: first.end, kind, form: 'words', paragraphs: [index] };
}

/** All paragraphs from the one directly below a heading that says so to the next heading. */
function byHeading(
  paragraphs: readonly Paragraph[],
  index: number,
  kind: Passage['kind'],
  above: Heading | undefined,
  nextHeading: number,
): Passage | null {
  const first = paragraphs[index];
  if (!first || !above || !HEADED[kind].test(above.value)) return null;
  let last = index;
  while ((paragraphs[last + 1]?.start ?? Number.POSITIVE_INFINITY) < nextHeading) last++;
  const end = paragraphs[last]?.end ?? first.end;
  return { start: first.start, end, kind, form: 'heading', paragraphs: range(index, last) };
}

function range(from: number, to: number): number[] {
  const found: number[] = [];
  for (let number = from; number <= to; number++) found.push(number);
  return found;
}
