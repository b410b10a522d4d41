import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Levels } from '../checks';
import { type FolderSettings, levelsByFile, NO_SETTINGS, SETTINGS_FILE } from '../checks/settings';
import { readSettings } from '../checks/settingsFile';
import { readText } from '../host/read';
import { globMatcher } from '../text/glob';
import { LineTable } from '../text/lineTable';
import { sayProblem } from './input';
import type { Output } from './output';

/** What a `reftel.json` says about the cables of one PATH, which are named as the walk names them. */
export interface PathSettings {
  levels(file: string): Levels;
  /** Whether a file is kept out of the archive. */
  excludes(file: string): boolean;
  /** Whether nothing is wrong with it; what is wrong has been said. */
  readonly sound: boolean;
}

/**
 * Finds the settings for files and folders that were named: those of the `reftel.json` in the folder, or in the nearest one
 * above. What is wrong with one is said once, as `file:line:column: message`, and nothing else of it is lost.
 */
export function settingsFinder(output: Output): (path: string) => PathSettings {
  const known = new Map<string | null, PathSettings>();
  return path => {
    const folder = nearestWithSettings(resolve(path));
    const settings = known.get(folder) ?? settingsIn(folder, output);
    known.set(folder, settings);
    return settings;
  };
}

/** The first of `path` and the folders above it in which there is a `reftel.json`. */
function nearestWithSettings(path: string): string | null {
  if (existsSync(join(path, SETTINGS_FILE))) return path;
  const parent = dirname(path);
  return parent === path ? null : nearestWithSettings(parent);
}

function settingsIn(folder: string | null, output: Output): PathSettings {
  const root = folder ?? '.';
  const { settings, sound } =
    folder === null ? { settings: NO_SETTINGS, sound: true } : readFile(join(folder, SETTINGS_FILE), output);
  const levels = levelsByFile(settings);
  const excluded = settings.archive.exclude.map(globMatcher);
  const within = (file: string) => relative(root, resolve(file)).replaceAll(sep, '/');
  return {
    levels: file => levels(within(file)),
    excludes: file => excluded.some(names => names(within(file))),
    sound,
  };
}

function readFile(
  path: string,
  output: Output,
): { readonly settings: FolderSettings; readonly sound: boolean } {
  const file = relative('.', path);
  const read = readText(path);
  if (read.kind !== 'text') {
    if (read.kind === 'problem') sayProblem({ ...read.problem, path: file }, output);
    return { settings: NO_SETTINGS, sound: false };
  }
  const { settings, problems } = readSettings(read.text);
  const lines = new LineTable(read.text);
  for (const { start, message } of problems) {
    const { line, character } = lines.positionAt(start);
    output.say(`${file}:${line + 1}:${character + 1}: ${message}`);
  }
  return { settings, sound: problems.length === 0 };
}
