import type { Artefact, Cable } from '../../cable/model';
import type { Span } from '../../text/span';
import { SpanIndex } from '../../text/spanIndex';
import { type Citing, citingsOf } from '../citing';
import type { Location } from '../reading';
import type { PageLine, PageRun } from './model';

/** Turns spans of the text into lines for a page. */
export class Drawing {
  readonly #cable: Cable;
  readonly #citings: SpanIndex<Citing>;
  readonly #lineBreaks: SpanIndex<Artefact>;
  readonly #placeOf: (ids: readonly string[]) => Location | null;

  constructor(cable: Cable, placeOf: (ids: readonly string[]) => Location | null) {
    this.#cable = cable;
    this.#placeOf = placeOf;
    this.#citings = new SpanIndex(citingsOf(cable));
    this.#lineBreaks = new SpanIndex(cable.artefacts.filter(({ kind }) => kind === 'line-break'));
  }

  /** The filled lines of a span; what copies put at the ends of lines is left out. */
  lines(span: Span): readonly PageLine[] {
    const { lines } = this.#cable;
    const drawn: PageLine[] = [];
    for (
      let line = lines.lineAt(span.start);
      line <= lines.lineAt(Math.max(span.start, span.end - 1));
      line++
    ) {
      const whole = lines.span(line);
      const words = { start: Math.max(whole.start, span.start), end: Math.min(whole.end, span.end) };
      const runs = this.#runs(words);
      if (runs.some(({ text }) => text.trim() !== ''))
        drawn.push({ line, original: this.#cable.text.slice(whole.start, whole.end), runs });
    }
    return drawn;
  }

  #runs({ start, end }: Span): readonly PageRun[] {
    const runs: PageRun[] = [];
    let at = start;
    for (const citing of this.#citings.overlapping({ start, end })) {
      const from = Math.max(citing.start, at);
      const to = Math.min(citing.end, end);
      if (from >= to) continue;
      runs.push(...this.#plain({ start: at, end: from }));
      const { ids } = citing;
      runs.push({ text: this.#cable.text.slice(from, to), ids, place: this.#placeOf(ids) });
      at = to;
    }
    runs.push(...this.#plain({ start: at, end }));
    return runs;
  }

  #plain(span: Span): readonly PageRun[] {
    const [mark] = this.#lineBreaks.overlapping(span);
    const words = this.#cable.text.slice(
      span.start,
      Math.max(span.start, Math.min(span.end, mark?.start ?? span.end)),
    );
    return words === '' ? [] : [{ text: words, ids: [], place: null }];
  }
}
