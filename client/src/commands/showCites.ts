import { commands, type Disposable, Location, Position, Range, Uri, window } from 'vscode';
import {
  type CitationItem,
  type Position as LspPosition,
  SHOW_CITES,
} from '../../../server/src/lsp/messages';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { sayNoCable } from './copy';

/**
 * The command of a cable's second lens, given the document's uri and the place of the lens, and of the command palette: peeks at
 * the cables that it cites, or at the place that cites one where that is not here.
 */
export function citesCommand(server: Server): Disposable {
  return commands.registerCommand(SHOW_CITES, async (uri?: string, position?: LspPosition) => {
    const document = uri ?? activeCable()?.document.uri.toString();
    if (document === undefined) return sayNoCable();
    const { items } = (await server.ask('reftel/cites', { uri: document, position: position ?? null })) ?? {
      items: [],
    };
    const at = position
      ? new Position(position.line, position.character)
      : (window.activeTextEditor?.selection.active ?? new Position(0, 0));
    await commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(document),
      at,
      items.map(placeOf),
    );
  });
}

function placeOf({ entry, place }: CitationItem): Location {
  const { uri, range } = entry ? { uri: entry.uri, range: entry.anchor } : place;
  const { start, end } = range;
  return new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character));
}
