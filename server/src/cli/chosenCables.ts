import { statSync } from 'node:fs';
import { Archive } from '../archive/archive';
import { factsOf } from '../archive/facts';
import type { CableQuery } from '../archive/query/query';
import type { EntryList } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import { type NamedPath, STDIN } from './input';
import { archiveOf } from './openArchive';
import type { Output } from './output';
import { queryOf, searchArchive } from './query';

/** The cables of files and folders for which a query holds. */
export interface ChosenCables {
  /** Where they are, in the order of the paths asked for; single files are there whether they have any or not. */
  readonly paths: readonly NamedPath[];
  /** Whether all folders could be read. */
  readonly complete: boolean;
  /** Whether a telegram of a file is one of them. */
  has(file: string, cable: Cable): boolean;
}

/**
 * Finds the cables of `paths` for which a query holds: in folders by their archives, in single files and standard input by each telegram
 * alone. Throws `UsageError` for a query that is not understood.
 */
export async function chosenCables(
  text: string,
  paths: readonly NamedPath[],
  cache: string | undefined,
  output: Output,
): Promise<ChosenCables> {
  const query = queryOf([text]);
  const lines = new Map<string, Set<number>>();
  const chosen: NamedPath[] = [];
  let complete = true;
  for (const path of paths) {
    if (!isFolder(path)) {
      chosen.push(path);
      continue;
    }
    const archive = await archiveOf(path.path, { cache }, output);
    const found = archive && (await searchArchive(archive.snapshot, query, output));
    if (found) for (const file of filesOf(found, lines)) chosen.push({ ...path, path: file });
    else complete = false;
  }
  return {
    paths: chosen,
    complete,
    has: (file, cable) => {
      const found = lines.get(file);
      return found ? isAt(found, cable) : holdsFor(query, file, cable);
    },
  };
}

function isFolder({ path }: NamedPath): boolean {
  return path !== STDIN && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The files of a list in the order of their names; notes in `lines` where in them its cables stand. */
function filesOf(list: EntryList, lines: Map<string, Set<number>>): readonly string[] {
  const files = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    const { uri, anchor } = list.at(i);
    files.add(uri);
    lines.set(uri, (lines.get(uri) ?? new Set()).add(anchor.start.line));
  }
  return [...files].sort();
}

/** Whether one of the lines is one of a telegram. */
function isAt(found: ReadonlySet<number>, { lines, telegram }: Cable): boolean {
  if (telegram.of === 1) return true;
  const first = lines.lineAt(telegram.start);
  const last = lines.lineAt(Math.max(telegram.start, telegram.end - 1));
  return [...found].some(line => line >= first && line <= last);
}

function holdsFor(query: CableQuery, file: string, cable: Cable): boolean {
  const selection = Archive.empty.with(file, [factsOf(cable)]).select(query);
  if (query.words.length === 0 || selection.length === 0) return selection.length > 0;
  const search = selection.seek(query.words);
  search.takeChanged(() => cable.text.slice(cable.telegram.start, cable.telegram.end));
  return search.found().length > 0;
}
