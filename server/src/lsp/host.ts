/** What the server needs of the machine. The entries give it one: with a disk on a desktop, without one in a browser. */
export interface Host {
  /**
   * Reads every cable at `uri`, a file or a folder, and below it. Hidden entries and those that are no cables are passed over,
   * what is not there or cannot be reached gives nothing. Gives the thread away every few milliseconds, ends early on `signal`,
   * and rejects only with what `reader` throws.
   */
  collect(uri: string, reader: CableReader, signal: AbortSignal): Promise<void>;
  /** The text of one file, read at once; null where it is not there, is no text or cannot be read. */
  read(uri: string): string | null;
}

export interface CableReader {
  onCable(uri: string, text: string): void;
  /** A folder or a file that cannot be read, in words for a log. */
  onProblem(message: string): void;
}
