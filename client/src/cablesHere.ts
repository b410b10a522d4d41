import { looksLikeCable } from '../../server/src/cable/recognise';

/** A folder as far as it is looked into. Paths are relative to it, with forward slashes; the folder itself is ''. */
export interface Folder {
  /** The names in a folder below it; empty where that cannot be read. */
  list(path: string): Promise<readonly Entry[]>;
  /** The bytes of a file; null where it cannot be read or is longer than `longest`. */
  read(path: string, longest: number): Promise<Uint8Array | null>;
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a look may cost: a folder without cables must not be noticed. */
const LIMITS = {
  folders: 24,
  files: 16,
  filesPerFolder: 3,
  bytes: 1 << 18,
  milliseconds: 3000,
};

/** Names that say that cables lie beside them. */
const OWN = /\.cable$|^reftel\.json$|^reftel-import\.ndjson$/i;
const TEXT = /^[^.]+$|\.(?:txt|text|log|asc)$/i;
const SKIPPED = /^\.|^node_modules$/;

/**
 * Whether a folder holds cables, by a look at a few of its files: names of our own, otherwise what the first texts in it say, at its
 * surface and deep in it. A folder in which these are no cables is not said to hold any, although it may. `byText` false leaves plain texts alone.
 */
export async function holdsCables(folder: Folder, byText: boolean, now = Date.now): Promise<boolean> {
  const ends = now() + LIMITS.milliseconds;
  const waiting = [''];
  let files = LIMITS.files;
  for (let looked = 0; looked < LIMITS.folders; looked++) {
    // Mostly the innermost, now and then the outermost: an archive may lie beside other things, and its files deep in it.
    const path = looked % 3 === 0 ? waiting.shift() : waiting.pop();
    if (path === undefined || now() > ends) return false;
    const entries = await folder.list(path);
    if (entries.some(({ name, isFolder }) => !isFolder && OWN.test(name))) return true;
    const below = (name: string) => (path === '' ? name : `${path}/${name}`);
    if (byText)
      for (const name of someOf(entries)) {
        if (files-- <= 0 || now() > ends) return false;
        const bytes = await folder.read(below(name), LIMITS.bytes);
        if (bytes && isCable(bytes)) return true;
      }
    for (const { name, isFolder } of entries)
      if (isFolder && !SKIPPED.test(name) && waiting.length < LIMITS.folders) waiting.push(below(name));
  }
  return false;
}

/** The first, the middle and the last text of a folder: a note or a list often comes first. */
function someOf(entries: readonly Entry[]): readonly string[] {
  const texts = entries.filter(({ name, isFolder }) => !isFolder && TEXT.test(name)).map(({ name }) => name);
  if (texts.length <= LIMITS.filesPerFolder) return texts;
  return [texts[0], texts[texts.length >> 1], texts[texts.length - 1]].filter(name => name !== undefined);
}

function isCable(bytes: Uint8Array): boolean {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return looksLikeCable(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes));
}
