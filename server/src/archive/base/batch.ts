import { splitMrn } from '../../cable/identity';
import type { CableFacts } from '../facts';
import { cableKey, NO_ID } from './cableKey';
import { citationCode, classificationCode, pushRange } from './codes';
import { type FactColumns, GONE, NO_CABLE, NO_TIME, NONE } from './columns';
import { growingF64, growingI32, growingU8, growingU16, growingU32 } from './growing';
import { pushRowText } from './rowText';
import { StringWriter } from './strings';

/**
 * What was found out about some files, to be put into a base: plain columns, so that a worker can hand them over without copying
 * (see `buffersOf`). The last word on a file counts.
 */
export type FactsBatch = FactColumns;

const MINUTE = 60_000;

/** Writes a batch. */
export class BatchWriter {
  readonly #folders = new StringWriter();
  readonly #posts = new StringWriter();
  readonly #senders = new StringWriter();
  readonly #captions = new StringWriter();
  readonly #tokens = new StringWriter();
  readonly #names = new StringWriter();
  readonly #fileFolder = growingU32();
  readonly #fileSize = growingF64();
  readonly #fileTime = growingF64();
  readonly #fileRow = growingU32();
  readonly #rowKey = growingF64();
  readonly #rowTime = growingI32();
  readonly #rowClassification = growingU8();
  readonly #rowSender = growingU32();
  readonly #rowCaptions = growingU32();
  readonly #rowCompleteness = growingI32();
  readonly #rowAnchor = growingU32();
  readonly #rowTextStarts = growingU32();
  readonly #rowText = growingU16();
  readonly #rowCitations = growingU32();
  readonly #targets = new Map<string, number>();
  readonly #targetKey = growingF64();
  readonly #citationTarget = growingU32();
  readonly #citationCode = growingU8();
  readonly #citationRange = growingU32();
  readonly #tokenOf = (text: string) => this.#tokens.intern(text);

  /** The number of files written. */
  get size(): number {
    return this.#fileRow.length;
  }

  /**
   * Writes a file. `path` is relative to the root, with `/` between names; `size` in bytes; `time` of its last change in
   * milliseconds; `facts` null where it is no cable.
   */
  add(path: string, size: number, time: number, facts: CableFacts | null): void {
    this.#addFile(path, size, time, facts ? this.#rowKey.length : NO_CABLE);
    if (facts) this.#addRow(facts);
  }

  /** Writes that a file is there no more. */
  remove(path: string): void {
    this.#addFile(path, 0, 0, GONE);
  }

  finish(): FactsBatch {
    const folders = this.#folders.finish();
    const posts = this.#posts.finish();
    const senders = this.#senders.finish();
    const captions = this.#captions.finish();
    const tokens = this.#tokens.finish();
    const names = this.#names.finish();
    this.#rowTextStarts.push(this.#rowText.length);
    this.#rowCitations.push(this.#citationTarget.length);
    return {
      folderStarts: folders.starts,
      folderBytes: folders.bytes,
      postStarts: posts.starts,
      postBytes: posts.bytes,
      senderStarts: senders.starts,
      senderBytes: senders.bytes,
      captionsStarts: captions.starts,
      captionsBytes: captions.bytes,
      tokenStarts: tokens.starts,
      tokenBytes: tokens.bytes,
      fileFolder: this.#fileFolder.finish(),
      nameStarts: names.starts,
      nameBytes: names.bytes,
      fileSize: this.#fileSize.finish(),
      fileTime: this.#fileTime.finish(),
      fileRow: this.#fileRow.finish(),
      rowKey: this.#rowKey.finish(),
      rowTime: this.#rowTime.finish(),
      rowClassification: this.#rowClassification.finish(),
      rowSender: this.#rowSender.finish(),
      rowCaptions: this.#rowCaptions.finish(),
      rowCompleteness: this.#rowCompleteness.finish(),
      rowAnchor: this.#rowAnchor.finish(),
      rowTextStarts: this.#rowTextStarts.finish(),
      rowText: this.#rowText.finish(),
      rowCitations: this.#rowCitations.finish(),
      targetKey: this.#targetKey.finish(),
      citationTarget: this.#citationTarget.finish(),
      citationCode: this.#citationCode.finish(),
      citationRange: this.#citationRange.finish(),
    };
  }

  #addFile(path: string, size: number, time: number, row: number): void {
    const slash = path.lastIndexOf('/');
    this.#fileFolder.push(this.#folders.intern(path.slice(0, Math.max(0, slash))));
    this.#names.add(path.slice(slash + 1));
    this.#fileSize.push(size);
    this.#fileTime.push(time);
    this.#fileRow.push(row);
  }

  #addRow(facts: CableFacts): void {
    const { mrn, instant, classification, from, captions, completeness, anchor, tags, subject } = facts;
    this.#rowKey.push(mrn === null ? NO_ID : (this.#keyOf(mrn) ?? NO_ID));
    this.#rowTime.push(instant === null ? NO_TIME : Math.floor(instant / MINUTE));
    this.#rowClassification.push(classificationCode(classification));
    this.#rowSender.push(from === null ? NONE : this.#senders.intern(from));
    this.#rowCaptions.push(this.#captions.intern(captions.join('\n')));
    this.#rowCompleteness.push(completeness);
    pushRange(this.#rowAnchor, anchor);
    this.#rowTextStarts.push(this.#rowText.length);
    pushRowText(this.#rowText, tags, subject, this.#tokenOf);
    this.#rowCitations.push(this.#citationTarget.length);
    for (const citation of facts.citations) {
      const target = this.#targetOf(citation.target);
      if (target === null) continue;
      this.#citationTarget.push(target);
      this.#citationCode.push(citationCode(citation));
      pushRange(this.#citationRange, citation.range);
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

  /** Null for a text that is no canonical id; the parser gives none such. */
  #keyOf(mrn: string): number | null {
    const parts = splitMrn(mrn);
    return parts && cableKey(parts.year, this.#posts.intern(parts.post), parts.serial);
  }
}

/** The buffers that a batch lies in, each once, to be transferred with it. */
export function buffersOf(batch: FactsBatch): ArrayBuffer[] {
  return Object.values(batch).map(column => column.buffer as ArrayBuffer);
}
