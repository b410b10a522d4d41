import { join, relative, resolve, sep } from 'node:path';
import type { Levels } from '../checks';
import { type FolderSettings, levelsByFile, NO_SETTINGS } from '../checks/settings/settings';
import { readSettings } from '../checks/settings/settingsFile';
import { SETTINGS_FILE } from '../checks/settings/settingsName';
import { readText } from '../host/files/read';
import { globsBelow } from '../text/glob';
import { LineTable } from '../text/lineTable';
import { visibleLine } from '../text/visible';
import { nearestWithSettings, STDIN, STDIN_NAME, sayProblem } from './input';
import type { Output } from './output';

/** What a `reftel.json` says about the cables of one PATH. */
export interface PathSettings {
  /** By a file's path as walked. */
  levels(file: string): Levels;
  /** Globs of what of the folder PATH is kept out of the archive, by paths in PATH; see `selectionOf`. */
  readonly exclude: readonly string[];
  /** Whether nothing is wrong with it; what is wrong has been said. */
  readonly sound: boolean;
}

/**
 * Finds the settings for files and folders that were named: those of the `reftel.json` in the folder, or in the nearest one
 * above. What is wrong with one is said once, as `file:line:column: message`, and nothing else of it is lost.
 */
export function settingsFinder(output: Output): (path: string, stdinName?: string) => PathSettings {
  const known = new Map<string | null, Reading>();
  return (argument, stdinName = STDIN_NAME) => {
    const path = argument === STDIN ? stdinName : argument;
    const folder = nearestWithSettings(resolve(path));
    const reading = known.get(folder) ?? settingsIn(folder, output);
    known.set(folder, reading);
    const { settings, sound } = reading;
    const root = folder ?? '.';
    const levels = levelsByFile(settings);
    const { exclude } = settings.archive;
    const below = pathWithin(root, path);
    return {
      levels: file => levels(pathWithin(root, file)),
      exclude: below === '' ? exclude : exclude.flatMap(glob => globsBelow(glob, below)),
      sound,
    };
  };
}

/** The path of a file or folder in the folder `root`, with forward slashes. */
function pathWithin(root: string, path: string): string {
  return relative(root, resolve(path)).replaceAll(sep, '/');
}

interface Reading {
  readonly settings: FolderSettings;
  readonly sound: boolean;
}

function settingsIn(folder: string | null, output: Output): Reading {
  if (folder === null) return { settings: NO_SETTINGS, sound: true };
  const path = join(folder, SETTINGS_FILE);
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
    output.say(`${visibleLine(file)}:${line + 1}:${character + 1}: ${message}`);
  }
  return { settings, sound: problems.length === 0 };
}
