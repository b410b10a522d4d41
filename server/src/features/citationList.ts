import { rangeOf } from '../archive/facts';
import type { CableEntry, Capped, Citation } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import type { Location, Reading } from './reading';
import { paragraphAt, sentenceAt } from './sentences';
import { cutWords, oneLine } from './words';

/** The most citations that a list reads the citing texts of. */
const CITATION_LIST_LIMIT = 500;

/** The longest sentence in a list, in UTF-16 code units: whole but for texts that have no stops. */
const SENTENCE_LENGTH = 2000;

/** One line of a list of citations. */
export interface CitationItem {
  /** The cable at the other end: the cited or the citing one. */
  readonly mrn: string | null;
  /** Where a file holds that cable, the fullest one; null for a cable that is not here. */
  readonly entry: CableEntry | null;
  /** Where the citation stands. */
  readonly place: Location;
  /** The whole sentence around it behind the number of its paragraph, `¶4 …`, or its entry in the REF field, on one line. */
  readonly sentence: string;
}

/** The cables that the open cable cites, in the order of its text, each once, where it is cited first. */
export function citesList({ uri, cable, snapshot }: Reading): readonly CitationItem[] {
  const items = [...(cable.references?.items ?? []), ...cable.mentions];
  const first = new Map<string, Span>();
  for (const item of items) if (item.mrn !== null && !first.has(item.mrn)) first.set(item.mrn, item);
  return [...first].map(([mrn, span]) => ({
    mrn,
    entry: snapshot.find(mrn)[0] ?? null,
    place: { uri, range: rangeOf(cable.lines, span) },
    sentence: around(cable, span),
  }));
}

/** The places that cite the cable `mrn`, by file and in the order of the text. Reads the files that it lists. */
export function citedByList(
  { snapshot, cableOf }: Pick<Reading, 'snapshot' | 'cableOf'>,
  mrn: string,
  { limit = CITATION_LIST_LIMIT, sentenceLength = SENTENCE_LENGTH } = {},
): Capped<CitationItem> {
  const { items, truncated } = snapshot.citedBy(mrn);
  let read: { readonly source: CableEntry; readonly cable: Cable | null } | null = null;
  const telegramOf = (source: CableEntry) => {
    if (read?.source !== source) read = { source, cable: cableOf(source.uri, source.anchor.start) };
    return read.cable;
  };
  return {
    items: items
      .slice(0, limit)
      .map(citation => citingItem(citation, telegramOf(citation.source), sentenceLength)),
    truncated: truncated || items.length > limit,
  };
}

function citingItem({ source, range }: Citation, cable: Cable | null, sentenceLength: number): CitationItem {
  const at = cable && { start: cable.lines.offsetAt(range.start), end: cable.lines.offsetAt(range.end) };
  return {
    mrn: source.mrn,
    entry: source,
    place: { uri: source.uri, range },
    sentence: at && cable ? around(cable, at, sentenceLength) : '',
  };
}

function around(cable: Cable, span: Span, limit = SENTENCE_LENGTH): string {
  const sentence = sentenceAt(cable, span.start);
  if (!sentence) return cutWords(oneLine(cable.text.slice(span.start, span.end)), limit);
  const paragraph = paragraphAt(cable, span.start);
  const number = paragraph?.number == null ? '' : `¶${paragraph.number} `;
  // What parts the runs of a paragraph, such as a page line, is no part of the sentence.
  const runs = (paragraph?.segments ?? []).map(({ start, end }) =>
    cable.text.slice(Math.max(start, sentence.start), Math.max(start, Math.min(end, sentence.end))),
  );
  return number + cutWords(oneLine(runs.join(' ')), limit);
}
