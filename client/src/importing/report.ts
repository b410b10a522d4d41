import type { ItemOutcome, Outcome } from '../../../server/src/import/outcome';

/** So many lines of one kind are listed; how many more there are is said. */
const LISTED = 2000;

/** What an import did or would do, as sums and as a document. */
export class ImportReport {
  readonly #sources: readonly string[];
  readonly #to: string;
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
  constructor(sources: readonly string[], to: string) {
    this.#sources = sources;
    this.#to = to;
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
        this.#refused.add(`${outcome.source}: ${outcome.reason}`);
        return;
      case 'damaged':
        this.damaged++;
        this.#damaged.add(`${placeOf(outcome)}: ${outcome.reason}`);
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
          this.#numbered.add(`${outcome.file} (${placeOf(outcome)})`);
    }
    const sums = this.#kinds.get(outcome.source);
    if (sums) sums[outcome.status === 'record' ? 'records' : outcome.status]++;
  }

  /** One sentence: `251,287 telegrams in cables.csv (cablegate-csv); 12 are there already; 3 rows are damaged.` */
  summary(): string {
    const kinds = [...new Set([...this.#kinds.values()].map(({ kind }) => kind))].join(', ');
    const [first = ''] = this.#sources;
    const where = this.#sources.length === 1 ? nameOf(first) : `${this.#sources.length} sources`;
    const parts = [
      `${counted(this.written + this.there, 'telegram', 'telegrams')} in ${where}${kinds === '' ? '' : ` (${kinds})`}`,
      ...(this.there > 0 ? [`${number(this.there)} ${this.there === 1 ? 'is' : 'are'} there already`] : []),
      ...(this.records > 0
        ? [`${number(this.records)} without text ${this.records === 1 ? 'is' : 'are'} only listed`]
        : []),
      ...(this.damaged > 0 ? [`${counted(this.damaged, 'row is', 'rows are')} damaged`] : []),
      ...(this.refused > 0 ? [`${counted(this.refused, 'source', 'sources')} could not be read`] : []),
    ];
    return `${parts.join('; ')}.`;
  }

  /** The report as Markdown. `isStopped` where the import was cancelled. */
  text(isStopped: boolean): string {
    const rows = [...this.#kinds].map(
      ([source, { kind, written, there, records, damaged }]) =>
        `| ${escaped(source)} | ${kind} | ${[written, there, records, damaged].map(number).join(' | ')} |`,
    );
    const more = Math.max(0, rows.length - LISTED);
    return [
      '# Import of cables',
      '',
      `Into ${escaped(this.#to)}: ${number(this.written)} written, ${number(this.there)} there already, ${number(this.damaged)} damaged.`,
      ...(isStopped ? ['', 'The import was stopped. Start it again to go on from there.'] : []),
      '',
      '| source | kind | written | there already | without text | damaged |',
      '|---|---|---:|---:|---:|---:|',
      ...rows.slice(0, LISTED),
      ...(more > 0 ? ['', `… and ${number(more)} more sources`] : []),
      ...this.#damaged.section('Not imported'),
      ...this.#refused.section('Sources that hold no cables or could not be read'),
      ...this.#numbered.section('Written under a number, for another text of the same id is there'),
      '',
      '`reftel-import.ndjson` in the folder says for each file where it came from.',
      '',
    ].join('\n');
  }
}

class Listing {
  readonly #lines: string[] = [];
  #count = 0;

  add(line: string): void {
    this.#count++;
    if (this.#lines.length < LISTED) this.#lines.push(`- ${escaped(line)}`);
  }

  section(title: string): readonly string[] {
    if (this.#count === 0) return [];
    const more = this.#count - this.#lines.length;
    return ['', `## ${title}`, '', ...this.#lines, ...(more > 0 ? [`- … and ${number(more)} more`] : [])];
  }
}

function placeOf({ source, line, row, page }: ItemOutcome): string {
  if (line !== undefined) return `${source}:${line}`;
  if (page !== undefined) return `${source}, page ${page}`;
  return row === undefined || row === 1 ? source : `${source}, ${row}`;
}

function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Text that Markdown would take for its own signs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
