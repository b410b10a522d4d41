import { splitMrn } from '../../../cable/identity';
import type { CableFacts, FileFacts } from '../../facts';
import { cableKey, NO_ID } from '../format/cableKey';
import { citationCode, classificationCode } from '../format/codes';
import { type Column, type FactColumns, GONE, NO_CABLE, NO_TIME, NONE } from '../format/columns';
import { pushRange } from '../format/ranges';
import { pushRowText } from '../format/rowText';
import { StringWriter } from '../format/strings';
import { StringPool } from './stringPool';

/**
 * The facts of some files, to be added to a base: plain columns, which a worker can hand over without copying (see `buffersOf`). The last
 * entry of a file counts.
 */
export type FactsBatch = FactColumns;

const MINUTE = 60_000;

/** Writes a batch. */
export class BatchWriter {
  readonly #files = new FileWriter();
  readonly #posts = new StringPool();
  readonly #senders = new StringPool();
  readonly #captions = new StringPool();
  readonly #addressees = new StringPool();
  readonly #tokens = new StringPool();
  readonly #rowKey: number[] = [];
  readonly #rowNext: number[] = [];
  readonly #rowTime: number[] = [];
  readonly #rowClassification: number[] = [];
  readonly #rowSender: number[] = [];
  readonly #rowCaptions: number[] = [];
  readonly #rowAddressees: number[] = [];
  readonly #rowCompleteness: number[] = [];
  readonly #rowAnchor: number[] = [];
  readonly #rowTextStarts: number[] = [];
  readonly #rowText: number[] = [];
  readonly #rowCitations: number[] = [];
  readonly #targets = new Map<string, number>();
  readonly #targetKey: number[] = [];
  readonly #citationTarget: number[] = [];
  readonly #citationCode: number[] = [];
  readonly #citationRange: number[] = [];
  readonly #wideRanges: number[] = [];
  readonly #tokenOf = (text: string) => this.#tokens.internText(text);

  /** The number of files written. */
  get size(): number {
    return this.#files.size;
  }

  /**
   * Writes a file. `path` is relative to the root, with `/` between names; `size` in bytes; `time` of its last change in
   * milliseconds; `facts` empty where it is no cable.
   */
  add(path: string, size: number, time: number, facts: FileFacts): void {
    this.#addFile(path, size, time, facts.length > 0 ? this.#rowKey.length : NO_CABLE);
    for (const [i, telegram] of facts.entries()) {
      this.#addRow(telegram);
      this.#rowNext.push(i + 1 < facts.length ? this.#rowKey.length : NONE);
    }
  }

  /** Records that a file no longer exists. */
  remove(path: string): void {
    this.#addFile(path, 0, 0, GONE);
  }

  finish(): FactsBatch {
    const posts = this.#posts.finish();
    const senders = this.#senders.finish();
    const captions = this.#captions.finish();
    const addressees = this.#addressees.finish();
    const tokens = this.#tokens.finish();
    this.#rowTextStarts.push(this.#rowText.length);
    this.#rowCitations.push(this.#citationTarget.length);
    return {
      ...this.#files.finish(),
      postStarts: posts.starts,
      postBytes: posts.bytes,
      senderStarts: senders.starts,
      senderBytes: senders.bytes,
      captionsStarts: captions.starts,
      captionsBytes: captions.bytes,
      addresseesStarts: addressees.starts,
      addresseesBytes: addressees.bytes,
      tokenStarts: tokens.starts,
      tokenBytes: tokens.bytes,
      rowKey: new Float64Array(this.#rowKey),
      rowNext: new Uint32Array(this.#rowNext),
      rowTime: new Int32Array(this.#rowTime),
      rowClassification: new Uint8Array(this.#rowClassification),
      rowSender: new Uint32Array(this.#rowSender),
      rowCaptions: new Uint32Array(this.#rowCaptions),
      rowAddressees: new Uint32Array(this.#rowAddressees),
      rowCompleteness: new Int32Array(this.#rowCompleteness),
      rowAnchor: new Uint16Array(this.#rowAnchor),
      rowTextStarts: new Uint32Array(this.#rowTextStarts),
      rowText: new Uint16Array(this.#rowText),
      rowCitations: new Uint32Array(this.#rowCitations),
      targetKey: new Float64Array(this.#targetKey),
      citationTarget: new Uint32Array(this.#citationTarget),
      citationCode: new Uint8Array(this.#citationCode),
      citationRange: new Uint16Array(this.#citationRange),
      wideRanges: new Uint32Array(this.#wideRanges),
    };
  }

  #addFile(path: string, size: number, time: number, row: number): void {
    const name = path.lastIndexOf('/') + 1;
    this.#files.add(path.slice(0, name), path.slice(name), size, time, row);
  }

  #addRow(facts: CableFacts): void {
    const { mrn, instant, classification, from, to, captions, completeness, anchor, tags, subject } = facts;
    this.#rowKey.push(mrn === null ? NO_ID : (this.#keyOf(mrn) ?? NO_ID));
    this.#rowTime.push(instant === null ? NO_TIME : Math.floor(instant / MINUTE));
    this.#rowClassification.push(classificationCode(classification));
    this.#rowSender.push(from === null ? NONE : this.#senders.internText(from));
    this.#rowCaptions.push(this.#captions.internText(captions.join('\n')));
    this.#rowAddressees.push(this.#addressees.internText(to.join('\n')));
    this.#rowCompleteness.push(completeness);
    pushRange(this.#rowAnchor, this.#wideRanges, anchor);
    this.#rowTextStarts.push(this.#rowText.length);
    pushRowText(this.#rowText, tags, subject, this.#tokenOf);
    this.#rowCitations.push(this.#citationTarget.length);
    for (const citation of facts.citations) {
      const target = this.#targetOf(citation.target);
      if (target === null) continue;
      this.#citationTarget.push(target);
      this.#citationCode.push(citationCode(citation));
      pushRange(this.#citationRange, this.#wideRanges, citation.range);
    }
  }

  #targetOf(mrn: string): number | null {
    const known = this.#targets.get(mrn);
    if (known !== undefined) return known;
    const key = this.#keyOf(mrn);
    if (key === null) return null;
    const target = this.#targetKey.length;
    this.#targetKey.push(key);
    this.#targets.set(mrn, target);
    return target;
  }

  /** Null if `mrn` is not canonical; the parser returns none such. */
  #keyOf(mrn: string): number | null {
    const parts = splitMrn(mrn);
    return parts && cableKey(parts.year, this.#posts.internText(parts.post), parts.serial);
  }
}

/** The columns of what is known of files besides the cables in them. */
type FileColumns = Pick<
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
class FileWriter {
  readonly #folders = new StringPool();
  readonly #names = new StringWriter();
  readonly #fileFolder: number[] = [];
  readonly #fileSize: number[] = [];
  readonly #fileTime: number[] = [];
  readonly #fileRow: number[] = [];
  /** The path prefix of the previous file, which most files share, and the number of that folder. */
  #below = '';
  #folder = -1;

  /** The number of files written. */
  get size(): number {
    return this.#fileRow.length;
  }

  /**
   * Adds a file whose relative path is `below` + `name`. `row` is that of its cable, `NO_CABLE` or `GONE`.
   */
  add(below: string, name: string, size: number, time: number, row: number): void {
    if (below !== this.#below || this.#folder < 0) {
      this.#below = below;
      this.#folder = this.#folders.internText(below.slice(0, -1));
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

/** The same columns in one buffer: three dozen small buffers for each batch would fragment the memory. */
export function packed<C extends FactColumns>(columns: C): C {
  const entries: [string, Column][] = Object.entries(columns);
  const buffer = new ArrayBuffer(entries.reduce((size, [, column]) => size + padded(column.byteLength), 0));
  let offset = 0;
  const copies = entries.map(([name, column]) => {
    const copy = copyTo(buffer, offset, column);
    offset += padded(column.byteLength);
    return [name, copy];
  });
  return Object.fromEntries(copies) as C;
}

function copyTo(buffer: ArrayBuffer, offset: number, column: Column): Column {
  const kind = column.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => Column;
  const copy = new kind(buffer, offset, column.length);
  copy.set(column);
  return copy;
}

function padded(length: number): number {
  return (length + 7) & ~7;
}

/** The buffers of columns, each once, to be transferred with them; without shared ones. */
export function buffersOf(columns: FactColumns): ArrayBuffer[] {
  const buffers = new Set(Object.values(columns).map(column => column.buffer));
  return [...buffers].filter(buffer => buffer instanceof ArrayBuffer);
}
