/** What was found in a text while it was decoded, so that nobody needs to look for it again. Offsets rise. */
export interface Landmarks {
  /** Where each line starts, see `LineTable`. */
  readonly lineStarts: Uint32Array;
  /** Where two or more digits begin, and `ref` or `sep` in either case: whatever names a cable begins or ends with one of these. */
  readonly marks: Uint32Array;
}
