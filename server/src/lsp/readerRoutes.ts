import type { CancellationToken, Connection, GenericRequestHandler } from 'vscode-languageserver';
import { citationsOf } from '../features/bibliography/citations';
import { cableStateOf } from '../features/cableState';
import { citedByList, citesList } from '../features/citationList';
import { pageOf } from '../features/page/page';
import { paragraphList } from '../features/paragraphList';
import type { Location, Reading } from '../features/reading';
import { paragraphAt } from '../features/sentences';
import { timelineOf } from '../features/timeline';
import type { Answering } from './answer';
import type { Requests } from './messages';
import type { ServerContext } from './serverContext';
import type { Workspace } from './workspace';

/** The most cables that one answer to a view lists. */
const PAGE_LIMIT = 5000;

/** The most citations between two cables of one picture. */
const DEPTH_LIMIT = 6;

/** Connects the requests of the client's views and commands (`Requests`) with what answers them. */
export function routeReader(connection: Connection, { answer }: Answering): void {
  const on = <M extends keyof Requests>(
    method: M,
    empty: Requests[M]['result'],
    handler: (
      context: ServerContext,
      params: Requests[M]['params'],
      token: CancellationToken,
    ) => Requests[M]['result'] | Promise<Requests[M]['result']>,
  ) => {
    const handle: GenericRequestHandler<unknown, void> = answer(method, empty, handler);
    connection.onRequest(method, handle);
  };
  const inCable = <
    M extends
      | 'reftel/cable'
      | 'reftel/cites'
      | 'reftel/neighbour'
      | 'reftel/page'
      | 'reftel/paragraphs'
      | 'reftel/cite',
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
  const nothing = { items: [], truncated: false };

  inCable('reftel/cable', null, cableStateOf);
  inCable('reftel/cites', nothing, (reading, _params, { workspace }) => ({
    items: citesList(reading).map(item => ({ ...item, place: spelt(item.place, workspace) })),
    truncated: false,
  }));
  on('reftel/citedBy', nothing, ({ workspace }, { mrn }) => {
    const { items, truncated } = citedByList(
      { snapshot: workspace.snapshot, cableOf: (uri, position) => workspace.cableOf(uri, position) },
      mrn,
    );
    return { items: items.map(item => ({ ...item, place: spelt(item.place, workspace) })), truncated };
  });
  on(
    'reftel/archive',
    { totals: { cables: 0, references: 0, resolved: 0 }, busy: false },
    ({ workspace }) => ({
      totals: workspace.snapshot.totals(),
      busy: workspace.busy,
    }),
  );
  on('reftel/addFolder', null, (current, { uri }) => {
    current.addFolder(uri);
    return null;
  });
  on('reftel/groups', [], ({ workspace }, { by }) => workspace.snapshot.groups(by));
  on('reftel/group', nothing, ({ workspace }, { by, key, from, limit }) =>
    workspace.snapshot.inGroup(by, key, from, Math.min(limit, PAGE_LIMIT)),
  );
  on('reftel/missing', nothing, ({ workspace }, { limit }) => workspace.snapshot.missing(limit));
  on('reftel/months', [], ({ workspace: { snapshot } }, { by, keys }) =>
    keys.map(key => ({ key, months: snapshot.perMonth(by, key) })),
  );
  on('reftel/search', nothing, ({ workspace }, { query, limit }) =>
    workspace.snapshot.search(query, Math.min(limit, PAGE_LIMIT)),
  );
  inCable('reftel/neighbour', null, ({ cable, snapshot }, { step }, { workspace }) => {
    const entry = cable.mrn === null ? null : snapshot.neighbour(cable.mrn, step);
    return entry && spelt({ uri: entry.uri, range: entry.anchor }, workspace);
  });
  on('reftel/timeline', { cables: [], citations: [], truncated: false }, ({ workspace }, { mrn, depth }) =>
    timelineOf(workspace.snapshot, mrn, Math.min(depth, DEPTH_LIMIT)),
  );
  inCable('reftel/page', null, reading => pageOf(reading));
  inCable('reftel/paragraphs', [], ({ cable }) => paragraphList(cable));
  inCable('reftel/cite', null, ({ cable }, { uri, position }, { cited }) => {
    const paragraph = position ? paragraphAt(cable, cable.lines.offsetAt(position)) : null;
    const isNumbered = paragraph?.number != null;
    return {
      whole: citationsOf(cited(uri, cable, null)),
      paragraph: isNumbered ? citationsOf(cited(uri, cable, paragraph)) : null,
    };
  });
}

/** A place under the name by which the editor knows its file. */
function spelt({ uri, range }: Location, workspace: Workspace): Location {
  return { uri: workspace.clientUri(uri), range };
}
