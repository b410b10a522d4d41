import type { Span } from '../../text/span';

/** What a coded thing in a cable means, in plain words. */
export interface Meaning extends Span {
  /** The code as a reader knows it: `RUEHMS`, `PREL`, `ZNY SSSSS`. */
  readonly code: string;
  /** What it stands for, in a few words; empty where only the notes say something. */
  readonly reading: string;
  /** At most two further lines. */
  readonly notes: readonly string[];
}

/** `reading` and `notes` of the code that stands at `span`; empty notes are left out. */
export function meaning(
  { start, end }: Span,
  code: string,
  reading: string,
  ...notes: readonly string[]
): Meaning {
  return { start, end, code, reading, notes: notes.filter(note => note !== '') };
}
