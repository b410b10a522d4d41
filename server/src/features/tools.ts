import { hitsIn } from '../archive/query/hits';
import type { CableQuery } from '../archive/query/query';
import type { CableEntry, Capped, EntryList, Snapshot } from '../archive/snapshot';
import { isoMinute } from '../cable/dateTimeGroup';
import type { Cable, Paragraph } from '../cable/model';
import { classificationOf } from '../cable/record';
import type { Position } from '../text/lineTable';
import { chicagoNote } from './bibliography/notes';
import { citedTelegram } from './bibliography/telegram';
import { probableDaysOf } from './probableDates';
import { paragraphAt, sentenceAt } from './sentences';
import { firstWords, oneLine } from './words';

/** The longest text of a paragraph in an answer, in UTF-16 code units. */
const PARAGRAPH_LENGTH = 4000;

/** The most paragraphs of one cable in the answer to a query. */
const MOST_HITS = 5;

/** What the tools for assistants ask of an archive. They read only. */
export interface ToolArchive {
  readonly snapshot: Snapshot;
  /** The cables for which a query holds, in the order of their ids. */
  select(query: CableQuery): Promise<EntryList>;
  /** The telegram at a position of a file of the archive; null where that cannot be read. */
  cableOf(uri: string, position: Position): Cable | null;
}

/** A paragraph, or a sentence of it, with the citation that names it. */
export interface CitedParagraph {
  readonly number: number | null;
  readonly marking: string | null;
  readonly text: string;
  readonly citation: string;
}

export interface CableSummary {
  readonly id: string | null;
  /** `2007-01-24T15:50Z` */
  readonly date: string | null;
  readonly classification: string | null;
  readonly from: string | null;
  readonly subject: string | null;
}

export interface FoundCable extends CableSummary {
  /** How many places cite it. */
  readonly citedBy: number;
  /** The paragraphs in which words of the query stand, at most five. */
  readonly paragraphs: readonly CitedParagraph[];
}

/** The first `limit` cables for which a query holds, and how many there are. */
export async function findCables(
  archive: ToolArchive,
  query: CableQuery,
  limit: number,
): Promise<{ readonly cables: readonly FoundCable[]; readonly total: number }> {
  const found = await archive.select(query);
  const cables = Array.from({ length: Math.min(limit, found.length) }, (_, i) => found.at(i)).map(entry => ({
    ...summaryOf(entry),
    citedBy: entry.mrn === null ? 0 : archive.snapshot.citedBy(entry.mrn).items.length,
    paragraphs: query.words.length === 0 ? [] : hitsOf(archive, entry, query),
  }));
  return { cables, total: found.length };
}

export interface ReadCable extends CableSummary {
  readonly to: readonly string[];
  readonly captions: readonly string[];
  readonly tags: readonly string[];
  readonly references: readonly {
    readonly label: string | null;
    readonly id: string | null;
    readonly text: string;
  }[];
  readonly signature: string | null;
  readonly citation: string;
  readonly paragraphs: readonly CitedParagraph[];
  /** How many paragraphs the cable has. */
  readonly total: number;
}

/** The cable `mrn` with `limit` of its paragraphs from the 0-based `from`th on; null if no file holds it. */
export function readCable(archive: ToolArchive, mrn: string, from: number, limit: number): ReadCable | null {
  const [entry] = archive.snapshot.find(mrn);
  const cable = entry && archive.cableOf(entry.uri, entry.anchor.start);
  if (!entry || !cable) return null;
  return {
    ...summaryOf(entry),
    classification: classificationOf(cable),
    to: entry.to,
    captions: entry.captions,
    tags: entry.tags,
    references: (cable.references?.items ?? []).map(({ label, mrn: id, start, end }) => ({
      label: label?.value ?? null,
      id,
      text: oneLine(cable.text.slice(start, end)),
    })),
    signature: cable.signature?.value ?? null,
    citation: chicagoNote(citedTelegram(cable, null)),
    paragraphs: cable.paragraphs.slice(from, from + limit).map(citerOf(cable)),
    total: cable.paragraphs.length,
  };
}

export interface CitingCable extends CableSummary {
  /** The sentences that cite, with the paragraphs in which they stand; one for an entry of the REF field has no number. */
  readonly paragraphs: readonly CitedParagraph[];
}

/** The cables that cite `mrn`, which need not be in the archive itself; at most `limit`. */
export function citingCables(archive: ToolArchive, mrn: string, limit: number): Capped<CitingCable> {
  const { items, truncated } = archive.snapshot.citedBy(mrn);
  const places = new Map<string, { readonly source: CableEntry; readonly offsets: Position[] }>();
  for (const { source, range } of items) {
    const key = `${source.uri}:${source.anchor.start.line}`;
    const known = places.get(key);
    if (known) known.offsets.push(range.start);
    else places.set(key, { source, offsets: [range.start] });
  }
  const citing = [...places.values()];
  return {
    items: citing.slice(0, limit).map(({ source, offsets }) => {
      const cable = archive.cableOf(source.uri, source.anchor.start);
      return { ...summaryOf(source), paragraphs: cable ? sentencesAt(cable, offsets) : [] };
    }),
    truncated: truncated || citing.length > limit,
  };
}

export interface CitedCable {
  readonly id: string;
  readonly here: boolean;
  readonly subject: string | null;
  readonly date: string | null;
  /** The sentences that cite it. */
  readonly paragraphs: readonly CitedParagraph[];
}

/** The cables that `mrn` cites, each once, at most `limit`; null if no file holds it. */
export function citedCables(archive: ToolArchive, mrn: string, limit: number): Capped<CitedCable> | null {
  const [entry] = archive.snapshot.find(mrn);
  if (!entry) return null;
  const { items, truncated } = archive.snapshot.cites(mrn);
  const cable = archive.cableOf(entry.uri, entry.anchor.start);
  const places = new Map<string, Position[]>();
  for (const { target, range } of items) {
    const known = places.get(target);
    if (known) known.push(range.start);
    else places.set(target, [range.start]);
  }
  const cited = [...places].slice(0, limit).map(([id, offsets]) => {
    const [target] = archive.snapshot.find(id);
    return {
      id,
      here: target !== undefined,
      subject: target?.subject ?? null,
      date: target ? dateOf(target) : null,
      paragraphs: cable ? sentencesAt(cable, offsets) : [],
    };
  });
  return { items: cited, truncated: truncated || places.size > limit };
}

export interface MissingRecord {
  readonly id: string;
  /** How many cables cite it. */
  readonly citedBy: number;
  /** Days between which it was probably sent. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The cables that are cited and not in the archive, the most cited first, at most `limit`. */
export function missingCables(
  { snapshot }: ToolArchive,
  query: CableQuery,
  limit: number,
): Capped<MissingRecord> {
  const { items, truncated } = snapshot.missing(limit, query);
  return {
    truncated,
    items: items.map(({ mrn, count }) => ({ id: mrn, citedBy: count, ...probableDaysOf(snapshot, mrn) })),
  };
}

function summaryOf(entry: CableEntry): CableSummary {
  const { mrn, classification, from, subject } = entry;
  return { id: mrn, date: dateOf(entry), classification, from, subject };
}

function dateOf({ instant }: CableEntry): string | null {
  return instant === null ? null : isoMinute(instant);
}

function hitsOf(archive: ToolArchive, entry: CableEntry, { words }: CableQuery): readonly CitedParagraph[] {
  const cable = archive.cableOf(entry.uri, entry.anchor.start);
  if (!cable) return [];
  return hitsIn(cable, words)
    .flatMap(({ paragraph }) => paragraph ?? [])
    .slice(0, MOST_HITS)
    .map(citerOf(cable));
}

function sentencesAt(cable: Cable, places: readonly Position[]): readonly CitedParagraph[] {
  const cite = citerOf(cable);
  return places.map(place => {
    const offset = cable.lines.offsetAt(place);
    const { start, end } = sentenceAt(cable, offset) ?? cable.lines.span(place.line);
    return { ...cite(paragraphAt(cable, offset)), text: oneLine(cable.text.slice(start, end)) };
  });
}

/** Cites paragraphs of a cable; what is the same for all of them, such as its title, is found once. */
function citerOf(cable: Cable): (paragraph: Paragraph | null) => CitedParagraph {
  const telegram = citedTelegram(cable, null);
  return paragraph => ({
    number: paragraph?.number ?? null,
    marking: paragraph?.marking?.value ?? null,
    text: paragraph ? firstWords(cable.text, paragraph, PARAGRAPH_LENGTH) : '',
    citation: chicagoNote({ ...telegram, paragraph: paragraph?.number ?? null }),
  });
}
