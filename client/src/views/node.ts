import { type Command, l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CableEntry, CitationItem, Location } from '../../../server/src/lsp/messages';
import { startOf } from '../openCables';
import { dayOf, describe, nameOf } from './words';

/** One line of a tree, and how to get the lines below it when the user opens it. */
export interface Node {
  readonly item: TreeItem;
  readonly children?: () => Promise<readonly Node[]>;
}

/** The command that shows a place, as a click or Enter on a line does. */
function opening(place: Location): Command {
  return { command: 'reftel.openPlace', title: l10n.t('Open'), arguments: [place, true] };
}

/** A cable that a file holds. */
export function cableNode(entry: CableEntry, children?: Node['children']): Node {
  const item = new TreeItem(nameOf(entry), stateOf(children));
  item.description = entry.mrn === null ? '' : (entry.subject ?? dayOf(entry.instant));
  item.tooltip = describe(entry);
  item.iconPath = new ThemeIcon('file');
  item.contextValue = 'cable';
  item.command = opening(startOf(entry));
  return { item: withId(item, entry.mrn), ...(children && { children }) };
}

/** A cable that is cited and that no file holds. */
export function absentNode(mrn: string, description: string, children?: Node['children']): Node {
  const item = new TreeItem(mrn, stateOf(children));
  item.description = description;
  item.tooltip = l10n.t('{0} is not in this folder', mrn);
  item.iconPath = new ThemeIcon('circle-slash');
  item.contextValue = 'absentCable';
  return { item: withId(item, mrn), ...(children && { children }) };
}

/** A place in a cable, by the words around it. */
function placeNode(words: string, place: Location): Node {
  const item = new TreeItem(words);
  item.tooltip = new MarkdownString().appendText(words);
  item.iconPath = new ThemeIcon('quote');
  item.description = l10n.t('line {0}', place.range.start.line + 1);
  item.command = opening(place);
  return { item };
}

/** The cables at the other end of citations, each once, and below each the words around its citations. */
export function citationNodes(citations: readonly CitationItem[]): readonly Node[] {
  const groups = new Map<string, CitationItem[]>();
  for (const citation of citations) {
    // A file without an id is a line of its own.
    const key = citation.mrn ?? citation.place.uri;
    const group = groups.get(key);
    if (group) group.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups].map(([key, group]) => {
    const entry = group[0]?.entry ?? null;
    const places = async () => group.map(({ sentence, place }) => placeNode(sentence, place));
    return entry ? cableNode(entry, places) : absentNode(key, l10n.t('not in this folder'), places);
  });
}

/** The id of the cable that a line stands for, which commands on the line need. */
export function idOf(node: unknown): string | null {
  const item = (node as Node | undefined)?.item;
  return item ? (ids.get(item) ?? null) : null;
}

const ids = new WeakMap<TreeItem, string>();

function withId(item: TreeItem, mrn: string | null): TreeItem {
  if (mrn !== null) ids.set(item, mrn);
  return item;
}

function stateOf(children: Node['children']): TreeItemCollapsibleState {
  return children ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
}
