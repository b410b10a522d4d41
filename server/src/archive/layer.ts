import type { CableFacts, FileFacts } from './facts';
import { searchTextOf } from './search';
import type { CableEntry, Citation } from './snapshot';

/** What is known of some files, indexed: the telegrams of each, none for a file that is no cable (any more). Never changes once it is made. */
export interface Layer {
  readonly files: ReadonlyMap<string, readonly Filed[]>;
  readonly byId: ReadonlyMap<string, readonly Filed[]>;
  /** By the id cited. */
  readonly citations: ReadonlyMap<string, readonly Citation[]>;
}

/** Indexes `files`. Linear in their number and that of their citations. */
export function layerOf(files: ReadonlyMap<string, readonly Filed[]>): Layer {
  const byId = new Map<string, Filed[]>();
  const citations = new Map<string, Citation[]>();
  for (const facts of [...files.values()].flat()) {
    if (facts.entry.mrn !== null) add(byId, facts.entry.mrn, facts);
    for (const citation of facts.citations) add(citations, citation.target, citation);
  }
  return { files, byId, citations };
}

/**
 * Puts `layer` on top of `layers` (oldest first) and merges downwards until each layer is more than twice as large as the one above. So
 * the number of layers is logarithmic, and a file that changes with each keystroke moves only itself and a few recently changed files.
 */
export function stack(layers: readonly Layer[], layer: Layer): readonly Layer[] {
  let top = layer;
  let height = layers.length;
  for (let below = layers[height - 1]; below; below = layers[height - 1]) {
    if (below.files.size > 2 * top.files.size) break;
    top = layerOf(new Map([...below.files, ...top.files]));
    height--;
  }
  return [...layers.slice(0, height), height === 0 ? withoutGone(top) : top];
}

/** The lowest layer hides nothing, so it need not record which files are gone. */
function withoutGone(layer: Layer): Layer {
  const kept = [...layer.files].filter(([, facts]) => facts.length > 0);
  return kept.length === layer.files.size ? layer : layerOf(new Map(kept));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The facts of one telegram in the form in which answers give them. */
export interface Filed {
  readonly entry: CableEntry;
  readonly citations: readonly Citation[];
  readonly completeness: number;
  /** The text to be searched, see `searchTextOf`. */
  readonly searchText: string;
}

/** Files the telegrams of the file `uri`. */
export function filed(uri: string, facts: FileFacts): readonly Filed[] {
  return facts.map(telegram => filedTelegram(uri, telegram));
}

function filedTelegram(uri: string, facts: CableFacts): Filed {
  const { mrn, subject, instant, from, to, classification, captions, tags, anchor, completeness } = facts;
  const entry = { uri, mrn, subject, instant, from, to, classification, captions, tags, anchor };
  return {
    entry,
    citations: facts.citations.map(({ target, place, yearSource, range }) => ({
      source: entry,
      target,
      place,
      yearSource,
      range,
    })),
    completeness,
    searchText: searchTextOf(entry),
  };
}
