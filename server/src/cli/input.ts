import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectionOf } from '../archive/selection';
import { SETTINGS_FILE } from '../checks/settings/settingsName';
import { collectCables } from '../host/files/collect';
import { type FileProblem, problemOf } from '../host/files/problem';
import { readCable } from '../host/files/read';
import type { Output } from './output';

type OnCable = (file: string, text: string) => void | Promise<void>;

/** A file or a folder that was named. */
export interface NamedPath {
  readonly path: string;
  /** Globs of what of a folder is left out, see `selectionOf`. */
  readonly exclude: readonly string[];
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
  output.say(`reftel: ${path}: ${message}`);
}

async function readPath(named: NamedPath, output: Output, onCable: OnCable): Promise<boolean> {
  const { path } = named;
  if (isFolder(path)) return await readFolder(named, output, onCable);
  const result = readNamed(path, output);
  if (result.kind === 'cable') await onCable(path, result.text);
  return result.kind !== 'unreadable';
}

/** Reads a named file, and reports it if it is not a cable or cannot be read. */
export function readNamed(
  path: string,
  output: Output,
): { readonly kind: 'cable'; readonly text: string } | { readonly kind: 'no-cable' | 'unreadable' } {
  const result = readCable(path);
  if (result.kind === 'text') return { kind: 'cable', text: result.text };
  if (result.kind === 'declined' || result.problem.kind === 'binary') {
    output.say(`reftel: ${path}: not a cable`);
    return { kind: 'no-cable' };
  }
  sayProblem(result.problem, output);
  return { kind: 'unreadable' };
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
