import { splitMrn } from '../../../cable/identity';
import type { CableFacts } from '../../facts';
import { cableKey, NO_ID } from '../format/cableKey';
import { citationCode, classificationCode, pushRange } from '../format/codes';
import { type FactColumns, GONE, NO_CABLE, NO_TIME, NONE } from '../format/columns';
import { pushRowText } from '../format/rowText';
import { StringWriter } from '../format/strings';
import { FileWriter } from './fileWriter';

/**
 * What was found out about some files, to be put into a base: plain columns, so that a worker can hand them over without copying
 * (see `buffersOf` in `pack.ts`). The last word on a file counts.
 */
export type FactsBatch = FactColumns;

const MINUTE = 60_000;

/** Writes a batch. */
export class BatchWriter {
  readonly #files = new FileWriter();
  readonly #posts = new StringWriter();
  readonly #senders = new StringWriter();
  readonly #captions = new StringWriter();
  readonly #tokens = new StringWriter();
  readonly #rowKey: number[] = [];
  readonly #rowTime: number[] = [];
  readonly #rowClassification: number[] = [];
  readonly #rowSender: number[] = [];
  readonly #rowCaptions: number[] = [];
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
  readonly #tokenOf = (text: string) => this.#tokens.intern(text);

  /** The number of files written. */
  get size(): number {
    return this.#files.size;
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
    const posts = this.#posts.finish();
    const senders = this.#senders.finish();
    const captions = this.#captions.finish();
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
      tokenStarts: tokens.starts,
      tokenBytes: tokens.bytes,
      rowKey: new Float64Array(this.#rowKey),
      rowTime: new Int32Array(this.#rowTime),
      rowClassification: new Uint8Array(this.#rowClassification),
      rowSender: new Uint32Array(this.#rowSender),
      rowCaptions: new Uint32Array(this.#rowCaptions),
      rowCompleteness: new Int32Array(this.#rowCompleteness),
      rowAnchor: new Uint32Array(this.#rowAnchor),
      rowTextStarts: new Uint32Array(this.#rowTextStarts),
      rowText: new Uint16Array(this.#rowText),
      rowCitations: new Uint32Array(this.#rowCitations),
      targetKey: new Float64Array(this.#targetKey),
      citationTarget: new Uint32Array(this.#citationTarget),
      citationCode: new Uint8Array(this.#citationCode),
      citationRange: new Uint32Array(this.#citationRange),
    };
  }

  #addFile(path: string, size: number, time: number, row: number): void {
    const name = path.lastIndexOf('/') + 1;
    this.#files.add(path.slice(0, name), path.slice(name), size, time, row);
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
