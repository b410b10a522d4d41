import type { FactColumns } from './columns';
import { StringWriter } from './strings';

/** The columns of what is known of files besides the cables in them. */
export type FileColumns = Pick<
  FactColumns,
  | 'folderStarts'
  | 'folderBytes'
  | 'fileFolder'
  | 'nameStarts'
  | 'nameBytes'
  | 'fileSize'
  | 'fileTime'
  | 'fileRow'
>;

const SLASH = 0x2f;

/** Writes the files of a batch. */
export class FileWriter {
  readonly #folders = new StringWriter();
  readonly #names = new StringWriter();
  readonly #fileFolder: number[] = [];
  readonly #fileSize: number[] = [];
  readonly #fileTime: number[] = [];
  readonly #fileRow: number[] = [];
  /** The folder of the file before, which most files share, and its number. */
  #folder = '';
  #folderId = -1;

  /** The number of files written. */
  get size(): number {
    return this.#fileRow.length;
  }

  /**
   * Writes a file. `path` is relative to the root, with `/` between names; `size` in bytes; `time` of its last change in
   * milliseconds; `row` is that of its cable, `NO_CABLE` or `GONE`.
   */
  add(path: string, size: number, time: number, row: number): void {
    const slash = lastSlash(path);
    this.#fileFolder.push(this.#idOfFolder(path, Math.max(0, slash)));
    this.#names.add(path.slice(slash + 1));
    this.#fileSize.push(size);
    this.#fileTime.push(time);
    this.#fileRow.push(row);
  }

  finish(): FileColumns {
    const folders = this.#folders.finish();
    const names = this.#names.finish();
    return {
      folderStarts: folders.starts,
      folderBytes: folders.bytes,
      fileFolder: new Uint32Array(this.#fileFolder),
      nameStarts: names.starts,
      nameBytes: names.bytes,
      fileSize: new Float64Array(this.#fileSize),
      fileTime: new Float64Array(this.#fileTime),
      fileRow: new Uint32Array(this.#fileRow),
    };
  }

  /** The number of the folder whose name is the first `length` characters of `path`. */
  #idOfFolder(path: string, length: number): number {
    const isKnown = this.#folderId >= 0 && length === this.#folder.length && path.startsWith(this.#folder);
    if (!isKnown) {
      this.#folder = path.slice(0, length);
      this.#folderId = this.#folders.intern(this.#folder);
    }
    return this.#folderId;
  }
}

/** Where the last slash of a path is, or -1. Names are short: looking at their characters is quicker than asking for the place. */
function lastSlash(path: string): number {
  let at = path.length - 1;
  while (at >= 0 && path.charCodeAt(at) !== SLASH) at--;
  return at;
}
