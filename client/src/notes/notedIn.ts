import {
  commands,
  type Disposable,
  Location,
  l10n,
  Position,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import { type Position as LspPosition, type NoteItem, SHOW_NOTED_IN } from '../../../server/src/lsp/messages';
import { sayNoCable } from '../commands/copy';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { type Node, opening, placeNode } from '../views/node';
import { numberOf } from '../views/words';

/**
 * The command of a cable's third lens, given the document's uri and the place of the lens, and of the command palette: peeks at the
 * lines of notes that name the cable.
 */
export function notedInCommand(server: Server): Disposable {
  return commands.registerCommand(SHOW_NOTED_IN, async (of?: unknown, position?: LspPosition) => {
    const uri = typeof of === 'string' ? of : activeCable()?.document.uri.toString();
    if (uri === undefined) return sayNoCable();
    const place = typeof of === 'string' ? position : undefined;
    const cable = await server.ask('reftel/cable', { uri, position: place ?? null });
    const noted = cable?.mrn ? await server.ask('reftel/notedIn', { mrn: cable.mrn }) : null;
    if (!noted || noted.items.length === 0) {
      window.setStatusBarMessage(l10n.t('No note of this workspace names this cable.'), 5000);
      return;
    }
    const at = place
      ? new Position(place.line, place.character)
      : (window.activeTextEditor?.selection.active ?? new Position(0, 0));
    const places = noted.items.map(({ place: { uri: note, range } }) => {
      const { start, end } = range;
      return new Location(Uri.parse(note), new Range(start.line, start.character, end.line, end.character));
    });
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, places);
  });
}

/** So many notes show their lines at once. */
const MOST_OPEN = 20;

/** The notes that name a cable, each with its lines; those only in which all words of `filter` stand. */
export function noteNodes(items: readonly NoteItem[], filter: string): readonly Node[] {
  const words = filter.toLowerCase().split(/\s+/);
  const notes = new Map<string, NoteItem[]>();
  for (const item of items) {
    const text = `${item.name} ${item.line}`.toLowerCase();
    if (words.every(word => text.includes(word)))
      notes.set(item.name, [...(notes.get(item.name) ?? []), item]);
  }
  return [...notes].map(([name, lines]) => {
    const item = new TreeItem(
      name.replace(/^.*\//, ''),
      notes.size > MOST_OPEN ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
    );
    item.id = `note:${name}`;
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    item.description = [folder, lines.length > 1 ? numberOf(lines.length) : ''].filter(Boolean).join(' · ');
    item.tooltip = name;
    item.iconPath = new ThemeIcon('note');
    item.contextValue = 'note';
    const [first] = lines;
    if (first) item.command = opening(first.place);
    return { item, children: async () => lines.map(({ line, place }) => placeNode(line, place)) };
  });
}
