import { type ImportEnd, importSources } from '../host/import/importSources';
import { PROVENANCE_FILE } from '../host/import/provenance';
import { type ImportKind, importKinds } from '../import/model';
import type { ItemOutcome, Outcome } from '../import/outcome';
import { visibleLine } from '../text/visible';
import { choose, readArguments, UsageError } from './arguments';
import type { Command, Status } from './command';
import type { Output } from './output';

/** So many new files of a source are named. */
const NAMED = 10;

export const importCables: Command = {
  name: 'import',
  summary: 'cables from dumps, web pages, tables and PDFs to a folder of files',
  help: `usage: reftel import SOURCE… --to DIR [--from KIND] [--dry-run] [--format text|ndjson]

Writes one file per telegram into DIR, named after its id: DIR/2007/07MUSCAT73.cable. SOURCE is a file or a folder of
them. Nothing is overwritten: where a file with the same text is there already, that is said; one with another text stays,
and the new one is called 07MUSCAT73-2.cable. A telegram without an id is named after its source and its number in it.
DIR/${PROVENANCE_FILE} says for each file where it came from. An import that was stopped goes on where it was when
it is started again.

  --to DIR        where the files go
  --from KIND     what the sources are (default: auto, which looks at their content)
                  cablegate-csv   the table of 251,287 cables, as comma-separated values or SQL
                  wikileaks-html  pages with a table of class cable and the text below it
                  plusd           pages of PlusD, saved as HTML or as text
                  aad             tables of the National Archives as CSV, TSV or XML; rows without text are only listed
                  frus            volumes of Foreign Relations of the United States in TEI
                  pdf             the text of released paper and of printed cables; scans without text are named
                  text            a text with one telegram or several
  --dry-run       says what would be done and writes nothing
  --format text   a summary of each source, its first ${NAMED} new files, and each row that is damaged, with its
                  line (default)
  --format ndjson one JSON object for each source, telegram, record and damaged row, and at last a summary

Exit code: 0; 1 if something could not be imported; 2 if it could not run, could not read a SOURCE or was stopped.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(args, ['to', 'from', 'format'], ['dry-run']);
    const format = choose('format', options.format, ['text', 'ndjson']);
    const from = choose('from', options.from, KINDS);
    const { to } = options;
    if (rest.length === 0) throw new UsageError('SOURCE is missing');
    if (to === undefined || to === '') throw new UsageError('--to DIR is missing');
    const dryRun = flags.has('dry-run');
    const report = format === 'ndjson' ? new JsonReport(output) : new TextReport(output, dryRun);
    const counts = new Counts();
    const signal = interruption();
    const end = await importSources({
      sources: rest,
      to,
      from: from === 'auto' ? null : from,
      dryRun,
      signal,
      async onOutcome(outcome) {
        counts.add(outcome);
        await report.add(outcome);
      },
      onProgress(source, bytes, of) {
        if (of > 0)
          output.progress(`${source}: ${Math.floor((100 * bytes) / of)} %, ${counts.written} written`);
      },
    });
    output.progress('');
    await report.end(counts, end);
    return statusOf(counts, end, output);
  },
};

const KINDS: readonly ['auto', ...ImportKind[]] = ['auto', ...importKinds];

/** Receives the first Ctrl+C or request to end; the second ends the process at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function statusOf(counts: Counts, end: ImportEnd, output: Output): Status {
  if (end.kind === 'unwritable') {
    output.say(`reftel: ${visibleLine(end.problem.path)}: ${end.problem.message}`);
    return 2;
  }
  if (end.kind === 'stopped') output.say('reftel: stopped; the same command goes on from there');
  if (end.kind === 'stopped' || end.unreadable > 0) return 2;
  return counts.damaged > 0 || counts.refused > 0 ? 1 : 0;
}

/** How many outcomes of each kind there are. */
class Counts {
  written = 0;
  there = 0;
  record = 0;
  damaged = 0;
  refused = 0;
  source = 0;

  add({ status }: Outcome): void {
    this[status]++;
  }
}

interface Report {
  add(outcome: Outcome): void | Promise<void>;
  end(counts: Counts, end: ImportEnd): Promise<void>;
}

class JsonReport implements Report {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  add(outcome: Outcome): Promise<void> {
    return this.#output.write(`${JSON.stringify(outcome)}\n`, 'json');
  }

  end({ written, there, record, damaged, refused }: Counts, end: ImportEnd): Promise<void> {
    const otherFiles = end.kind === 'unwritable' ? 0 : end.otherFiles;
    const sums = { written, there, records: record, damaged, refused, otherFiles };
    return this.#output.write(`${JSON.stringify({ status: 'summary', ...sums, end: end.kind })}\n`, 'json');
  }
}

/** Says each source with its sums, and each damaged row in its place. */
class TextReport implements Report {
  readonly #output: Output;
  readonly #verb: string;
  #source: { readonly name: string; readonly kind: ImportKind; readonly counts: Counts } | null = null;
  #named = 0;

  constructor(output: Output, dryRun: boolean) {
    this.#output = output;
    this.#verb = dryRun ? 'would be written' : 'written';
  }

  async add(outcome: Outcome): Promise<void> {
    if (outcome.status === 'source') {
      await this.#endSource();
      this.#source = { name: outcome.source, kind: outcome.kind, counts: new Counts() };
      this.#named = 0;
      return;
    }
    if (outcome.source !== this.#source?.name) await this.#endSource();
    this.#source?.counts.add(outcome);
    const line = this.#lineOf(outcome);
    if (line !== null) await this.#output.write(`${line}\n`);
  }

  #lineOf(outcome: Outcome): string | null {
    switch (outcome.status) {
      case 'damaged':
        return `${placeName(outcome)}: not imported: ${outcome.reason}`;
      case 'refused':
        return `${visibleLine(outcome.source)}: not imported: ${outcome.reason}`;
      case 'written':
        return ++this.#named <= NAMED ? `${placeName(outcome)}: ${this.#verb}: ${outcome.file}` : null;
      default:
        return null;
    }
  }

  async #endSource(isWhole = true): Promise<void> {
    if (!this.#source) return;
    const { name, kind, counts } = this.#source;
    this.#source = null;
    const sums: readonly (readonly [number, string])[] = [
      [counts.written, this.#verb],
      [counts.there, 'there already'],
      [counts.record, 'without text, in the list only'],
      [counts.damaged, 'damaged'],
    ];
    const said = sums.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    if (said.length > 0 || isWhole)
      await this.#output.write(`${visibleLine(name)}: ${kind}: ${said.join(', ') || 'no telegrams'}\n`);
  }

  async end(counts: Counts, end: ImportEnd): Promise<void> {
    await this.#endSource(end.kind === 'done');
    const otherFiles = end.kind === 'unwritable' ? 0 : end.otherFiles;
    if (counts.source > 1)
      await this.#output.write(
        `${counts.source} sources: ${counts.written} ${this.#verb}, ${counts.there} there already, ${counts.damaged} damaged\n`,
      );
    if (end.kind === 'done' && counts.source + counts.refused + end.unreadable + otherFiles === 0)
      await this.#output.write('there are no files to import\n');
    if (otherFiles > 0)
      await this.#output.write(`${otherFiles} ${otherFiles === 1 ? 'file holds' : 'files hold'} no cables\n`);
  }
}

/** `cables.csv:1234: row 17`, with what of it is known. */
function placeName({ source, line, row, page }: ItemOutcome): string {
  const file = line === undefined ? visibleLine(source) : `${visibleLine(source)}:${line}`;
  if (page !== undefined) return `${file}: page ${page}`;
  return row === undefined ? file : `${file}: row ${row}`;
}
