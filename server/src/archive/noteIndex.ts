import { otherId } from '../cable/identity';
import { noteCitations } from '../cable/noteCitations';
import { LineTable } from '../text/lineTable';
import { rangeOf } from './facts';
import type { Capped, Range } from './snapshot';

/** A note larger than this, in bytes, is not read for the index. */
export const NOTE_SIZE = 1 << 20;

/** So many notes are read at most. */
export const MOST_NOTES = 5000;

/** So many places of one note are kept. */
const MOST_PLACES = 2000;

/** The longest line that is kept, in UTF-16 code units. */
const LINE_LENGTH = 300;

/** One place in a note that names a cable. */
export interface NotePlace {
  readonly uri: string;
  /** The canonical id, as the note says it. */
  readonly mrn: string;
  readonly paragraph: number | null;
  readonly range: Range;
  /** The line in which it stands, blanks at its ends left out. */
  readonly line: string;
}

/** Whether a file with this name may be a note: Markdown, or plain text, which may be a cable instead. */
export function isNoteName(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path);
}

/** Which notes name which cables. */
export class NoteIndex {
  readonly #places = new Map<string, readonly NotePlace[]>();
  readonly #notesOf = new Map<string, Set<string>>();

  /** The number of notes that name a cable. */
  get size(): number {
    return this.#places.size;
  }

  /** The notes that name a cable. */
  get uris(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** Takes in a note as it stands now, null for one that is gone; returns whether what it names, and where, has changed. */
  put(uri: string, text: string | null): boolean {
    const old = this.#places.get(uri) ?? [];
    const places = text === null ? [] : placesIn(uri, text);
    if (old.length === places.length && old.every((place, i) => isSame(place, places[i]))) return false;
    for (const { mrn } of old) {
      const notes = this.#notesOf.get(mrn);
      notes?.delete(uri);
      if (notes?.size === 0) this.#notesOf.delete(mrn);
    }
    if (places.length > 0) this.#places.set(uri, places);
    else this.#places.delete(uri);
    for (const { mrn } of places) this.#notesOf.set(mrn, (this.#notesOf.get(mrn) ?? new Set()).add(uri));
    return true;
  }

  /** The places that name the cable `mrn`, by either name of its station: by note, in the order of its text, each line once. */
  placesOf(mrn: string, limit: number): Capped<NotePlace> {
    const names = [mrn, otherId(mrn)];
    const notes = names.flatMap(name => [...(this.#notesOf.get(name ?? '') ?? [])]);
    const found: NotePlace[] = [];
    for (const uri of [...new Set(notes)].sort()) {
      let line = -1;
      for (const place of this.#places.get(uri) ?? []) {
        if (!names.includes(place.mrn) || place.range.start.line === line) continue;
        if (found.length === limit) return { items: found, truncated: true };
        found.push(place);
        line = place.range.start.line;
      }
    }
    return { items: found, truncated: false };
  }

  /** How many notes name the cable `mrn`. */
  countOf(mrn: string): number {
    const notes = [mrn, otherId(mrn)].flatMap(name => [...(this.#notesOf.get(name ?? '') ?? [])]);
    return new Set(notes).size;
  }
}

function placesIn(uri: string, text: string): readonly NotePlace[] {
  const citations = noteCitations(text).slice(0, MOST_PLACES);
  if (citations.length === 0) return [];
  const lines = new LineTable(text);
  return citations.map(({ start, end, mrn, paragraph }) => {
    const span = lines.span(lines.lineAt(start));
    // Of a line without end, what stands around the id.
    const from = Math.max(span.start, Math.min(start - LINE_LENGTH / 2, span.end - LINE_LENGTH));
    const line = text.slice(from, Math.min(span.end, from + LINE_LENGTH)).trim();
    return { uri, mrn, paragraph, range: rangeOf(lines, { start, end }), line };
  });
}

function isSame(a: NotePlace, b: NotePlace | undefined): boolean {
  return (
    a.mrn === b?.mrn &&
    a.paragraph === b.paragraph &&
    a.line === b.line &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}
