import { wordScore } from './wording';

/** A run of text on a page: its baseline begins at `x`, `y` (from the left, from the top), in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of its letters. */
  readonly height: number;
  /** Which font it is set in, by any name. */
  readonly font: string;
}

/**
 * The text of a page in reading order: lines from top to bottom and words from left to right by their positions, whatever order they
 * were written in. Where a page was scanned twice, one layer of text lying on the other, the better one is taken. Linear but for
 * sorting; never throws.
 */
export function pageText(runs: readonly TextRun[]): string {
  const readable = runs.filter(isReadable);
  const pairs = coveredPairs(readable);
  const layers = layersOf(readable, pairs);
  if (layers.length === 1) return textOfLayer(withoutDoubles(readable));
  // What only one layer has, such as a stamp, tells nothing of how well the other was read.
  const shared = new Set(pairs.flat().map(i => readable[i]));
  const scoreOf = (layer: readonly TextRun[]) =>
    wordScore(layer.flatMap(run => (shared.has(run) ? [run.text] : [])).join(' '));
  const [first, second] = layers;
  const best = second && first && scoreOf(second) > scoreOf(first) ? second : (first ?? []);
  return textOfLayer(withoutDoubles(best));
}

function isReadable({ text, height, x, y }: TextRun): boolean {
  return text.trim() !== '' && height > 1 && Number.isFinite(x) && Number.isFinite(y);
}

/** Cells of this size, in points, tell what lies near what. */
const CELL = 24;

/** Runs by where they lie. */
class RunGrid {
  readonly #cells = new Map<string, number[]>();

  add(index: number, run: TextRun): void {
    for (const key of cellsOf(run)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(index);
      else this.#cells.set(key, [index]);
    }
  }

  /** The runs in the cells that `run` lies in, each at least once; of crowded cells the last ones only. */
  *near(run: TextRun): Generator<number> {
    for (const key of cellsOf(run)) yield* (this.#cells.get(key) ?? []).slice(-MOST_IN_CELL);
  }
}

const MOST_IN_CELL = 24;
/** A run longer than a page is wide lies in no more cells. */
const MOST_CELLS = 60;

function* cellsOf({ x, y, width, height }: TextRun): Generator<string> {
  const first = Math.floor(x / CELL);
  const last = Math.min(first + MOST_CELLS, Math.floor((x + width) / CELL));
  const rows = new Set([Math.floor(y / CELL), Math.floor((y - height) / CELL)]);
  for (let column = first; column <= last; column++) for (const row of rows) yield `${column} ${row}`;
}

/** How much of the smaller run lies under the other, from 0 to 1. */
function overlap(a: TextRun, b: TextRun): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y, b.y) - Math.max(a.y - a.height, b.y - b.height);
  if (across <= 0 || down <= 0) return 0;
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return smaller <= 0 ? 0 : (across * down) / smaller;
}

/** Without what was printed twice in one place, as bold letters and shadows are. */
function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const grid = new RunGrid();
  return runs.filter((run, i) => {
    for (const other of grid.near(run)) {
      const before = runs[other];
      if (!before || before.text !== run.text || before.font !== run.font) continue;
      if (Math.abs(before.x - run.x) < DOUBLE && Math.abs(before.y - run.y) < DOUBLE) return false;
    }
    grid.add(i, run);
    return true;
  });
}

const DOUBLE = 1.5;

/** Runs cover one another where at least this part of the smaller one does. */
const COVERED = 0.4;
/** Two layers cover one another in at least this part of the smaller one. */
const LAYERED = 0.3;

/** The layers of text on a page: one nearly always, otherwise two. */
function layersOf(
  runs: readonly TextRun[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly TextRun[])[] {
  if (pairs.length < 3) return [runs];
  return byOrder(runs, pairs) ?? byFont(runs, pairs) ?? byTurns(runs, pairs) ?? [runs];
}

/** The pairs of runs of which one covers the other, by index, the first one first. */
function coveredPairs(runs: readonly TextRun[]): readonly (readonly [number, number])[] {
  const grid = new RunGrid();
  const pairs: (readonly [number, number])[] = [];
  runs.forEach((run, i) => {
    const seen = new Set<number>();
    for (const other of grid.near(run)) {
      const before = runs[other];
      if (before && !seen.has(other) && overlap(before, run) > COVERED) pairs.push([other, i]);
      seen.add(other);
    }
    grid.add(i, run);
  });
  return pairs;
}

/** Two layers that were written one after the other: divided where most pairs are cut in two. Null where none are. */
function byOrder(
  runs: readonly TextRun[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly TextRun[])[] | null {
  const changes = new Array<number>(runs.length + 1).fill(0);
  for (const [first, second] of pairs) {
    changes[first + 1] = (changes[first + 1] ?? 0) + 1;
    changes[second + 1] = (changes[second + 1] ?? 0) - 1;
  }
  let count = 0;
  let best = 0;
  let at = 0;
  changes.forEach((change, i) => {
    count += change;
    if (count > best) {
      best = count;
      at = i;
    }
  });
  const isLayered =
    best >= pairs.length * 0.6 && countCovered(pairs, at) >= LAYERED * Math.min(at, runs.length - at);
  return isLayered ? [runs.slice(0, at), runs.slice(at)] : null;
}

/** How many runs in front of `at` are covered by one behind it. */
function countCovered(pairs: readonly (readonly [number, number])[], at: number): number {
  return new Set(pairs.filter(([first, second]) => first < at && second >= at).map(([first]) => first)).size;
}

/** Two layers that were written word by word, each in a font of its own. Null where fonts do not tell them apart. */
function byFont(
  runs: readonly TextRun[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly TextRun[])[] | null {
  const between = pairs.filter(([a, b]) => runs[a]?.font !== runs[b]?.font);
  if (between.length < pairs.length * 0.6) return null;
  const side = new Map<string, 0 | 1>();
  for (const [a, b] of between) {
    const [one, other] = [runs[a]?.font ?? '', runs[b]?.font ?? ''];
    const known = side.get(one) ?? (side.has(other) ? ((1 - (side.get(other) ?? 0)) as 0 | 1) : 0);
    if (!side.has(one)) side.set(one, known);
    if (!side.has(other)) side.set(other, (1 - known) as 0 | 1);
  }
  const layers = [0, 1].map(each => runs.filter(({ font }) => (side.get(font) ?? 0) === each));
  const least = Math.min(...layers.map(layer => layer.length));
  return least > 0 && between.length >= LAYERED * least ? layers : null;
}

/**
 * Two layers in one font, written in turns: each word of the one is followed by what lies on it of the other. What lies on nothing
 * belongs to both. Null where no such turns are kept.
 */
function byTurns(
  runs: readonly TextRun[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly TextRun[])[] | null {
  const turns = new Int32Array(runs.length);
  const covered = new Uint8Array(runs.length);
  for (const [first, second] of pairs) {
    turns[first] = (turns[first] ?? 0) - 1;
    turns[second] = (turns[second] ?? 0) + 1;
    covered[first] = covered[second] = 1;
  }
  const count = covered.reduce((sum, each) => sum + each, 0);
  const kept = pairs.filter(([first, second]) => (turns[first] ?? 0) < 0 && (turns[second] ?? 0) > 0).length;
  if (count < TURNED * runs.length || kept < KEPT * pairs.length) return null;
  return [
    runs.filter((_, i) => (turns[i] ?? 0) <= 0),
    runs.filter((_, i) => covered[i] === 0 || (turns[i] ?? 0) > 0),
  ];
}

/** Layers in turns cover at least this part of the words, and keep the turns in this part of the pairs. */
const TURNED = 0.6;
const KEPT = 0.9;

interface Line {
  readonly runs: TextRun[];
  /** Where the line's baseline is at its right end. */
  y: number;
  height: number;
  end: number;
}

/** A run belongs to a line whose baseline is this near, in heights of its letters. */
const NEAR = 0.55;

/** No more lines are looked at around a run. */
const MOST_IN_ROW = 60;

function textOfLayer(runs: readonly TextRun[]): string {
  if (runs.length === 0) return '';
  const lines = linesOf(runs);
  const step = median(runs.map(({ height }) => height));
  const letter = median(runs.map(({ width, text }) => width / text.length).filter(width => width > 0)) || 5;
  const gaps = lines.slice(1).map((line, i) => top(line) - top(lines[i]));
  const pitch =
    middle(
      gaps.filter(gap => gap > step * 0.7),
      QUARTER,
    ) || 12;
  return lines
    .map((line, i) => {
      const gap = i === 0 ? 0 : top(line) - top(lines[i - 1]);
      return (gap > pitch * BLANK_LINE ? '\n' : '') + lineText(line.runs, letter);
    })
    .join('\n');
}

/** Lines of a text stand as near as the nearest quarter of them; paragraphs may be shorter than the gaps between them. */
const QUARTER = 0.25;
/** Lines stand this many line pitches apart where a blank one is between them. */
const BLANK_LINE = 1.6;

function top(line: Line | undefined): number {
  return line ? median(line.runs.map(({ y }) => y)) : 0;
}

/** The lines of a layer from top to bottom. A line may slope: words are joined to the one to their left. */
function linesOf(runs: readonly TextRun[]): readonly Line[] {
  const lines: Line[] = [];
  const rows = new Map<number, Line[]>();
  const step = Math.max(4, median(runs.map(({ height }) => height)));
  const rowsNear = (y: number) => {
    const row = Math.floor(y / step);
    return [row - 1, row, row + 1].flatMap(each => (rows.get(each) ?? []).slice(-MOST_IN_ROW));
  };
  for (const run of [...runs].sort((a, b) => a.x - b.x || a.y - b.y)) {
    let best: Line | null = null;
    let distance = Number.POSITIVE_INFINITY;
    for (const line of rowsNear(run.y)) {
      const apart = Math.abs(line.y - run.y);
      if (
        apart > NEAR * Math.min(line.height, run.height) &&
        apart > NEAR * 0.8 * Math.max(line.height, run.height)
      )
        continue;
      // What lies on the line's end is no word behind it.
      if (run.x < line.end - run.width * 0.5 && run.x < line.end - line.height) continue;
      if (apart < distance) {
        best = line;
        distance = apart;
      }
    }
    const before = best ? Math.floor(best.y / step) : null;
    if (!best) {
      best = { runs: [], y: run.y, height: run.height, end: run.x };
      lines.push(best);
    }
    best.y = best.runs.length === 0 ? run.y : (best.y * 2 + run.y) / 3;
    best.height = Math.max(best.height, run.height);
    best.end = Math.max(best.end, run.x + run.width);
    best.runs.push(run);
    const row = Math.floor(best.y / step);
    // A line that has left its row stays listed there; its baseline tells that it is not near.
    if (row === before) continue;
    const there = rows.get(row);
    if (there) there.push(best);
    else rows.set(row, [best]);
  }
  return lines.sort((a, b) => top(a) - top(b) || (a.runs[0]?.x ?? 0) - (b.runs[0]?.x ?? 0));
}

/** A gap of so many letters is as many blanks, for it keeps columns apart. */
const WIDE = 1.7;
/** No gap within a line is more blanks. */
const MOST_BLANKS = 20;

function lineText(runs: readonly TextRun[], letter: number): string {
  let text = '';
  let end = 0;
  for (const run of runs) {
    if (text !== '') {
      const gap = (run.x - end) / letter;
      const isApart = /\s$/.test(text) || /^\s/.test(run.text);
      if (gap > WIDE) text = text.trimEnd() + ' '.repeat(Math.min(MOST_BLANKS, Math.round(gap)));
      else if (gap > 0.25 && !isApart) text += ' ';
    }
    text += run.text;
    end = run.x + run.width;
  }
  return text.trimEnd();
}

function median(values: readonly number[]): number {
  return middle(values, 0.5);
}

/** The value below which `part` of the values lie; 0 of none. */
function middle(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? 0;
}
