import type { Connection } from 'vscode-languageserver';
import { sortedGroups } from '../archive/grouping';
import type { CableEntry, Grouping } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import { noteCitationAt } from '../cable/noteCitations';
import { recordOf } from '../cable/record';
import { absentCableOf } from '../features/absentCable';
import { citingAt } from '../features/citing';
import { type ExportName, exportFormats } from '../features/export/formats';
import { missingFormats, missingRecordOf } from '../features/export/missing';
import { hitList } from '../features/searchHits';
import { tagWords } from '../reference/tags';
import { type Answering, requestRoutes } from './answer';
import { type GroupItem, SEARCH_PROGRESS, type TableRow } from './messages';
import type { Found, Searches } from './searches';
import { pathOfUri } from './uris';

/** The most rows of one answer. */
const WINDOW = 1000;

/** The most groups of one facet. */
const FACETS = 300;

/** The most cables of one export: for more there is the command line. */
const EXPORT_LIMIT = 5000;

const GROUPINGS: readonly Grouping[] = ['post', 'year', 'classification', 'tag'];

/** Connects the requests for searches and their results (`Requests`) with what answers them. */
export function routeSearch(connection: Connection, searches: Searches, { answer }: Answering): void {
  const on = requestRoutes(connection, answer);
  const nothing = { result: null, total: 0, missing: false, hasWords: false, complete: false, problem: null };

  on('reftel/find', nothing, async (_context, { query }, token) => {
    const cancelling = new AbortController();
    token.onCancellationRequested(() => cancelling.abort());
    const found = await searches.find(query, cancelling.signal, ({ found, done, total }) => {
      const progress = { query, result: found.id, found: found.selection.length, done, total };
      void connection.sendNotification(SEARCH_PROGRESS, progress);
    });
    if ('message' in found) return { ...nothing, problem: found.message };
    return {
      result: found.id,
      total: sizeOf(found),
      missing: found.query.missing,
      hasWords: found.query.words.some(({ excluded }) => !excluded),
      complete: found.complete,
      problem: null,
    };
  });
  on('reftel/rows', null, ({ workspace }, { result, by, descending, from, limit }) => {
    const found = searches.result(result);
    if (!found) return null;
    const start = Math.max(0, from);
    const end = Math.min(sizeOf(found), start + Math.min(limit, WINDOW));
    const rows: TableRow[] = [];
    const list = searches.inOrder(found, { by, descending });
    for (let i = start; i < end; i++) {
      const missing = found.missing[descending ? found.missing.length - 1 - i : i];
      if (missing) rows.push({ mrn: missing.mrn, entry: null, citedBy: missing.count, tags: [] });
      else if (i < list.length) rows.push(rowOf(list.at(i)));
    }
    return { rows, total: sizeOf(found) };

    function rowOf(entry: CableEntry): TableRow {
      return {
        mrn: entry.mrn,
        entry: { ...entry, uri: workspace.clientUri(entry.uri) },
        citedBy: searches.citedBy((found as Found).snapshot, entry),
        tags: entry.tags.map(tagWords),
      };
    }
  });
  on('reftel/facets', null, (_context, { result }) => {
    const found = searches.result(result);
    if (!found) return null;
    return GROUPINGS.map(by => {
      const groups = sortedGroups(found.selection.counts(by));
      const ordered = by === 'year' ? groups : groups.toSorted((a, b) => b.count - a.count);
      return {
        by,
        total: groups.length,
        groups: ordered
          .slice(0, FACETS)
          .map((group): GroupItem => ({ ...group, words: by === 'tag' ? tagWords(group.key) : '' })),
      };
    });
  });
  on('reftel/hits', null, ({ workspace }, { result, from, limit }) => {
    const found = searches.result(result);
    if (!found) return null;
    const list = searches.inOrder(found, { by: 'id', descending: false });
    const end = Math.min(list.length, from + Math.min(limit, WINDOW));
    const items = Array.from({ length: Math.max(0, end - from) }, (_, i) => list.at(from + i)).map(entry => {
      const uri = workspace.clientUri(entry.uri);
      const cable = workspace.cableOf(entry.uri, entry.anchor.start);
      return { entry: { ...entry, uri }, hits: cable ? hitList(uri, cable, found.query.words) : [] };
    });
    return { items, total: list.length };
  });
  on('reftel/export', null, async ({ workspace }, { result, by, descending, rows, format: name }) => {
    const found = searches.result(result);
    if (!found) return null;
    const list = searches.inOrder(found, { by, descending });
    const wanted = rows ?? Array.from({ length: Math.min(list.length, EXPORT_LIMIT) }, (_, i) => i);
    if (found.query.missing) return exportMissing(found, { descending, rows, name });
    const format = exportFormats[name]();
    const pieces = [format.begin];
    let count = 0;
    for (const row of wanted.slice(0, EXPORT_LIMIT)) {
      if (row >= list.length) continue;
      const entry = list.at(row);
      const cable: Cable | null = workspace.cableOf(entry.uri, entry.anchor.start);
      if (!cable) continue;
      pieces.push(await format.cable(recordOf(pathOfUri(workspace.clientUri(entry.uri)), cable), cable));
      count++;
    }
    pieces.push(...format.end());
    return { text: pieces.join(''), count, truncated: (rows ?? list).length > EXPORT_LIMIT };
  });
  on('reftel/absent', null, ({ workspace }, { mrn }) => {
    const absent = absentCableOf(
      { snapshot: workspace.snapshot, cableOf: (uri, position) => workspace.cableOf(uri, position) },
      mrn,
    );
    if (!absent) return null;
    const items = absent.citing.items.map(item => ({
      ...item,
      place: { ...item.place, uri: workspace.clientUri(item.place.uri) },
    }));
    return { ...absent, citing: { ...absent.citing, items } };
  });
  on('reftel/absentAt', null, (context, { uri, position }) => {
    const note = position ? context.note(uri) : null;
    if (note && position) {
      const mrn = noteCitationAt(note.text, note.lines.offsetAt(position))?.mrn ?? null;
      return mrn === null || note.snapshot.find(mrn).length > 0 ? null : mrn;
    }
    const reading = position ? context.reading(uri, position) : null;
    if (!reading || !position) return null;
    const citing = citingAt(reading.cable, reading.cable.lines.offsetAt(position));
    return citing?.ids.find(id => reading.snapshot.find(id).length === 0) ?? null;
  });
}

/** A list of missing cables, as a table or as records: of other formats there is nothing to fill. */
function exportMissing(
  { snapshot, missing }: Found,
  {
    descending,
    rows,
    name,
  }: { readonly descending: boolean; readonly rows: readonly number[] | null; readonly name: ExportName },
) {
  const { begin, row } = missingFormats[name === 'csv' ? 'csv' : 'ndjson'];
  const all = descending ? missing.toReversed() : missing;
  const wanted = rows ? rows.flatMap(i => all[i] ?? []) : all;
  const listed = wanted.slice(0, EXPORT_LIMIT);
  const text = begin + listed.map(cable => row(missingRecordOf(snapshot, cable))).join('');
  return { text, count: listed.length, truncated: wanted.length > listed.length };
}

function sizeOf({ selection, missing }: Found): number {
  return selection.length + missing.length;
}
