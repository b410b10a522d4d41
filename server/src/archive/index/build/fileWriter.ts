import type { FactColumns } from '../format/columns';
import { StringWriter } from '../format/strings';

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

/** Writes the files of a batch. */
export class FileWriter {
  readonly #folders = new StringWriter();
  readonly #names = new StringWriter();
  readonly #fileFolder: number[] = [];
  readonly #fileSize: number[] = [];
  readonly #fileTime: number[] = [];
  readonly #fileRow: number[] = [];
  /** What the path of the file before begins with, which most files share, and the number of that folder. */
  #below = '';
  #folder = -1;

  /** The number of files written. */
  get size(): number {
    return this.#fileRow.length;
  }

  /**
   * Writes a file. `below` is what its path, relative to the root, begins with: empty, or ending in `/`; `size` in bytes; `time` of
   * its last change in milliseconds; `row` is that of its cable, `NO_CABLE` or `GONE`.
   */
  add(below: string, name: string, size: number, time: number, row: number): void {
    if (below !== this.#below || this.#folder < 0) {
      this.#below = below;
      this.#folder = this.#folders.intern(below.slice(0, -1));
    }
    this.#fileFolder.push(this.#folder);
    this.#names.add(name);
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
}
