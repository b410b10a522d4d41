import { GONE } from './columns';
import { compareUtf8 } from './compareUtf8';
import { cut } from './cut';
import { groupsOf } from './groups';
import { sortRuns } from './sortRuns';
import { NOWHERE, type Source, totalsOf } from './source';
import type { StringColumns } from './strings';
import { unionOf } from './union';

/** Files of several sources in the order of folder and name. */
export interface PickedFiles {
  /** The folders that have a file, in order. */
  readonly folders: readonly string[];
  /** For each file its folder. */
  readonly folder: Uint32Array;
  readonly names: StringColumns;
  /** For each file of all sources its place among these, or `NOWHERE`. */
  readonly place: Uint32Array;
}

/** The files that are in any of the sources, each as the last source says that has it, without those gone by then. */
export function pickFiles(sources: readonly Source[]): PickedFiles {
  const { folders, ...all } = allFiles(sources);
  const { starts, members } = groupsOf(all.folder, folders.length);
  const picking = new Picking(all);
  const left: string[] = [];
  for (const [i, path] of folders.entries())
    if (picking.addFolder(members.subarray(starts[i], starts[i + 1]), left.length)) left.push(path);
  return { folders: left, ...picking.finish() };
}

/** Files of all sources, numbered on from one to the next. */
interface AllFiles {
  readonly folder: Uint32Array;
  readonly names: StringColumns;
  /** 1 for a file that is there no more. */
  readonly isGone: Uint8Array;
}

function allFiles(sources: readonly Source[]): AllFiles & { readonly folders: readonly string[] } {
  const union = unionOf(
    sources.map(({ columns }) => ({ starts: columns.folderStarts, bytes: columns.folderBytes })),
  );
  const total = totalsOf(sources).files;
  const folder = new Uint32Array(total);
  const isGone = new Uint8Array(total);
  const starts = new Uint32Array(total + 1);
  const bytes = new Uint8Array(sources.reduce((sum, { columns }) => sum + columns.nameBytes.length, 0));
  let end = 0;
  for (const [number, { columns, firstFile }] of sources.entries()) {
    const { fileFolder, fileRow, nameStarts, nameBytes } = columns;
    const numbers = union.numbers[number] ?? new Uint32Array();
    for (let i = 0; i < fileRow.length; i++) {
      folder[firstFile + i] = numbers[fileFolder[i] ?? 0] ?? 0;
      isGone[firstFile + i] = fileRow[i] === GONE ? 1 : 0;
      starts[firstFile + i + 1] = end + (nameStarts[i + 1] ?? 0);
    }
    bytes.set(nameBytes, end);
    end += nameBytes.length;
  }
  return { folders: union.strings, folder, names: { starts, bytes }, isGone };
}

/** Picks files, folder by folder. */
class Picking {
  readonly #from: AllFiles;
  readonly #place: Uint32Array;
  readonly #folder: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #byName = (file: number, other: number) => this.#compare(file, other);
  #count = 0;

  constructor(from: AllFiles) {
    this.#from = from;
    this.#place = new Uint32Array(from.folder.length).fill(NOWHERE);
    this.#folder = new Uint32Array(from.folder.length);
    this.#starts = new Uint32Array(from.names.starts.length);
    this.#bytes = new Uint8Array(from.names.bytes.length);
  }

  /** Adds those of a folder's files that are there, and last have their name; they come in the order of the sources. Says whether there are any. */
  addFolder(files: Uint32Array, folder: number): boolean {
    const before = this.#count;
    const isRising = sortRuns(files, this.#byName);
    for (let i = 0; i < files.length; i++) {
      const file = files[i] ?? 0;
      const isOverruled = !isRising && i + 1 < files.length && this.#compare(file, files[i + 1] ?? 0) === 0;
      if (!isOverruled && this.#from.isGone[file] === 0) this.#add(file, folder);
    }
    return this.#count > before;
  }

  finish(): Omit<PickedFiles, 'folders'> {
    const starts = cut(this.#starts, this.#count + 1);
    const names = { starts, bytes: cut(this.#bytes, starts[this.#count] ?? 0) };
    return { folder: cut(this.#folder, this.#count), names, place: this.#place };
  }

  #add(file: number, folder: number): void {
    const { starts, bytes } = this.#from.names;
    const place = this.#count++;
    this.#place[file] = place;
    this.#folder[place] = folder;
    const written = this.#bytes;
    const end = starts[file + 1] ?? 0;
    let to = this.#starts[place] ?? 0;
    for (let at = starts[file] ?? 0; at < end; at++) written[to++] = bytes[at] ?? 0;
    this.#starts[place + 1] = to;
  }

  #compare(file: number, other: number): number {
    const { starts, bytes } = this.#from.names;
    return compareUtf8(
      bytes,
      starts[file] ?? 0,
      starts[file + 1] ?? 0,
      starts[other] ?? 0,
      starts[other + 1] ?? 0,
    );
  }
}
