import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import type { Capped } from '../archive/snapshot';
import { definitionAt } from '../features/definition';
import { highlightsAt } from '../features/documentHighlight';
import { linksOf } from '../features/documentLinks';
import { foldsOf } from '../features/folding';
import { hoverAt } from '../features/hover';
import { outlineOf } from '../features/outline';
import type { Reading } from '../features/reading';
import { referencesAt } from '../features/references';
import { symbolsFor } from '../features/workspaceSymbols';
import {
  toDocumentHighlight,
  toDocumentLink,
  toDocumentSymbol,
  toFoldingRange,
  toHover,
  toLocation,
  toLocationLinks,
  toSymbolInformation,
  toWorkspaceSymbol,
} from './conversion';
import type { Desk } from './desk';
import { guarded } from './guard';

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

type Answer<P, R> = (params: P, token: CancellationToken) => R | ResponseError<void>;

/**
 * Connects each request of an editor with the feature that answers it. A document that is not open, or is no cable, gets the
 * empty answer; so does a request that cannot be answered for a mistake of ours.
 */
export function route(connection: Connection, desk: () => Desk): void {
  const answer =
    <P, R>(what: string, empty: R, handler: (desk: Desk, params: P) => R): Answer<P, R> =>
    (params, token) => {
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const current = desk();
      return guarded(current.log, what, empty, () => handler(current, params));
    };
  const inCable = <P extends InDocument, R>(
    what: string,
    empty: R,
    handler: (reading: Reading, params: P, desk: Desk) => R,
  ): Answer<P, R> =>
    answer(what, empty, (current, params) => {
      const reading = current.reading(params.textDocument.uri);
      return reading ? handler(reading, params, current) : empty;
    });

  connection.onDocumentSymbol(
    inCable('outline', [], ({ cable }, { textDocument }, { traits }) => {
      const symbols = outlineOf(cable).map(node => toDocumentSymbol(cable.lines, node));
      return traits.symbolTree ? symbols : toSymbolInformation(textDocument.uri, symbols);
    }),
  );
  connection.onDefinition(
    inCable('definition', null, (reading, params, { workspace, traits }) => {
      const definition = definitionAt(reading, offsetOf(reading, params));
      if (!definition) return null;
      const spelling = (uri: string) => workspace.spelling(uri);
      if (traits.locationLinks) return toLocationLinks(reading.cable.lines, definition, spelling);
      return definition.places.map(place => toLocation(place, spelling));
    }),
  );
  connection.onReferences(
    inCable('references', [], (reading, params, current) => {
      const { includeDeclaration } = params.context;
      const found = referencesAt(reading, offsetOf(reading, params), includeDeclaration);
      return itemsOf(found, 'references', current).map(place =>
        toLocation(place, uri => current.workspace.spelling(uri)),
      );
    }),
  );
  connection.onHover(
    inCable('hover', null, (reading, params, { traits }) => {
      const hover = hoverAt(reading, offsetOf(reading, params));
      return hover && toHover(reading.cable.lines, hover, traits.markdown);
    }),
  );
  connection.onDocumentHighlight(
    inCable('highlights', [], (reading, params) => {
      const { cable } = reading;
      return highlightsAt(cable, offsetOf(reading, params)).map(one => toDocumentHighlight(cable.lines, one));
    }),
  );
  connection.onDocumentLinks(
    inCable('links', [], reading => linksOf(reading).map(link => toDocumentLink(reading.cable.lines, link))),
  );
  connection.onFoldingRanges(inCable('folding', [], ({ cable }) => foldsOf(cable).map(toFoldingRange)));
  connection.onWorkspaceSymbol(
    answer('symbols', [], (current, { query }: { query: string }) => {
      const { workspace } = current;
      return itemsOf(symbolsFor(workspace.snapshot, query), 'symbols', current).map(symbol =>
        toWorkspaceSymbol(symbol, uri => workspace.spelling(uri)),
      );
    }),
  );
}

function offsetOf({ cable }: Reading, { position }: AtPosition): number {
  return cable.lines.offsetAt(position);
}

/** The items; the log says where there were more. */
function itemsOf<T>({ items, cut }: Capped<T>, what: string, { log }: Desk): readonly T[] {
  if (cut) log.info(`${what}: there are more than the ${items.length} shown`);
  return items;
}
