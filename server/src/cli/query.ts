import { type CableQuery, readQuery } from '../archive/query/query';
import type { EntryList, Snapshot } from '../archive/snapshot';
import { TextSearcher } from '../host/search/searcher';
import { UsageError } from './arguments';
import type { Output } from './output';

/** `args` with what excludes, such as `-class:secret`, behind a `--`: it would be taken for an option. */
export function excludedBehind(args: readonly string[]): readonly string[] {
  if (args.includes('--')) return args;
  const isExcluded = (arg: string) => /^-[^-]/.test(arg);
  const excluded = args.filter(isExcluded);
  return excluded.length === 0 ? args : [...args.filter(arg => !isExcluded(arg)), '--', ...excluded];
}

/** The query that arguments say. One alone is the query as written; of several each is a part of it, kept together. Throws `UsageError`. */
export function queryOf(args: readonly string[]): CableQuery {
  const text = args.length === 1 ? (args[0] ?? '') : args.map(keptTogether).join(' ');
  const { query, problem } = readQuery(text);
  if (problem) throw new UsageError(problem.message.replace(/\.$/, ''));
  return query;
}

/** The shell has taken the quotation marks of `from:"AMEMBASSY ANKARA"` away. */
function keptTogether(arg: string): string {
  if (!/\s/.test(arg) || /["“”„«»]/.test(arg)) return arg;
  const [, field = '', value = ''] = /^(-?[A-Za-z_-]+:)?(.*)$/s.exec(arg) ?? [];
  return `${field}"${value}"`;
}

/** The cables of an archive for which all of a query holds, in the order of their ids. Shows how far it is, and says what could not be read. */
export async function searchArchive(
  archive: Snapshot,
  query: CableQuery,
  output: Output,
): Promise<EntryList> {
  const selection = archive.select(query);
  const inOrder = (found: typeof selection) => found.inOrder({ by: 'id', descending: false }, () => 0);
  if (query.words.length === 0) return inOrder(selection);
  const search = selection.seek(query.words);
  const searcher = new TextSearcher(folder => folder);
  const { problems } = await searcher.search(search, query.words, {
    onProgress: done => output.progress(`${done} of ${search.total} texts`),
  });
  await searcher.close();
  output.progress('');
  for (const text of problems) output.say(`reftel: ${text}`);
  return inOrder(search.found());
}
