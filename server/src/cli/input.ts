import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectionOf } from '../archive/selection';
import { looksLikeCable } from '../cable/recognise';
import { SETTINGS_FILE } from '../checks/settings/settingsName';
import { collectCables } from '../host/files/collect';
import { decode } from '../host/files/decode';
import { holderWords, wordsOf } from '../host/files/holder';
import { type FileProblem, problemOf } from '../host/files/problem';
import { dumpProblem, type ReadResult, readCable } from '../host/files/read';
import { visibleLine } from '../text/visible';
import { expandGlobs } from './globs';
import type { Output } from './output';

type OnCable = (file: string, text: string) => void | Promise<void>;

/** The argument that stands for standard input. */
export const STDIN = '-';

/** What `--stdin-name` is without the option. */
export const STDIN_NAME = 'stdin';

/** A file or a folder that was named. */
export interface NamedPath {
  readonly path: string;
  /** Where `path` is standard input: what that is called. */
  readonly stdinName?: string | undefined;
  /** Globs of what of a folder is left out, see `selectionOf`. */
  readonly exclude: readonly string[];
}

/** The files and folders that arguments name, `.` where there are none, with globs expanded. Throws `UsageError`. */
export function namedPaths(rest: readonly string[]): readonly string[] {
  return rest.length === 0 ? ['.'] : expandGlobs(rest);
}

/**
 * Reads the cables of `paths` in their order, and says what could not be read. A named file that is not a cable is reported.
 * Returns whether everything that was named could be read; what a folder holds is not named.
 */
export async function eachCable(
  paths: readonly NamedPath[],
  output: Output,
  onCable: OnCable,
): Promise<boolean> {
  let complete = true;
  for (const path of paths) if (!(await readPath(path, output, onCable))) complete = false;
  return complete;
}

/** Says why a file or a folder could not be read. */
export function sayProblem({ path, message }: FileProblem, output: Output): void {
  output.say(`reftel: ${visibleLine(path)}: ${message}`);
}

async function readPath(named: NamedPath, output: Output, onCable: OnCable): Promise<boolean> {
  const { path } = named;
  if (path !== STDIN && isFolder(path)) return await readFolder(named, output, onCable);
  const result = readNamed(named, output);
  if (result.kind === 'cable') await onCable(result.file, result.text);
  return result.kind !== 'unreadable';
}

/** Reads a named file, or standard input, and reports it if it is not a cable or cannot be read. `file` is what it is called. */
export function readNamed(
  { path, stdinName }: Pick<NamedPath, 'path' | 'stdinName'>,
  output: Output,
):
  | { readonly kind: 'cable'; readonly file: string; readonly text: string }
  | { readonly kind: 'no-cable' | 'unreadable' } {
  const file = path === STDIN ? (stdinName ?? STDIN_NAME) : path;
  const result = path === STDIN ? readStdin(file) : readCable(path);
  if (result.kind === 'text') return { kind: 'cable', file, text: result.text };
  if (result.kind === 'declined' || result.problem.kind === 'binary') {
    const words = 'words' in result ? result.words : holderWords(path);
    output.say(`reftel: ${visibleLine(file)}: ${words ?? 'not a cable'}`);
    return { kind: 'no-cable' };
  }
  sayProblem(result.problem, output);
  return { kind: 'unreadable' };
}

/** Reads standard input to its end as the cable `file`; `words` say what it is where it is none. */
function readStdin(file: string): ReadResult | { readonly kind: 'declined'; readonly words: string | null } {
  try {
    const bytes = readFileSync(0);
    const text = decode(bytes);
    if (text !== null && looksLikeCable(text)) return dumpProblem(file, text) ?? { kind: 'text', text };
    return { kind: 'declined', words: wordsOf(bytes) };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(file, error) };
  }
}

/** Returns whether the folder itself could be read. */
async function readFolder(
  { path: folder, exclude }: NamedPath,
  output: Output,
  onCable: OnCable,
): Promise<boolean> {
  let readable = true;
  const onProblem = (problem: FileProblem) => {
    if (problem.path === folder) readable = false;
    sayProblem(problem, output);
  };
  await collectCables(folder, { onCable, onProblem, selection: selectionOf(exclude) });
  return readable;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The problem with `path` where it is no folder that can be read. */
export function folderProblem(path: string): FileProblem | null {
  try {
    if (statSync(path).isDirectory()) {
      accessSync(path, constants.R_OK);
      return null;
    }
    return { path, kind: 'unreadable', message: 'it is no folder' };
  } catch (error) {
    return problemOf(path, error);
  }
}

/** The first of the folder `path`, which is absolute, and those above it in which there is a `reftel.json`; null if there is none. */
export function nearestWithSettings(path: string): string | null {
  if (existsSync(join(path, SETTINGS_FILE))) return path;
  const parent = dirname(path);
  return parent === path ? null : nearestWithSettings(parent);
}
