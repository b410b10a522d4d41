import { globMatcher } from '../../text/glob';
import { checks } from '../index';
import { LEVELS, type Level, type Levels } from './levels';

/** What a folder's `reftel.json` says. Globs are relative to the folder (see `globMatcher`). */
export interface FolderSettings {
  readonly diagnostics: Levels;
  readonly ignore: readonly Ignored[];
  readonly archive: { readonly exclude: readonly string[] };
}

/** An ignored finding, and why it is ignored. */
export interface Ignored {
  /** A glob. */
  readonly file: string;
  /** A code, or `*` for all. */
  readonly code: string;
  readonly reason: string;
}

/** Those of a folder without a `reftel.json`. */
export const NO_SETTINGS: FolderSettings = { diagnostics: {}, ignore: [], archive: { exclude: [] } };

/**
 * The levels for each file of a folder, by its path in the folder with forward slashes. What is ignored is off. Otherwise what the
 * editor says wins, where it is not `default`; then what the folder says; then the check's own default.
 */
export function levelsByFile(folder: FolderSettings, editor: Levels = {}): (path: string) => Levels {
  const levels: Levels = { ...folder.diagnostics, ...spoken(editor) };
  const ignored = folder.ignore.map(({ file, code }) => ({ names: globMatcher(file), code }));
  return path => {
    const codes = ignored.filter(({ names }) => names(path)).map(({ code }) => code);
    return codes.length === 0 ? levels : { ...levels, ...off(codes) };
  };
}

/** The valid levels in an untrusted value; the rest is dropped. */
export function levelsIn(value: unknown): Levels {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value);
  return Object.fromEntries(entries.filter(([code, level]) => isCode(code) && isLevel(level)));
}

export function isLevel(value: unknown): value is Level {
  return LEVELS.some(level => level === value);
}

export function isCode(value: unknown): value is string {
  return checks.some(({ code }) => code === value);
}

function spoken(levels: Levels): Levels {
  return Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== 'default'));
}

function off(codes: readonly string[]): Levels {
  const all = codes.includes('*') ? checks.map(({ code }) => code) : codes;
  return Object.fromEntries(all.map(code => [code, 'off']));
}
