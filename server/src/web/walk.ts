import type { Selection } from '../archive/selection';
import { namingBelow } from '../lsp/uris';
import type { RemoteFiles } from './editorFiles';

/** So many folders are asked for at once. */
const TOGETHER = 16;

/** Deeper folders are not walked: a file system may follow links, and links go in circles. */
const DEPTH = 24;

interface WalkOptions {
  readonly selection: Selection;
  /** Whether a file with this name is wanted. */
  takes(name: string): boolean;
  /** The walk ends as soon as it has found more. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
  /** Receives, now and then, the number of files found so far. */
  onFound?(count: number): void;
}

export interface Walk {
  /** The paths of the files that are wanted, `limit` at most. */
  readonly paths: readonly string[];
  /** Whether there are more. */
  readonly isCut: boolean;
  /** False where the walk was cancelled, or where a folder could not be listed: then what was not found may be there all the same. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
}

/** Finds the files below a folder that `selection` takes, nearest first and then in the order of their names. Never rejects. */
export async function walkRemote(files: RemoteFiles, folder: string, options: WalkOptions): Promise<Walk> {
  const { selection, limit, signal } = options;
  const naming = namingBelow(folder);
  const paths: string[] = [];
  const problems: string[] = [];
  let waiting = [''];
  for (let depth = 0; waiting.length > 0 && depth < DEPTH; depth++) {
    const inner: string[] = [];
    for (let i = 0; i < waiting.length && paths.length <= limit; i += TOGETHER) {
      if (signal?.aborted) return { paths: paths.slice(0, limit), isCut: false, isWhole: false, problems };
      const some = waiting.slice(i, i + TOGETHER);
      const uris = some.map(below => (below === '' ? folder : naming.uriOf(below.slice(0, -1))));
      const lists = await files.list(uris);
      for (const [j, below] of some.entries()) {
        const entries = lists[j];
        if (!entries) problems.push(`${uris[j]}: the folder cannot be read`);
        const taken = (entries ?? []).filter(({ name }) => selection.takes(below, name));
        for (const { name, isFolder } of taken.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
          if (isFolder) inner.push(`${below}${name}/`);
          else if (options.takes(name)) paths.push(below + name);
        }
      }
      options.onFound?.(paths.length);
    }
    waiting = inner;
  }
  const isCut = paths.length > limit;
  return { paths: paths.slice(0, limit), isCut, isWhole: problems.length === 0, problems };
}
