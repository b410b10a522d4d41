import { type CableQuery, type QueryProblem, readQuery } from '../archive/query/query';
import type {
  CableEntry,
  CableSelection,
  EntryList,
  MissingCable,
  Ordering,
  Snapshot,
  WordSearch,
} from '../archive/snapshot';
import { citedByCount } from '../features/cableState';
import type { Log } from './guard';
import type { Host } from './host';
import type { Workspace } from './workspace';

/** So many results are kept for what asks for parts of them. */
const KEPT = 8;

/** The least number of milliseconds between two reports. */
const REPORT_PAUSE = 250;

/** What a search has found, or has found so far. */
export interface Found {
  readonly id: number;
  readonly text: string;
  readonly query: CableQuery;
  readonly snapshot: Snapshot;
  readonly selection: CableSelection;
  /** The missing cables, of a query for these. */
  readonly missing: readonly MissingCable[];
  /** Whether all texts were read. */
  readonly complete: boolean;
}

export interface SearchProgress {
  readonly found: Found;
  /** Texts read, and to be read. */
  readonly done: number;
  readonly total: number;
}

/** Runs searches over the workspace and keeps the last results, so that they can be looked at piece by piece. */
export class Searches {
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #log: Log;
  readonly #results = new Map<number, Found>();
  readonly #counts = new WeakMap<Snapshot, Map<string, number>>();
  #last = 0;

  constructor(host: Host, workspace: Workspace, log: Log) {
    this.#host = host;
    this.#workspace = workspace;
    this.#log = log;
  }

  /** The result with a number; null if it is no longer kept. */
  result(id: number): Found | null {
    return this.#results.get(id) ?? null;
  }

  /** Looks for all that fits a query; a cancelled search has what it found until then. */
  async find(
    text: string,
    signal: AbortSignal,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Found | QueryProblem> {
    const { query, problem } = readQuery(text);
    if (problem) return problem;
    const { snapshot } = this.#workspace;
    const selection = snapshot.select(query);
    const begun = { id: ++this.#last, text, query, snapshot, missing: [] as readonly MissingCable[] };
    if (query.missing) {
      const missing = snapshot.missing(Number.POSITIVE_INFINITY, query).items;
      return this.#keep({ ...begun, missing, selection, complete: true });
    }
    let reportedAt = performance.now();
    const sought = await this.#seek(selection, query, signal, (search, done) => {
      const now = performance.now();
      if (now - reportedAt < REPORT_PAUSE) return;
      reportedAt = now;
      const found = this.#keep({ ...begun, selection: search.found(), complete: false });
      onProgress({ found, done, total: search.total });
    });
    return this.#keep({ ...begun, ...sought });
  }

  /** The cables of a snapshot for which all of a query holds, in the order of their ids; null if it was cancelled. Nothing is kept. */
  async select(snapshot: Snapshot, query: CableQuery, signal: AbortSignal): Promise<EntryList | null> {
    const { selection, complete } = await this.#seek(snapshot.select(query), query, signal);
    return complete ? selection.inOrder({ by: 'id', descending: false }, () => 0) : null;
  }

  /** The cables of a result in an order. */
  inOrder({ selection, snapshot }: Found, ordering: Ordering): EntryList {
    return selection.inOrder(ordering, entry => this.citedBy(snapshot, entry));
  }

  /** How many files cite a cable. */
  citedBy(snapshot: Snapshot, entry: Pick<CableEntry, 'mrn' | 'uri'>): number {
    const counts = this.#counts.get(snapshot) ?? new Map<string, number>();
    this.#counts.set(snapshot, counts);
    const key = `${entry.mrn} ${entry.uri}`;
    let count = counts.get(key);
    if (count === undefined) {
      count = citedByCount(snapshot, entry);
      counts.set(key, count);
    }
    return count;
  }

  /** Those of a selection in whose texts the words of a query stand, and whether all texts were read. */
  async #seek(
    selection: CableSelection,
    { words }: CableQuery,
    signal: AbortSignal,
    onProgress: (search: WordSearch, done: number) => void = () => {},
  ): Promise<{ readonly selection: CableSelection; readonly complete: boolean }> {
    if (words.length === 0) return { selection, complete: true };
    const search = selection.seek(words);
    search.takeChanged(entry => this.#textOf(entry));
    const { complete, problems } = await this.#host.searchTexts(search, words, {
      signal,
      onProgress: done => onProgress(search, done),
    });
    for (const problem of problems) this.#log.info(problem);
    return { selection: search.found(), complete };
  }

  #keep(found: Found): Found {
    this.#results.delete(found.id);
    this.#results.set(found.id, found);
    for (const id of this.#results.keys()) {
      if (this.#results.size <= KEPT) break;
      this.#results.delete(id);
    }
    return found;
  }

  #textOf({ uri, anchor }: CableEntry): string | null {
    const cable = this.#workspace.cableOf(uri, anchor.start);
    return cable ? cable.text.slice(cable.telegram.start, cable.telegram.end) : null;
  }
}
