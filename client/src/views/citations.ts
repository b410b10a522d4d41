import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import {
  type Capped,
  type CitationItem,
  type FilteredList,
  LANGUAGE_ID,
  type NoteItem,
} from '../../../server/src/lsp/messages';
import { noteNodes } from '../notes/notedIn';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { citationNodes, type Node } from './node';
import { Tree } from './tree';
import { numberOf, shownOf } from './words';

/** *Cited by / Cites / Noted in* of the open cable: each cable with the sentences around its citations, each note with its lines. */
export function citationsView(server: Server, memory: Memento): Disposable[] {
  /** The cable shown: that of the active editor, or the last one while the user is in another kind of editor or in a view. */
  let uri = cableInSight();
  const tree = new Tree('citations', memory, async filter => {
    const cable = uri === undefined ? null : await server.ask('reftel/cable', { uri });
    if (!cable || uri === undefined) return { nodes: [] };
    const cites = await server.ask('reftel/cites', { uri, filter });
    const citedBy =
      cable.mrn === null ? null : await server.ask('reftel/citedBy', { mrn: cable.mrn, filter });
    const noted = cable.mrn === null ? null : await server.ask('reftel/notedIn', { mrn: cable.mrn });
    const own = filter === '' ? cable : null;
    return {
      nodes: [
        section(l10n.t('Cited by'), 'references', citedBy, own?.citedBy),
        section(l10n.t('Cites'), 'link', cites, own?.cites),
        ...notedIn(noted, filter),
      ],
      problem: cites?.problem,
    };
  });
  // What the view says before there is a cable must not show while one is being asked for.
  const sayThatThereIsOne = () =>
    void commands.executeCommand('setContext', 'reftel.hasCable', uri !== undefined);
  sayThatThereIsOne();
  const follow = () => {
    const active = uri === undefined ? cableInSight() : activeCable()?.document.uri.toString();
    if (active === undefined || active === uri) return;
    uri = active;
    sayThatThereIsOne();
    tree.refresh();
  };
  return [
    tree,
    window.onDidChangeActiveTextEditor(follow),
    // A text is a cable only once it has been looked at.
    workspace.onDidOpenTextDocument(follow),
    server.onArchiveChanged(() => tree.refresh()),
  ];
}

/** The cable of the active editor; where that is something else, as after a reload, the first in sight beside it. */
function cableInSight(): string | undefined {
  const beside = window.visibleTextEditors.find(({ document }) => document.languageId === LANGUAGE_ID);
  return (activeCable() ?? beside)?.document.uri.toString();
}

/** The notes that name the cable, where there are any. */
function notedIn(noted: Capped<NoteItem> | null, filter: string): readonly Node[] {
  if (!noted || noted.items.length === 0) return [];
  return [branch(l10n.t('Noted in'), 'notebook', noteNodes(noted.items, filter), noted.truncated)];
}

/** `total` is how many there are, as the lens says; without it, as many as are shown. */
function section(
  title: string,
  icon: string,
  citations: FilteredList<CitationItem> | null,
  total?: number,
): Node {
  const { items, truncated } = citations ?? { items: [], truncated: false };
  return branch(title, icon, citationNodes(items), truncated, total);
}

function branch(
  title: string,
  icon: string,
  nodes: readonly Node[],
  truncated: boolean,
  total?: number,
): Node {
  const item = new TreeItem(
    title,
    nodes.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = title;
  item.iconPath = new ThemeIcon(icon);
  item.description = truncated ? shownOf(nodes.length, total ?? nodes.length) : numberOf(nodes.length);
  return { item, children: async () => nodes };
}
