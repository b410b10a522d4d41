import { globMatcher, pathNamedBy } from '../../text/glob';
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
  const ignored = new IgnoredCodes(folder.ignore);
  return path => {
    const codes = ignored.in(path);
    return codes.length === 0 ? levels : { ...levels, ...off(codes) };
  };
}

/** What is ignored, by file. Entries that name a file or a folder without a wildcard cost nothing elsewhere. */
class IgnoredCodes {
  readonly #byPath = new Map<string, Set<string>>();
  readonly #byGlob: { readonly names: (path: string) => boolean; readonly code: string }[] = [];
  /** What was found last: a file is asked for again at each key press. */
  #last: { readonly path: string; readonly codes: readonly string[] } | null = null;

  constructor(ignored: readonly Ignored[]) {
    for (const { file, code } of ignored) {
      const path = pathNamedBy(file);
      if (path === null) this.#byGlob.push({ names: globMatcher(file), code });
      else this.#byPath.set(path, (this.#byPath.get(path) ?? new Set()).add(code));
    }
  }

  /** The codes that are ignored in the file at `path`. */
  in(path: string): readonly string[] {
    if (this.#last?.path === path) return this.#last.codes;
    const codes = this.#byGlob.filter(({ names }) => names(path)).map(({ code }) => code);
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      codes.push(...(this.#byPath.get(path.slice(0, end)) ?? []));
    this.#last = { path, codes };
    return codes;
  }
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
