import type { Cable } from '../cable/model';

/** Lines that fold into the first one: 0-based, both ends included, `startLine < endLine`. */
export interface Fold {
  readonly kind: 'header' | 'section' | 'page' | 'paragraph';
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * The folds of a cable by starting line: the transmission header, sections under a heading, pages and paragraphs of several
 * lines. Editors drop one of two folds that cross or that begin on one line, so none do: a page that crosses a section is left
 * out, and a paragraph that runs on over the end of a page folds to that end only. Takes n log n time.
 */
export function foldsOf(cable: Cable): readonly Fold[] {
  const sections = new Row([...headerFold(cable), ...sectionFolds(cable)]);
  const pages = new Row(pageFolds(cable).filter(page => !sections.crosses(page)));
  const paragraphs = new Row(
    paragraphFolds(cable).flatMap(paragraph => {
      const whole = pages.clip(sections.clip(paragraph));
      const endLine = lastFilledLine(cable, whole.endLine);
      return sections.crosses(whole) || pages.crosses(whole) ? [] : [{ ...whole, endLine }];
    }),
  );
  return [...sections.folds, ...pages.folds, ...paragraphs.folds].sort((a, b) => a.startLine - b.startLine);
}

function headerFold({ lines, transmission: { order } }: Cable): readonly Fold[] {
  if (order.length === 0) return [];
  const startLine = lines.lineAt(Math.min(...order.map(line => line.start)));
  const endLine = lines.lineAt(Math.max(...order.map(line => line.end)));
  return [{ kind: 'header', startLine, endLine }];
}

function sectionFolds(cable: Cable): readonly Fold[] {
  const { lines, headings, body, signature, pageLines } = cable;
  const between = new Set(pageLines.map(line => lines.lineAt(line.start)));
  const starts = [...headings].sort((a, b) => a.start - b.start);
  const bodyEnd = Math.min(body.end, signature?.start ?? body.end);
  return starts.map((heading, i): Fold => {
    const end = starts[i + 1]?.start ?? Math.max(heading.end, bodyEnd);
    const startLine = lines.lineAt(heading.title.start);
    let endLine = lastFilledLine(cable, lines.lineAt(end - 1));
    // A page line before the next heading belongs to the page.
    while (endLine > startLine && between.has(endLine)) endLine = lastFilledLine(cable, endLine - 1);
    return { kind: 'section', startLine, endLine };
  });
}

/** The first page begins at the classification line, or where the text begins. */
function pageFolds(cable: Cable): readonly Fold[] {
  const { lines, pageLines, classLine } = cable;
  const [first] = pageLines;
  if (!first) return [];
  const starts = pageLines.map(line => lines.lineAt(line.start));
  const top = lines.lineAt(classLine?.start ?? 0);
  const firstLine = lines.lineAt(first.start);
  if (top < firstLine) starts.unshift(top);
  return starts.map((startLine, i): Fold => {
    const endLine = lastFilledLine(cable, (starts[i + 1] ?? lines.count) - 1);
    return { kind: 'page', startLine, endLine };
  });
}

function paragraphFolds({ lines, paragraphs }: Cable): readonly Fold[] {
  return paragraphs.map(({ start, end }): Fold => {
    return { kind: 'paragraph', startLine: lines.lineAt(start), endLine: lines.lineAt(end) };
  });
}

/** The last line up to `line` that holds more than blanks. */
function lastFilledLine({ text, lines }: Cable, line: number): number {
  let last = line;
  while (last > 0 && isBlank(text, lines.start(last), lines.end(last))) last--;
  return last;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}

/** Folds one after the other, without any that overlaps the one before it or has one line only. */
class Row {
  readonly folds: readonly Fold[];

  constructor(folds: readonly Fold[]) {
    let free = 0;
    this.folds = [...folds]
      .sort((a, b) => a.startLine - b.startLine)
      .filter(({ startLine, endLine }) => {
        if (startLine < free || startLine >= endLine) return false;
        free = endLine + 1;
        return true;
      });
  }

  /** Whether `fold` begins on the same line as one of these, or lies partly inside and partly outside one. */
  crosses(fold: Fold): boolean {
    const first = this.#at(fold.startLine);
    const last = this.#at(fold.endLine);
    if (first && (first.startLine === fold.startLine || first.endLine < fold.endLine)) return true;
    return last !== undefined && last !== first && last.endLine > fold.endLine;
  }

  /** `fold`, ended at the end of the one of these in which it begins. */
  clip(fold: Fold): Fold {
    const outer = this.#at(fold.startLine);
    return outer && outer.endLine < fold.endLine ? { ...fold, endLine: outer.endLine } : fold;
  }

  #at(line: number): Fold | undefined {
    let low = 0;
    let high = this.folds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.folds[middle]?.endLine ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    const fold = this.folds[low];
    return fold && fold.startLine <= line ? fold : undefined;
  }
}
