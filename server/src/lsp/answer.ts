import {
  type CancellationToken,
  type Connection,
  type GenericRequestHandler,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { Capped } from '../archive/snapshot';
import type { Note } from '../features/notes/note';
import type { Reading } from '../features/reading';
import { guarded, guardedAsync } from './guard';
import type { ReadAhead } from './host';
import type { Requests } from './messages';
import type { ServerContext } from './serverContext';

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

export type Answer<P, R> = (params: P, token: CancellationToken) => R | ResponseError<void> | Promise<R>;

/** Makes the handlers of requests. */
export interface Answering {
  /** A handler that answers from the context; a request that cannot be answered because of a bug gets `empty`. */
  answer<P, R>(
    what: string,
    empty: R,
    handler: (context: ServerContext, params: P, token: CancellationToken) => R | Promise<R>,
  ): Answer<P, R>;
  /**
   * A handler for the telegram that a request points at, and one for a note that it points into; a document that is not open, or is neither,
   * gets `empty`.
   */
  inCable<P extends InDocument, R>(
    what: string,
    empty: R,
    handler: (reading: Reading, params: P, context: ServerContext) => R,
    inNote?: (note: Note, params: P, context: ServerContext) => R,
  ): Answer<P, R>;
  /** A handler for each telegram of a document, whose answers are put together. */
  inTelegrams<P extends InDocument, R>(
    what: string,
    handler: (reading: Reading, params: P, context: ServerContext) => readonly R[],
  ): Answer<P, R[]>;
}

/** `context` gives what is known at the moment of a request; `what` names the request in the log. */
export function answering(context: () => ServerContext): Answering {
  const answer: Answering['answer'] = (what, empty, handler) => (params, token) => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const run = () => {
      const current = context();
      const result = guarded(current.log, what, empty, () => handler(current, params, token));
      return result instanceof Promise ? guardedAsync(current.log, what, empty, () => result) : result;
    };
    const { ahead } = context();
    return ahead ? untilAllIsRead(ahead, token, run) : run();
  };
  return {
    answer,
    inCable: (what, empty, handler, inNote) =>
      answer(what, empty, (current, params) => {
        const { uri } = params.textDocument;
        const reading = current.reading(uri, positionIn(params));
        if (reading) return handler(reading, params, current);
        const note = inNote ? current.note(uri) : null;
        return note && inNote ? inNote(note, params, current) : empty;
      }),
    inTelegrams: (what, handler) =>
      answer(what, [], (current, params) =>
        current.readings(params.textDocument.uri).flatMap(reading => handler(reading, params, current)),
      ),
  };
}

/** An answer is worked out so often at most. */
const ROUNDS = 4;

/** Works an answer out again when texts were not at hand for it and have been read. */
async function untilAllIsRead<R>(
  ahead: ReadAhead,
  token: CancellationToken,
  run: () => R | Promise<R>,
): Promise<R> {
  for (let round = 1; ; round++) {
    const { misses } = ahead;
    const result = await run();
    if (ahead.misses === misses || round === ROUNDS || token.isCancellationRequested) return result;
    await ahead.settled();
  }
}

/** Connects requests of the client's views and commands, each by its method, with what answers them. */
export function requestRoutes(connection: Connection, answer: Answering['answer']) {
  return <M extends keyof Requests>(
    method: M,
    empty: Requests[M]['result'],
    handler: (
      context: ServerContext,
      params: Requests[M]['params'],
      token: CancellationToken,
    ) => Requests[M]['result'] | Promise<Requests[M]['result']>,
  ): void => {
    const handle: GenericRequestHandler<unknown, void> = answer(method, empty, handler);
    connection.onRequest(method, handle);
  };
}

/** The position at which a request points, or where its range starts; undefined for a request about the whole document. */
function positionIn(
  params: InDocument & Partial<AtPosition> & { readonly range?: Range },
): Position | undefined {
  return params.position ?? params.range?.start;
}

/** Where in the text of a reading a request points. */
export function offsetOf({ cable }: Reading, { position }: AtPosition): number {
  return cable.lines.offsetAt(position);
}

/** The items; logs if there were more. */
export function itemsOf<T>(
  { items, truncated }: Capped<T>,
  what: string,
  { log }: ServerContext,
): readonly T[] {
  if (truncated) log.info(`${what}: only the first ${items.length} are shown`);
  return items;
}
