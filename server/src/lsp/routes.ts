import type { Connection } from 'vscode-languageserver';
import { definitionAt } from '../features/definition';
import { highlightsAt } from '../features/documentHighlight';
import { linksOf } from '../features/documentLinks';
import { foldsOf } from '../features/folding';
import { hoverAt } from '../features/hover';
import { outlineOf } from '../features/outline';
import { referencesAt } from '../features/references';
import { symbolsFor } from '../features/workspaceSymbols';
import { answering, itemsOf, offsetOf } from './answer';
import { routeCallHierarchy } from './callHierarchyRoutes';
import { routeCaret } from './caretRoutes';
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
import { routeReader } from './readerRoutes';

/**
 * Connects each request of an editor with the feature that answers it. A document that is not open, or is no cable, gets the
 * empty answer; so does a request that cannot be answered for a mistake of ours.
 */
export function route(connection: Connection, desk: () => Desk): void {
  const handlers = answering(desk);
  const { answer, inCable } = handlers;

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
  routeCallHierarchy(connection, handlers);
  routeReader(connection, handlers);
  routeCaret(connection, handlers);
}
