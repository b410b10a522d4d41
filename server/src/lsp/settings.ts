import { selectionOf } from '../archive/selection';
import type { Finding, Levels } from '../checks';
import { levelsByFile, levelsIn, NO_SETTINGS } from '../checks/settings/settings';
import { LONGEST, readSettings } from '../checks/settings/settingsFile';
import { SETTINGS_FILE } from '../checks/settings/settingsName';
import { type CitationChoice, citationChoice, DEFAULT_CHOICE } from '../features/bibliography/source';
import { ALL_HINTS, type HintChoice } from '../features/inlayHints';
import { type AskEditor, excludedGlobs } from './configuration';
import { canonicalFolder, canonicalUri, isWithin, namingBelow } from './uris';

/** A `reftel.json` that was read. */
export interface SettingsFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Finding[];
}

/** Where settings for a file stand. */
export interface SettingsPlace {
  /** That of the `reftel.json`. */
  readonly uri: string;
  /** The path of the file for which they are, in their folder. */
  readonly path: string;
  /** The text of the `reftel.json` as it is on disk; null if there is none. */
  read(): string | null;
}

/** How the cables of one folder are checked. */
interface Rules {
  /** Canonical; null for documents of no folder. */
  readonly folder: string | null;
  readonly wholeFolder: boolean;
  readonly hints: HintChoice;
  readonly citation: CitationChoice;
  readonly notes: boolean;
  readonly file: SettingsFile | null;
  /** By a file's path in the folder. */
  levels(path: string): Levels;
  /** Whether the file at a path in the folder belongs to the archive. */
  reaches(path: string): boolean;
}

/** What the editor's settings and the `reftel.json` of each workspace folder say. */
export class Settings {
  readonly #read: (uri: string) => string | null;
  readonly #ask: AskEditor;
  #rules: readonly Rules[] = [];
  /** What the rules were made from, to detect changes. */
  #from = '';
  #loads = 0;
  /** By canonical folder: what its `reftel.json` excludes, and what the editor's settings do. */
  #excludedByFile = new Map<string, readonly string[]>();
  #excludedByEditor = new Map<string, readonly string[]>();

  /** `read` gives the text of a file, or null if there is none. */
  constructor(read: (uri: string) => string | null, ask: AskEditor) {
    this.#read = read;
    this.#ask = ask;
  }

  /** Reloads all settings; resolves to true if any changed. */
  async load(folders: readonly string[]): Promise<boolean> {
    const load = ++this.#loads;
    const texts = this.#texts(folders);
    const answers = await this.#ask([...folders, null]).catch(() => []);
    // A later call has read newer values.
    if (load !== this.#loads) return false;
    return this.#take(
      folders,
      texts,
      [...folders, null].map((_, i) => editorSettings(answers[i]?.own, answers[i]?.hidden)),
    );
  }

  /** Goes by each `reftel.json` alone while the editor has not answered yet, which it may never do. */
  assume(folders: readonly string[]): void {
    if (this.areKnown) return;
    const texts = this.#texts(folders);
    this.#take(
      folders,
      texts,
      [...folders, null].map(() => editorSettings(null, null)),
    );
  }

  /** The text of each folder's `reftel.json`. What it excludes is effective at once: the editor may answer late or never. */
  #texts(folders: readonly string[]): readonly (string | null)[] {
    const texts = folders.map(folder => this.#read(settingsFileIn(folder))?.slice(0, LONGEST + 1) ?? null);
    this.#excludedByFile = byFolder(folders, i => excludedBy(texts[i] ?? null));
    return texts;
  }

  /** Puts new settings in force; returns whether they differ. */
  #take(
    folders: readonly string[],
    texts: readonly (string | null)[],
    editor: readonly EditorSettings[],
  ): boolean {
    this.#excludedByEditor = byFolder(folders, i => editor[i]?.exclude ?? []);
    const from = JSON.stringify([folders, texts, editor]);
    if (from === this.#from) return false;
    this.#from = from;
    this.#rules = [...folders, null].map((folder, i) =>
      rulesOf(folder, texts[i] ?? null, editor[i] ?? editorSettings(null, null)),
    );
    return true;
  }

  /** Whether they have been loaded at all. */
  get areKnown(): boolean {
    return this.#rules.length > 0;
  }

  /** The folders, canonical, of which all cables are checked. */
  get wholeFolders(): readonly string[] {
    return this.#rules.flatMap(({ folder, wholeFolder }) => (wholeFolder && folder !== null ? folder : []));
  }

  /** Globs of what `reftel.json` and the editor's settings keep out of the archive of a folder. */
  excludedIn(folder: string): readonly string[] {
    const key = canonicalFolder(folder);
    return [this.#excludedByFile, this.#excludedByEditor].flatMap(excluded => excluded.get(key) ?? []);
  }

  /** The `reftel.json` of each folder that has one. */
  get files(): readonly SettingsFile[] {
    return this.#rules.flatMap(({ file }) => file ?? []);
  }

  /** The `reftel.json` that may speak for a file, which need not be there; null for a file of no folder. */
  fileFor(uri: string): SettingsPlace | null {
    const file = canonicalUri(uri);
    const rules = this.#rulesFor(file);
    if (!rules || rules.folder === null) return null;
    const settingsFile = settingsFileIn(rules.folder);
    return { uri: settingsFile, path: pathIn(rules, file), read: () => this.#read(settingsFile) };
  }

  /** The levels for the document or file `uri`. */
  levelsFor(uri: string): Levels {
    const file = canonicalUri(uri);
    const rules = this.#rulesFor(file);
    return rules?.levels(pathIn(rules, file)) ?? {};
  }

  /** Whether a file, by its canonical uri, lies in a folder of which all cables are checked, and is not kept out of it. */
  isInWholeFolder(uri: string): boolean {
    const rules = this.#rulesFor(uri);
    return rules?.folder != null && rules.wholeFolder && rules.reaches(pathIn(rules, uri));
  }

  /** Which hints are shown in the document `uri`. */
  hintsFor(uri: string): HintChoice {
    return this.#rulesFor(canonicalUri(uri))?.hints ?? ALL_HINTS;
  }

  /** How the cable of the document `uri` is cited. */
  citationFor(uri: string): CitationChoice {
    return this.#rulesFor(canonicalUri(uri))?.citation ?? DEFAULT_CHOICE;
  }

  /** Whether the notes of any folder are for us. */
  get wantsNotes(): boolean {
    return this.#rules.some(({ folder, notes }) => folder !== null && notes);
  }

  /** Whether the notes in a folder, or the open note `uri`, are for us. */
  notesIn(uri: string): boolean {
    return this.#rulesFor(canonicalUri(uri))?.notes ?? true;
  }

  /** Those of the innermost folder that a file lies in. */
  #rulesFor(uri: string): Rules | undefined {
    const around = this.#rules.filter(({ folder }) => folder === null || isWithin(folder, uri));
    return around.sort((a, b) => (b.folder?.length ?? -1) - (a.folder?.length ?? -1))[0];
  }
}

/** Whether `uri` is that of a `reftel.json`. */
export function isSettingsFile(uri: string): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`);
}

export interface EditorSettings {
  readonly levels: Levels;
  readonly hints: HintChoice;
  readonly citation: CitationChoice;
  /** Whether notes are linked, and read for what they name. */
  readonly notes: boolean;
  readonly wholeFolder: boolean;
  /** Globs of what is kept out of the archive. */
  readonly exclude: readonly string[];
}

/**
 * The values of the editor's section `reftel` that the server uses. Levels are those of `diagnostics.levels`; those that stand beside
 * it by their codes, as version 0.1.0 had them, count for the codes that it does not name.
 */
export function editorSettings(section: unknown, hidden: unknown): EditorSettings {
  const diagnostics = fieldOf(section, 'diagnostics');
  return {
    levels: { ...levelsIn(diagnostics), ...levelsIn(fieldOf(diagnostics, 'levels')) },
    hints: hintsIn(fieldOf(section, 'inlayHints')),
    citation: citationChoice(fieldOf(section, 'citation')),
    notes: fieldOf(fieldOf(section, 'notes'), 'enabled') !== false,
    wholeFolder: fieldOf(diagnostics, 'scope') === 'workspace',
    exclude: excludedGlobs(fieldOf(fieldOf(section, 'archive'), 'exclude'), hidden),
  };
}

/** All hints except those turned off. */
function hintsIn(section: unknown): HintChoice {
  const isOn = (key: keyof HintChoice) => fieldOf(section, key) !== false;
  return {
    paragraphNumbers: isOn('paragraphNumbers'),
    years: isOn('years'),
    subjects: isOn('subjects'),
  };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** A file's path in the folder of its rules; empty for the folder itself. */
function pathIn({ folder }: Rules, uri: string): string {
  return folder === null ? uri : (namingBelow(folder).pathOf(uri) ?? '');
}

function rulesOf(folder: string | null, text: string | null, editor: EditorSettings): Rules {
  const reading = folder === null || text === null ? null : readSettings(text);
  const settings = reading?.settings ?? NO_SETTINGS;
  return {
    folder: folder === null ? null : canonicalFolder(folder),
    wholeFolder: editor.wholeFolder,
    hints: editor.hints,
    citation: editor.citation,
    notes: editor.notes,
    file:
      folder === null || text === null || !reading
        ? null
        : { uri: settingsFileIn(folder), text, problems: reading.problems },
    levels: levelsByFile(settings, editor.levels),
    reaches: selectionOf([...settings.archive.exclude, ...editor.exclude]).reaches,
  };
}

function byFolder<T>(folders: readonly string[], valueFor: (i: number) => T): Map<string, T> {
  return new Map(folders.map((folder, i) => [canonicalFolder(folder), valueFor(i)]));
}

function excludedBy(text: string | null): readonly string[] {
  return text === null ? [] : readSettings(text).settings.archive.exclude;
}

/** The uri of a folder's `reftel.json`, which need not be there. */
export function settingsFileIn(folder: string): string {
  return `${canonicalFolder(folder)}/${SETTINGS_FILE}`;
}
