/** More lines than this are no example but a text of their own. */
const MOST_LINES = 25;

/** The rail of a block of code in Markdown, and of a text of several lines in code. */
const FENCE = /^ {0,3}(?:```|~~~)|^\s{0,8}(?:"""|''')|[=(]\s{0,4}[rfb]?(?:"""|''')\s*$/;
const RAILS = ['```', '~~~', '"""', "'''"];
/** Three words of a sentence on end; lines of telegrams that are not in lower case altogether have names and codes between. */
const SENTENCE = /(?:^|[\s("'])(?:[a-z][a-z'-]{1,20}[,;:]? ){2}[a-z]{2,20}\b/;
const LEAD_IN = /[a-z][^A-Z]{0,40}:\s*$/;
const PARAGRAPH = /^(?:¶|\d{1,2}\.|\()/;

/** Whether what stands above a block says that it may be an example. */
export function mayBeSample(above: string): boolean {
  const before = above.trimEnd();
  if (before === '') return false;
  const lead = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return announces(lead) || RAILS.some(rail => before.includes(rail));
}

function announces(line: string): boolean {
  return SENTENCE.test(line) || LEAD_IN.test(line);
}

/**
 * A text in which the lines are blank that are examples of another one: a short block of code between fences, or indented under a sentence,
 * or under a sentence that announces it, where the text goes on behind it. `isSign` tells a line of the other text. The same string where there
 * is no such block.
 */
export function withoutSamples(text: string, isSign: (line: string) => boolean): string {
  const lines = text.split(/\r\n|\n|\r/);
  const sample = new Set<number>();
  markFenced(lines, sample);
  markQuoted(lines, isSign, sample);
  return sample.size === 0 ? text : lines.map((line, i) => (sample.has(i) ? '' : line)).join('\n');
}

/** Marks the lines between two fences that have text behind them. */
function markFenced(lines: readonly string[], sample: Set<number>): void {
  let open = -1;
  lines.forEach((line, i) => {
    if (!FENCE.test(line)) return;
    if (open < 0) {
      open = i;
      return;
    }
    const isShort = i - open - 1 <= MOST_LINES;
    if (isShort && nextFilled(lines, i + 1) < lines.length) for (let at = open; at <= i; at++) sample.add(at);
    open = -1;
  });
}

/** Marks the block that the first sign begins, if a sentence stands before it and another one behind it. */
function markQuoted(lines: readonly string[], isSign: (line: string) => boolean, sample: Set<number>): void {
  const first = lines.findIndex((line, i) => !sample.has(i) && isSign(line.trimStart()));
  let above = first - 1;
  while (above >= 0 && lines[above]?.trim() === '') above--;
  const lead = lines[above] ?? '';
  if (first < 0 || !announces(lead)) return;
  const outer = indentOf(lead);
  const isIndented = indentOf(lines[first] ?? '') >= outer + 2;
  let filled = 0;
  for (let at = first; at < lines.length && filled <= MOST_LINES; at++) {
    const line = lines[at] ?? '';
    const content = line.trim();
    if (content === '') continue;
    filled++;
    const isBehind = isIndented
      ? indentOf(line) <= outer
      : PARAGRAPH.test(content) || (SENTENCE.test(line) && !isSign(content));
    if (!isBehind) continue;
    if (isIndented || !PARAGRAPH.test(content)) for (let mark = first; mark < at; mark++) sample.add(mark);
    return;
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function nextFilled(lines: readonly string[], from: number): number {
  let line = from;
  while (line < lines.length && lines[line]?.trim() === '') line++;
  return line;
}
