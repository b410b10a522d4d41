import { type Command, l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CableEntry, CitationItem, HitItem, Location } from '../../../server/src/lsp/messages';
import { startOf } from '../openCables';
import { describe, inShort, nameOf } from './words';

/** One line of a tree, and how to get the lines below it when the user opens it. */
export interface Node {
  readonly item: TreeItem;
  readonly children?: () => Promise<readonly Node[]>;
}

/** The command that shows a place, as a click or Enter on a line does. */
export function opening(place: Location): Command {
  return { command: 'reftel.openPlace', title: l10n.t('Open'), arguments: [place, true] };
}

/** A cable that a file holds. */
export function cableNode(entry: CableEntry, children?: Node['children'], isOpen = false): Node {
  const item = new TreeItem(nameOf(entry), stateOf(children, isOpen));
  item.description = inShort(entry);
  item.tooltip = describe(entry);
  item.iconPath = new ThemeIcon('file-text');
  item.contextValue = 'cable';
  item.command = opening(startOf(entry));
  files.set(item, entry.uri);
  return { item: withId(item, entry.mrn), ...(children && { children }) };
}

/** A cable that is cited and that no file holds: opens the page of what is known of it. */
export function absentNode(mrn: string, description: string, children?: Node['children']): Node {
  const item = new TreeItem(mrn, stateOf(children));
  item.description = description;
  item.tooltip = l10n.t('{0} is not in this folder', mrn);
  item.iconPath = new ThemeIcon('circle-slash');
  item.contextValue = 'absentCable';
  item.command = { command: 'reftel.openAbsent', title: l10n.t('Open'), arguments: [mrn, true] };
  return { item: withId(item, mrn), ...(children && { children }) };
}

/** A place in a cable, by the words around it. */
export function placeNode(words: string, place: Location): Node {
  const item = new TreeItem(words);
  item.tooltip = new MarkdownString().appendText(words);
  item.iconPath = new ThemeIcon('quote');
  item.description = l10n.t('line {0}', place.range.start.line + 1);
  item.command = opening(place);
  return { item };
}

/** A paragraph, or a line, in which the words sought stand. */
export function hitNode({ number, marking, words, place }: HitItem): Node {
  const label = number === null ? l10n.t('line {0}', place.range.start.line + 1) : `${number}.`;
  const item = new TreeItem(marking === null ? label : `${label} (${marking})`);
  item.description = words;
  item.tooltip = new MarkdownString().appendText(words);
  item.iconPath = new ThemeIcon(number === null ? 'list-flat' : 'quote');
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

/** The uri of the file that a line stands for. */
export function fileOf(node: unknown): string | null {
  const item = (node as Node | undefined)?.item;
  return item ? (files.get(item) ?? null) : null;
}

const ids = new WeakMap<TreeItem, string>();
const files = new WeakMap<TreeItem, string>();

function withId(item: TreeItem, mrn: string | null): TreeItem {
  if (mrn !== null) ids.set(item, mrn);
  return item;
}

function stateOf(children: Node['children'], isOpen = false): TreeItemCollapsibleState {
  if (!children) return TreeItemCollapsibleState.None;
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
