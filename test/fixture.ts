import type { Span } from '../server/src/text/span';

/** One file of a fixture; offsets and spans are in `text`, from which the markers are taken out. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  /** Where `▮` stood. */
  readonly caret?: { readonly offset: number };
  /** What stood between `⟦` and `⟧`, by start; an outer range comes before one that it holds. */
  readonly ranges: readonly Span[];
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
}

/** The name of a text that stands before the first `§` line. */
export const UNNAMED = 'cable.txt';

/**
 * Reads several small files out of one string. A line `§ name` starts a file, `▮` is the caret, `⟦ ⟧` an expected range.
 * The indentation that all lines share is taken off, so is an empty first line, and blanks on the last line.
 * Throws on a fixture that cannot be meant: two carets in one file, a range that does not open or close, a name used twice.
 */
export function parseFixture(text: string): Fixture {
  const files: FixtureFile[] = [];
  let name: string | null = null;
  let lines: string[] = [];
  const close = () => {
    const content = lines.join('\n');
    if (name !== null || content.trim() !== '') files.push(readFile(name ?? UNNAMED, content));
    lines = [];
  };
  for (const line of dedent(text).split('\n')) {
    if (line.startsWith('§')) {
      if (lines.length > 0) lines.push('');
      close();
      name = line.slice(1).trim();
      if (files.some(file => file.name === name)) throw new Error(`fixture: two files are named ${name}`);
    } else {
      lines.push(line);
    }
  }
  close();
  return { files };
}

/** The one caret of a fixture: its file and its offset there. Throws where there is none or more than one. */
export function caretOf(fixture: Fixture): { readonly file: FixtureFile; readonly offset: number } {
  const places = fixture.files.flatMap(file => (file.caret ? [{ file, offset: file.caret.offset }] : []));
  const [place] = places;
  if (!place || places.length > 1) throw new Error(`fixture: expected one caret, there are ${places.length}`);
  return place;
}

/** `text` without an empty first line, blanks on its last line, and the indentation that all its lines share. */
export function dedent(text: string): string {
  const lines = text.split('\n');
  if (lines.length > 1 && lines[0]?.trim() === '') lines.shift();
  const last = lines.length - 1;
  if (lines[last]?.trim() === '') lines[last] = '';
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map(line => (line.trim() === '' ? '' : line.slice(shared))).join('\n');
}

function readFile(name: string, marked: string): FixtureFile {
  let text = '';
  let caret: { offset: number } | undefined;
  const open: number[] = [];
  const ranges: Span[] = [];
  for (const character of marked) {
    if (character === '▮') {
      if (caret) throw new Error(`fixture: two carets in ${name}`);
      caret = { offset: text.length };
    } else if (character === '⟦') {
      open.push(text.length);
    } else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`fixture: a range in ${name} closes but does not open`);
      ranges.push({ start, end: text.length });
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`fixture: a range in ${name} opens but does not close`);
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  return caret ? { name, text, caret, ranges } : { name, text, ranges };
}
