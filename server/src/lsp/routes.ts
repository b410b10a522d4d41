import type { Connection, DocumentLinkParams, DocumentSymbolParams } from 'vscode-languageserver';
import { type Definition, definitionAt } from '../features/definition';
import { highlightsAt } from '../features/documentHighlight';
import { linksOf } from '../features/documentLinks';
import { foldsOf } from '../features/folding';
import { hoverAt } from '../features/hover';
import { noteDefinitionAt } from '../features/notes/noteDefinition';
import { noteHoverAt } from '../features/notes/noteHover';
import { outlineOf } from '../features/outline';
import { referencesAt } from '../features/references';
import { symbolsFor } from '../features/workspaceSymbols';
import type { LineTable } from '../text/lineTable';
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
import { noteLinks, routeNotes } from './noteRoutes';
import { routeReader } from './readerRoutes';
import type { Searches } from './searches';
import { routeSearch } from './searchRoutes';
import type { ServerContext } from './serverContext';
import { routeTools } from './toolRoutes';

/**
 * Connects each request of an editor with the feature that answers it. A document that is not open, or is not a cable, gets the
 * empty answer; so does a request that cannot be answered because of a bug.
 */
export function route(connection: Connection, searches: Searches, context: () => ServerContext): void {
  const handlers = answering(context);
  const { answer, inCable, inTelegrams } = handlers;

  connection.onDocumentSymbol(
    answer('outline', [], ({ readings, clientSupport }, { textDocument: { uri } }: DocumentSymbolParams) => {
      const symbols = readings(uri).flatMap(({ cable }) =>
        outlineOf(cable).map(node => toDocumentSymbol(cable.lines, node)),
      );
      return clientSupport.symbolTree ? symbols : toSymbolInformation(uri, symbols);
    }),
  );
  const toDefinition = (
    lines: LineTable,
    definition: Definition | null,
    { workspace, clientSupport }: ServerContext,
  ) => {
    if (!definition) return null;
    const clientUri = (uri: string) => workspace.clientUri(uri);
    if (clientSupport.locationLinks) return toLocationLinks(lines, definition, clientUri);
    return definition.places.map(place => toLocation(place, clientUri));
  };
  connection.onDefinition(
    inCable(
      'definition',
      null,
      (reading, params, context) =>
        toDefinition(reading.cable.lines, definitionAt(reading, offsetOf(reading, params)), context),
      (note, { position }, context) =>
        toDefinition(note.lines, noteDefinitionAt(note, note.lines.offsetAt(position)), context),
    ),
  );
  connection.onReferences(
    inCable('references', [], (reading, params, current) => {
      const { includeDeclaration } = params.context;
      const found = referencesAt(reading, offsetOf(reading, params), includeDeclaration);
      return itemsOf(found, 'references', current).map(place =>
        toLocation(place, uri => current.workspace.clientUri(uri)),
      );
    }),
  );
  connection.onHover(
    inCable(
      'hover',
      null,
      (reading, params, { clientSupport }) => {
        const hover = hoverAt(reading, offsetOf(reading, params));
        return hover && toHover(reading.cable.lines, hover, clientSupport.markdown);
      },
      (note, { position }, { clientSupport }) => {
        const hover = noteHoverAt(note, note.lines.offsetAt(position));
        return hover && toHover(note.lines, hover, clientSupport.markdown);
      },
    ),
  );
  connection.onDocumentHighlight(
    inCable('highlights', [], (reading, params) => {
      const { cable } = reading;
      return highlightsAt(cable, offsetOf(reading, params)).map(one => toDocumentHighlight(cable.lines, one));
    }),
  );
  connection.onDocumentLinks(
    answer('links', [], (current, { textDocument: { uri } }: DocumentLinkParams) => {
      const note = current.note(uri);
      if (note) return noteLinks(note, current);
      return current
        .readings(uri)
        .flatMap(reading => linksOf(reading).map(link => toDocumentLink(reading.cable.lines, link)));
    }),
  );
  connection.onFoldingRanges(inTelegrams('folding', ({ cable }) => foldsOf(cable).map(toFoldingRange)));
  connection.onWorkspaceSymbol(
    answer('symbols', [], (current, { query }: { query: string }) => {
      const { workspace } = current;
      return itemsOf(symbolsFor(workspace.snapshot, query), 'symbols', current).map(symbol =>
        toWorkspaceSymbol(symbol, uri => workspace.clientUri(uri)),
      );
    }),
  );
  routeCallHierarchy(connection, handlers);
  routeReader(connection, handlers);
  routeNotes(connection, handlers);
  routeSearch(connection, searches, handlers);
  routeTools(connection, searches, handlers);
  routeCaret(connection, handlers);
}
