import { existsSync } from 'node:fs';
import { parseDocument } from '../cable/document';
import { parseMrn } from '../cable/identity';
import type { Cable } from '../cable/model';
import { type Comparison, compareCables, type Difference } from '../features/compare/compare';
import { visibleLine } from '../text/visible';
import { choose, readArguments, UsageError } from './arguments';
import { cableOf } from './cableOf';
import type { Command, Status } from './command';
import { readNamed, STDIN } from './input';
import { archiveOf } from './openArchive';
import type { Output } from './output';

export const compareCopies: Command = {
  name: 'compare',
  summary: 'how two copies of a cable differ',
  help: `usage: reftel compare A B [--format text|json] [--in DIR] [--cache DIR]

Compares two copies of a cable paragraph by paragraph and names the differences in words: what is blacked out, lost lines,
other readings. Wraps, page lines and what copies add make no difference.
A and B are files, - for standard input, or ids of cables in DIR. The same id twice, or one id alone, compares the first
two files of that cable.

  --format text  a line for each difference: place, line in A, line in B, what differs (default)
  --format json  { a, b, summary, truncated, differences: [{ part, kind, lineA, lineB, text }] }, lines counting from 1
  --in DIR       the folder to look in (default: .)
  --cache DIR    where the archive of the folder is saved, see reftel index

Exit code: 0 if the copies say the same; 1 if they differ; 2 if one is not there or could not be read.
`,
  async run(args, output) {
    const { options, rest } = readArguments(args, ['format', 'in', 'cache']);
    const format = choose('format', options.format, ['text', 'json']);
    const [a, b = a, more] = rest;
    if (a === undefined || b === undefined) throw new UsageError('A and B are missing');
    if (more !== undefined) throw new UsageError(`expected A and B, unexpected ${more}`);
    if (rest.length === 1 && idOf(a) === null) throw new UsageError('B is missing');
    const copies = await copiesOf([a, b], { in: options.in, cache: options.cache }, output);
    if (!copies) return 2;
    const comparison = compareCables(copies[0].cable, copies[1].cable);
    await output.write((format === 'json' ? asJson : asText)(copies, comparison));
    if (comparison.truncated)
      output.note(`reftel: only the first ${comparison.differences.length} are listed`);
    return (comparison.differences.length === 0 ? 0 : 1) satisfies Status;
  },
};

interface Copy {
  readonly file: string;
  readonly cable: Cable;
}

interface Folder {
  readonly in: string | undefined;
  readonly cache: string | undefined;
}

/** The id that an argument is, unless it is the name of a file. */
function idOf(argument: string): string | null {
  return argument === STDIN || existsSync(argument) ? null : parseMrn(argument);
}

/** The two copies; null if one of them is not there, which is said. Of a file with several telegrams the one that the other copy is. */
async function copiesOf(
  names: readonly [string, string],
  folder: Folder,
  output: Output,
): Promise<readonly [Copy, Copy] | null> {
  const [a, b] = names.map(idOf);
  const found =
    a != null || b != null ? await byId([a ?? null, b ?? null], folder, output) : ([null, null] as const);
  if (!found) return null;
  const [first, second] = [found[0] ?? fromFile(names[0], output), found[1] ?? fromFile(names[1], output)];
  if (!first || !second) return null;
  const matching = (copies: readonly Copy[], others: readonly Copy[]) =>
    copies.find(({ cable }) => others.some(other => other.cable.mrn === cable.mrn)) ?? copies[0];
  const [copyA, copyB] = [matching(first, second), matching(second, first)];
  return copyA && copyB ? [copyA, copyB] : null;
}

function fromFile(path: string, output: Output): readonly Copy[] | null {
  const read = readNamed({ path }, output);
  if (read.kind !== 'cable') return null;
  return parseDocument(read.text, read.file).map(cable => ({ file: read.file, cable }));
}

/** The copies by id; null for what was no id, and altogether if a copy is not there. */
async function byId(
  ids: readonly [string | null, string | null],
  { in: folder = '.', cache }: Folder,
  output: Output,
): Promise<readonly [readonly Copy[] | null, readonly Copy[] | null] | null> {
  const archive = await archiveOf(folder, { cache }, output);
  if (!archive) return null;
  const copyOf = (id: string, n: number): readonly Copy[] | null => {
    const entry = archive.snapshot.find(id)[n];
    if (!entry) {
      output.say(`reftel: ${n === 0 ? `${id} is not in this folder` : `there is no other copy of ${id}`}`);
      return null;
    }
    const cable = cableOf(entry, output);
    return cable && [{ file: entry.uri, cable }];
  };
  const [a, b] = ids;
  const copies = [a === null ? null : copyOf(a, 0), b === null ? null : copyOf(b, a === b ? 1 : 0)] as const;
  return (a !== null && !copies[0]) || (b !== null && !copies[1]) ? null : copies;
}

function asText([a, b]: readonly [Copy, Copy], { differences, summary }: Comparison): string {
  const rows = differences.map(({ part, lineA, lineB, text }) => {
    const lines = [place('A', lineA), place('B', lineB)].join('\t');
    return `${part}\t${lines}\t${text}\n`;
  });
  return [`A\t${visibleLine(a.file)}\n`, `B\t${visibleLine(b.file)}\n`, ...rows, `${summary}\n`].join('');
}

function place(name: string, line: number | null): string {
  return line === null ? `${name} -` : `${name} ${line + 1}`;
}

function asJson([a, b]: readonly [Copy, Copy], { differences, summary, truncated }: Comparison): string {
  const place = ({ file, cable }: Copy) => ({ file, mrn: cable.mrn });
  const counted = (line: number | null) => (line === null ? null : line + 1);
  const listed = differences.map(({ part, kind, lineA, lineB, text }: Difference) => ({
    part,
    kind,
    lineA: counted(lineA),
    lineB: counted(lineB),
    text,
  }));
  return `${JSON.stringify({ a: place(a), b: place(b), summary, truncated, differences: listed }, null, 2)}\n`;
}
