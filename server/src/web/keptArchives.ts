import { version } from '../../../package.json';
import { BaseEncoder } from '../archive/index/build/baseEncoder';
import type { Base } from '../archive/index/format/base';
import { decodeBase } from '../archive/index/format/decodeBase';

/** Where bytes are kept under names, for good. */
export interface Shelf {
  get(name: string): Promise<unknown>;
  put(name: string, bytes: ArrayBuffer): Promise<void>;
  drop(name: string): Promise<void>;
}

/** The archives of folders as they were when the window was closed. What cannot be kept or is damaged is read again; nothing rejects. */
export class KeptArchives {
  readonly #shelf: Shelf;
  readonly #log: (message: string) => void;

  constructor(shelf: Shelf, log: (message: string) => void) {
    this.#shelf = shelf;
    this.#log = log;
  }

  /** The archive of `folder`; null if there is none, or only what is damaged or of another version, which is thrown away. */
  async load(folder: string): Promise<Base | null> {
    try {
      const kept = await this.#shelf.get(folder);
      if (kept === undefined) return null;
      const base = kept instanceof ArrayBuffer ? decodeBase(kept, labelOf(folder)) : null;
      if (!base) await this.#shelf.drop(folder);
      return base;
    } catch (error) {
      this.#log(`what was kept of ${folder} cannot be read: ${error}`);
      return null;
    }
  }

  async keep(folder: string, base: Base): Promise<void> {
    try {
      await this.#shelf.put(folder, encodeBase(base, labelOf(folder)));
    } catch (error) {
      this.#log(`the archive of ${folder} cannot be kept: ${error}`);
    }
  }
}

/** An archive with another label is not used: another version may extract other facts from the same text. */
function labelOf(folder: string): string {
  return `${version} ${folder}`;
}

function encodeBase(base: Base, label: string): ArrayBuffer {
  const written: { readonly pieces: readonly Uint8Array[]; readonly start: number }[] = [];
  let length = 0;
  const encoder = new BaseEncoder(label, (pieces, start) => {
    written.push({ pieces, start });
    length = Math.max(length, start + pieces.reduce((sum, piece) => sum + piece.length, 0));
  });
  encoder.add(base.columns);
  encoder.finish();
  const bytes = new Uint8Array(length);
  for (const { pieces, start } of written) {
    let at = start;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
  return bytes.buffer;
}
