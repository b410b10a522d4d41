import type { Connection } from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { everything, readQuery } from '../archive/query/query';
import type { Snapshot } from '../archive/snapshot';
import { citationsOf } from '../features/bibliography/citations';
import { cableStateOf } from '../features/cableState';
import { filterCitations } from '../features/citationFilter';
import { citedByList, citesList } from '../features/citationList';
import { compareCables } from '../features/compare/compare';
import { plainText } from '../features/compare/plain';
import { explainHeader } from '../features/explainHeader';
import { pageOf } from '../features/page/page';
import { paragraphList } from '../features/paragraphList';
import { readableEdits } from '../features/readable';
import type { Location, Reading } from '../features/reading';
import { paragraphAt } from '../features/sentences';
import { timelineOf, unfoldTimeline } from '../features/timeline';
import { tagWords } from '../reference/tags';
import { applyEdits } from '../text/edit';
import { LineTable } from '../text/lineTable';
import { type Answering, requestRoutes } from './answer';
import type { Grouping, Months, Requests } from './messages';
import type { ServerContext } from './serverContext';
import { canonicalUri } from './uris';
import type { Workspace } from './workspace';

/** The most cables that one answer to a view lists. */
const PAGE_LIMIT = 5000;

/** The most citations between two cables of one picture. */
const DEPTH_LIMIT = 6;

/** Connects the requests of the client's views and commands (`Requests`) with what answers them. */
export function routeReader(connection: Connection, { answer }: Answering): void {
  const on = requestRoutes(connection, answer);
  const inCable = <
    M extends
      | 'reftel/cable'
      | 'reftel/cites'
      | 'reftel/neighbour'
      | 'reftel/page'
      | 'reftel/header'
      | 'reftel/paragraphs'
      | 'reftel/cite'
      | 'reftel/copies'
      | 'reftel/compare',
  >(
    method: M,
    empty: Requests[M]['result'],
    handler: (
      reading: Reading,
      params: Requests[M]['params'],
      context: ServerContext,
    ) => Requests[M]['result'] | Promise<Requests[M]['result']>,
  ) =>
    on(method, empty, (current, params) => {
      const reading = current.reading(params.uri, params.position ?? undefined);
      return reading ? handler(reading, params, current) : empty;
    });
  const nothing = { items: [], truncated: false, problem: null };

  inCable('reftel/cable', null, (reading, _params, { notes }) => {
    const { mrn } = reading.cable;
    return { ...cableStateOf(reading), notedIn: mrn === null ? 0 : notes.countOf(mrn) };
  });
  inCable('reftel/cites', nothing, (reading, { filter = '' }, { workspace }) => {
    const { items, problem } = filterCitations(reading.snapshot, citesList(reading), filter);
    return {
      items: items.map(item => ({ ...item, place: spelt(item.place, workspace) })),
      truncated: false,
      problem,
    };
  });
  on('reftel/citedBy', nothing, ({ workspace }, { mrn, filter = '' }) => {
    const { items: all, truncated } = citedByList(
      { snapshot: workspace.snapshot, cableOf: (uri, position) => workspace.cableOf(uri, position) },
      mrn,
    );
    const { items, problem } = filterCitations(workspace.snapshot, all, filter);
    return {
      items: items.map(item => ({ ...item, place: spelt(item.place, workspace) })),
      truncated,
      problem,
    };
  });
  on(
    'reftel/archive',
    { totals: { cables: 0, references: 0, resolved: 0, missing: 0 }, busy: false },
    ({ workspace }) => ({
      totals: workspace.snapshot.totals(),
      busy: workspace.busy,
    }),
  );
  on('reftel/addFolder', null, (current, { uri }) => {
    current.addFolder(uri);
    return null;
  });
  on('reftel/groups', [], ({ workspace }, { by }) =>
    workspace.snapshot
      .groups(by)
      .map(group => ({ ...group, words: by === 'tag' ? tagWords(group.key) : '' })),
  );
  on('reftel/group', nothing, ({ workspace }, { by, key, from, limit }) =>
    workspace.snapshot.inGroup(by, key, from, Math.min(limit, PAGE_LIMIT)),
  );
  on('reftel/missing', { ...nothing, total: 0 }, ({ workspace }, { limit, filter = '' }) => {
    const { query, problem } = readQuery(filter);
    const { snapshot } = workspace;
    const isFiltered = query !== null && query.conditions.length + query.words.length > 0;
    const { items } = snapshot.missing(isFiltered ? Number.POSITIVE_INFINITY : limit, query ?? everything);
    const total = isFiltered ? items.length : snapshot.totals().missing;
    const first = items.slice(0, limit);
    return { items: first, truncated: total > first.length, total, problem: problem?.message ?? null };
  });
  on('reftel/months', [], ({ workspace: { snapshot } }, { by, keys }) => monthsOf(snapshot, by, keys));
  on('reftel/search', nothing, ({ workspace }, { query, limit }) => ({
    ...workspace.snapshot.search(query, Math.min(limit, PAGE_LIMIT)),
    problem: readQuery(query).problem?.message ?? null,
  }));
  on('reftel/readable', { text: '', edits: [] }, async (current, { text, isCable, range }) => {
    const lines = new LineTable(text);
    const span = range ? { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } : undefined;
    const edits = readableEdits(text, await current.plain(), isCable, span);
    return {
      text: applyEdits(text, edits),
      edits: edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
    };
  });
  inCable('reftel/neighbour', null, ({ cable, snapshot }, { step }, { workspace }) => {
    const entry = cable.mrn === null ? null : snapshot.neighbour(cable.mrn, step);
    return entry && spelt({ uri: entry.uri, range: entry.anchor }, workspace);
  });
  const noTimeline = { cables: [], citations: [], groups: [], total: 0, absent: 0, truncated: false };
  on('reftel/timeline', noTimeline, ({ workspace }, { mrn, depth }) =>
    timelineOf(workspace.snapshot, mrn, Math.min(depth, DEPTH_LIMIT)),
  );
  on('reftel/timelineGroup', { cables: [], total: 0 }, ({ workspace }, { mrn, depth, group }) =>
    unfoldTimeline(workspace.snapshot, mrn, Math.min(depth, DEPTH_LIMIT), group),
  );
  inCable('reftel/page', null, reading => pageOf(reading));
  inCable('reftel/header', null, reading => explainHeader(reading));
  inCable('reftel/paragraphs', [], ({ cable }) => paragraphList(cable));
  inCable('reftel/copies', [], ({ uri, cable, snapshot }, _params, { workspace }) =>
    (cable.mrn === null ? [] : snapshot.find(cable.mrn))
      .filter(entry => entry.uri !== uri)
      .map(entry => ({ ...entry, uri: workspace.clientUri(entry.uri) })),
  );
  inCable('reftel/compare', null, ({ cable }, { uri, other }, { workspace }) => {
    const start = other.position ?? { line: 0, character: 0 };
    const copy = workspace.cableOf(canonicalUri(other.uri), start);
    if (!copy) return null;
    return {
      a: { uri, mrn: cable.mrn, text: plainText(cable) },
      b: { uri: other.uri, mrn: copy.mrn, text: plainText(copy) },
      comparison: compareCables(cable, copy),
    };
  });
  inCable('reftel/cite', null, ({ cable }, { uri, position }, { cited }) => {
    const paragraph = position ? paragraphAt(cable, cable.lines.offsetAt(position)) : null;
    const isNumbered = paragraph?.number != null;
    return {
      whole: citationsOf(cited(uri, cable, null)),
      paragraph: isNumbered ? citationsOf(cited(uri, cable, paragraph)) : null,
    };
  });
}

/** The months of each group, and how many of its cables have no date. */
function monthsOf(snapshot: Snapshot, by: Grouping, keys: readonly string[]): readonly Months[] {
  const counts = new Map(snapshot.groups(by).map(({ key, count }) => [key, count]));
  return keys.map(key => {
    const months = snapshot.perMonth(by, key);
    const dated = months.reduce((sum, { count }) => sum + count, 0);
    return { key, months, undated: Math.max(0, (counts.get(key) ?? 0) - dated) };
  });
}

/** A place under the name by which the editor knows its file. */
function spelt({ uri, range }: Location, workspace: Workspace): Location {
  return { uri: workspace.clientUri(uri), range };
}
