import { splitMrn } from '../../../cable/identity';
import type { FactCitation } from '../../facts';
import { compareText, lowerBound } from '../../order';
import type { CableEntry } from '../../snapshot';
import { cableKey, mrnOfKey, NO_ID, postOfKey, yearOfKey } from './cableKey';
import { citationOfCode, classificationOfCode } from './codes';
import { type BaseColumns, GONE, NO_TIME, NONE } from './columns';
import { rangeAt } from './ranges';
import { RowTexts } from './rowText';
import { StringTable } from './strings';

/** Rows, files or citations from `start` up to `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The rows of one station and year, `post` by its number. */
export interface StationYear extends Run {
  readonly year: number;
  readonly post: number;
}

const MINUTE = 60_000;

/**
 * The index of the files below one folder, as they were when it was built. It consists of columns of numbers and of bytes of strings, so
 * that a quarter of a million cables take 42 MB and open as fast as the disk delivers them. Immutable.
 *
 * Files are numbered in the order of folder and name; cables ("rows") in the order of year, station and serial, those without an
 * id last; cited cables ("targets"), indexed or not, in the same order.
 */
export class Base {
  readonly columns: BaseColumns;
  /** Identifies a base that was read from a file; null for one that was just built. */
  readonly stamp: string | null;
  readonly folders: StringTable;
  readonly names: StringTable;
  readonly posts: StringTable;
  readonly texts: RowTexts;
  readonly senders: StringTable;
  /** Lists of captions, joined by line feeds. */
  readonly captions: StringTable;
  /** Lists of action addressees, joined by line feeds. */
  readonly addressees: StringTable;

  constructor(columns: BaseColumns, stamp: string | null = null) {
    this.columns = columns;
    this.stamp = stamp;
    this.folders = new StringTable(columns.folderStarts, columns.folderBytes);
    this.names = new StringTable(columns.nameStarts, columns.nameBytes);
    this.posts = new StringTable(columns.postStarts, columns.postBytes);
    this.texts = new RowTexts(columns);
    this.senders = new StringTable(columns.senderStarts, columns.senderBytes);
    this.captions = new StringTable(columns.captionsStarts, columns.captionsBytes);
    this.addressees = new StringTable(columns.addresseesStarts, columns.addresseesBytes);
  }

  /** The number of files, whether cables or not. */
  get fileCount(): number {
    return this.columns.fileRow.length;
  }

  /** The number of cables. */
  get rowCount(): number {
    return this.columns.rowKey.length;
  }

  /** The number of citations. */
  get citationCount(): number {
    return this.columns.citationTarget.length;
  }

  /** The size of all columns in bytes. */
  get byteLength(): number {
    return Object.values(this.columns).reduce((sum, column) => sum + column.byteLength, 0);
  }

  /** The path of a file below the folder, with `/` between names. */
  pathOf(file: number): string {
    const folder = this.folders.at(this.columns.fileFolder[file] ?? 0);
    const name = this.names.at(file);
    return folder === '' ? name : `${folder}/${name}`;
  }

  /** The number of the file at `path`, or -1. */
  fileOf(path: string): number {
    const slash = path.lastIndexOf('/');
    const { start, end } = this.filesIn(path.slice(0, Math.max(0, slash)));
    return this.names.find(path.slice(slash + 1), start, end);
  }

  /** The files directly in a folder, ordered by the UTF-16 code units of their names. */
  filesIn(folder: string): Run {
    const id = this.folders.find(folder);
    if (id < 0) return { start: 0, end: 0 };
    const { fileFolder } = this.columns;
    return { start: lowerBound(fileFolder, id), end: lowerBound(fileFolder, id + 1) };
  }

  /**
   * For each of some names its file's number, or -1 if there is none. `below` is what the paths of these files begin with: empty, or
   * ending in `/`. The names are in order.
   */
  numbersOf(below: string, names: readonly string[]): Int32Array {
    const files = new Int32Array(names.length).fill(-1);
    const { start, end } = this.filesIn(below.slice(0, -1));
    const first = this.names.lowerBound(names[0] ?? '', start, end);
    const last = this.names.lowerBound(names.at(-1) ?? '', first, end);
    const known = this.names.range(first, Math.min(last + 1, end));
    for (let i = 0, j = 0; i < names.length && j < known.length; ) {
      const order = compareText(names[i] ?? '', known[j] ?? '');
      if (order === 0) files[i] = first + j;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return files;
  }

  /** The paths of all files in a folder and below it; the root is the empty text. */
  *pathsBelow(folder: string): Generator<string> {
    const inside = folder === '' ? '' : `${folder}/`;
    const names = [folder];
    for (let i = this.folders.lowerBound(inside); i < this.folders.size; i++) {
      const name = this.folders.at(i);
      if (!name.startsWith(inside)) break;
      if (name !== folder) names.push(name);
    }
    for (const name of names) {
      const { start, end } = this.filesIn(name);
      for (let file = start; file < end; file++) yield this.pathOf(file);
    }
  }

  /** Whether a file is a cable. */
  holdsCable(file: number): boolean {
    return (this.columns.fileRow[file] ?? GONE) < GONE;
  }

  /** The rows of a file's telegrams; none where it is no cable. */
  rowsOfFile(file: number): readonly number[] {
    const rows: number[] = [];
    const { fileRow, rowNext } = this.columns;
    for (let row = fileRow[file] ?? GONE; row < GONE; row = rowNext[row] ?? NONE) rows.push(row);
    return rows;
  }

  /** The key of a canonical id; null if no cable of the base has or cites one of its station. */
  keyOf(mrn: string): number | null {
    const parts = splitMrn(mrn);
    const post = parts ? this.posts.find(parts.post) : -1;
    return parts && post >= 0 ? cableKey(parts.year, post, parts.serial) : null;
  }

  /** The rows of the cables with a key. */
  rowsOf(key: number): Run {
    const { rowKey } = this.columns;
    return { start: lowerBound(rowKey, key), end: lowerBound(rowKey, key + 1) };
  }

  /** The rows with an id by station and year, in order. */
  *stationYears(): Generator<StationYear> {
    const { rowKey } = this.columns;
    const all = lowerBound(rowKey, NO_ID);
    for (let start = 0; start < all; ) {
      const key = rowKey[start] ?? NO_ID;
      const year = yearOfKey(key);
      const post = postOfKey(key);
      const end = lowerBound(rowKey, cableKey(year, post + 1, 0), start, all);
      yield { year, post, start, end };
      start = end;
    }
  }

  mrnOf(key: number): string {
    return mrnOfKey(key, this.posts.at(postOfKey(key)));
  }

  /** The citations of a row, in the order of its text. */
  citationsOf(row: number): Run {
    const { rowCitations } = this.columns;
    return { start: rowCitations[row] ?? 0, end: rowCitations[row + 1] ?? 0 };
  }

  /** The row that contains a citation. */
  rowOfCitation(citation: number): number {
    return lowerBound(this.columns.rowCitations, citation + 1) - 1;
  }

  /** The number of a target, or -1 if no cable of the base cites it. */
  targetOf(key: number): number {
    const { targetKey } = this.columns;
    const target = lowerBound(targetKey, key);
    return targetKey[target] === key ? target : -1;
  }

  /** The citations of a target, in the order of their rows. */
  citing(target: number): Uint32Array {
    const { targetCitations, citing } = this.columns;
    return citing.subarray(targetCitations[target] ?? 0, targetCitations[target + 1] ?? 0);
  }

  citation(citation: number): FactCitation {
    const { citationTarget, citationCode, citationRange, wideRanges, targetKey } = this.columns;
    const { place, yearSource } = citationOfCode(citationCode[citation] ?? 0);
    const target = this.mrnOf(targetKey[citationTarget[citation] ?? 0] ?? 0);
    return { target, place, yearSource, range: rangeAt(citationRange, wideRanges, citation) };
  }

  /** The entry of a row, without its file. */
  entry(row: number): Omit<CableEntry, 'uri'> {
    const { columns } = this;
    const key = columns.rowKey[row] ?? NO_ID;
    const time = columns.rowTime[row] ?? NO_TIME;
    const sender = columns.rowSender[row] ?? NONE;
    const { tags, subject } = this.texts.read(row);
    return {
      mrn: key === NO_ID ? null : this.mrnOf(key),
      subject,
      instant: time === NO_TIME ? null : time * MINUTE,
      from: sender === NONE ? null : this.senders.at(sender),
      to: listAt(this.addressees, columns.rowAddressees[row]),
      classification: classificationOfCode(columns.rowClassification[row] ?? 0),
      captions: listAt(this.captions, columns.rowCaptions[row]),
      tags,
      anchor: rangeAt(columns.rowAnchor, columns.wideRanges, row),
    };
  }
}

/** The list that is one string of a table; empty where that is. */
function listAt(table: StringTable, index: number | undefined): readonly string[] {
  const joined = table.at(index ?? 0);
  return joined === '' ? [] : joined.split('\n');
}
