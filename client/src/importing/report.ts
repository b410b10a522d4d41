import type { ItemOutcome, Outcome } from '../../../server/src/import/outcome';
import { type Counted, counted, fill, numberIn } from '../page/words';

/** So many lines of one kind are listed; how many more there are is said. */
const LISTED = 2000;

/** The words of a report in the user's language. */
export interface ReportWords {
  /** The language in which numbers are written. */
  readonly locale: string;
  /** `{0} telegrams in {1}`, of the name of a source; `{0} telegrams in {1} sources`. */
  readonly inOne: Counted;
  readonly inSeveral: Counted;
  readonly there: Counted;
  readonly records: Counted;
  readonly damaged: Counted;
  readonly refused: Counted;
  readonly title: string;
  /** Why something was not imported, of what the command line says of it. */
  reason(english: string): string;
  /** `Into {0}: {1} written, {2} there already, {3} damaged.` */
  readonly into: string;
  readonly stopped: string;
  readonly columns: readonly [
    source: string,
    kind: string,
    written: string,
    there: string,
    records: string,
    damaged: string,
  ];
  readonly moreSources: Counted;
  /** `{0}, page {1}` */
  readonly page: string;
  readonly more: Counted;
  readonly sections: Readonly<Record<'damaged' | 'refused' | 'numbered', string>>;
  /** That the folder keeps where each file came from. */
  readonly origins: string;
}

/** What an import did or would do, as sums and as a document. */
export class ImportReport {
  readonly #sources: readonly string[];
  readonly #to: string;
  readonly #words: ReportWords;
  readonly #kinds = new Map<
    string,
    { readonly kind: string; written: number; there: number; records: number; damaged: number }
  >();
  readonly #damaged = new Listing();
  readonly #numbered = new Listing();
  readonly #refused = new Listing();
  written = 0;
  there = 0;
  records = 0;
  damaged = 0;
  refused = 0;

  /** `sources` are the paths that were named, `to` is the folder that the files go to. */
  constructor(sources: readonly string[], to: string, words: ReportWords) {
    this.#sources = sources;
    this.#to = to;
    this.#words = words;
  }

  /** How many telegrams and records there are so far, damaged ones included. */
  get telegrams(): number {
    return this.written + this.there + this.records + this.damaged;
  }

  add(outcome: Outcome): void {
    switch (outcome.status) {
      case 'source':
        this.#kinds.set(outcome.source, { kind: outcome.kind, written: 0, there: 0, records: 0, damaged: 0 });
        return;
      case 'refused':
        this.refused++;
        this.#refused.add(`${outcome.source}: ${this.#words.reason(outcome.reason)}`);
        return;
      case 'damaged':
        this.damaged++;
        this.#damaged.add(`${placeOf(outcome, this.#words)}: ${this.#words.reason(outcome.reason)}`);
        break;
      case 'record':
        this.records++;
        break;
      case 'there':
        this.there++;
        break;
      case 'written':
        this.written++;
        if (/-\d+\.cable$/.test(outcome.file) && outcome.id !== null)
          this.#numbered.add(`${outcome.file} (${placeOf(outcome, this.#words)})`);
    }
    const sums = this.#kinds.get(outcome.source);
    if (sums) sums[outcome.status === 'record' ? 'records' : outcome.status]++;
  }

  /** One sentence: `251,287 telegrams in cables.csv (cablegate-csv); 12 are there already; 3 rows are damaged.` */
  summary(): string {
    const words = this.#words;
    const kinds = [...new Set([...this.#kinds.values()].map(({ kind }) => kind))].join(', ');
    const [first = ''] = this.#sources;
    const [sentence, where] =
      this.#sources.length === 1
        ? [words.inOne, nameOf(first)]
        : [words.inSeveral, this.#number(this.#sources.length)];
    const all = this.#counted(sentence, this.written + this.there, where);
    const some = (clause: Counted, count: number) => (count > 0 ? [this.#counted(clause, count)] : []);
    const parts = [
      kinds === '' ? all : `${all} (${kinds})`,
      ...some(words.there, this.there),
      ...some(words.records, this.records),
      ...some(words.damaged, this.damaged),
      ...some(words.refused, this.refused),
    ];
    return `${parts.join('; ')}.`;
  }

  /** The report as Markdown. `isStopped` where the import was cancelled. */
  text(isStopped: boolean): string {
    const words = this.#words;
    const number = (value: number) => this.#number(value);
    const rows = [...this.#kinds].map(
      ([source, { kind, written, there, records, damaged }]) =>
        `| ${escaped(source)} | ${kind} | ${[written, there, records, damaged].map(number).join(' | ')} |`,
    );
    const more = Math.max(0, rows.length - LISTED);
    const sums = [this.written, this.there, this.damaged].map(number);
    const section = (name: keyof ReportWords['sections'], listing: Listing) =>
      listing.section(words.sections[name], rest => this.#counted(words.more, rest));
    return [
      `# ${words.title}`,
      '',
      fill(words.into, escaped(this.#to), ...sums),
      ...(isStopped ? ['', words.stopped] : []),
      '',
      `| ${words.columns.join(' | ')} |`,
      '|---|---|---:|---:|---:|---:|',
      ...rows.slice(0, LISTED),
      ...(more > 0 ? ['', this.#counted(words.moreSources, more)] : []),
      ...section('damaged', this.#damaged),
      ...section('refused', this.#refused),
      ...section('numbered', this.#numbered),
      '',
      words.origins,
      '',
    ].join('\n');
  }

  #counted(sentence: Counted, count: number, ...more: readonly string[]): string {
    return counted(sentence, count, this.#words.locale, ...more);
  }

  #number(value: number): string {
    return numberIn(value, this.#words.locale);
  }
}

class Listing {
  readonly #lines: string[] = [];
  #count = 0;

  add(line: string): void {
    this.#count++;
    if (this.#lines.length < LISTED) this.#lines.push(`- ${escaped(line)}`);
  }

  /** The lines below a title; `more` says how many are left out. */
  section(title: string, more: (rest: number) => string): readonly string[] {
    if (this.#count === 0) return [];
    const rest = this.#count - this.#lines.length;
    return ['', `## ${title}`, '', ...this.#lines, ...(rest > 0 ? [`- ${more(rest)}`] : [])];
  }
}

function placeOf({ source, line, row, page }: ItemOutcome, words: ReportWords): string {
  if (line !== undefined) return `${source}:${line}`;
  if (page !== undefined) return fill(words.page, source, page);
  return row === undefined || row === 1 ? source : `${source}, ${row}`;
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Text that Markdown would take for its own signs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
