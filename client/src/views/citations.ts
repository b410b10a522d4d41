import { commands, type Disposable, l10n, TreeItem, TreeItemCollapsibleState, window } from 'vscode';
import type { Capped, CitationItem } from '../../../server/src/lsp/messages';
import { activeCable } from '../openCables';
import type { Server } from '../server';
import { citationNodes, type Node } from './node';
import { fits, Tree } from './tree';

/** *Cited by / Cites* of the open cable: each cable with the sentences around its citations. */
export function citationsView(server: Server): Disposable[] {
  /** The cable shown: that of the active editor, or the last one while the user is in another kind of editor or in a view. */
  let uri = activeCable()?.document.uri.toString();
  const tree = new Tree('citations', async filter => {
    const cable = uri === undefined ? null : await server.ask('reftel/cable', { uri });
    if (!cable || uri === undefined) return [];
    const cites = await server.ask('reftel/cites', { uri });
    const citedBy = cable.mrn === null ? null : await server.ask('reftel/citedBy', { mrn: cable.mrn });
    return [section(l10n.t('Cited by'), citedBy, filter), section(l10n.t('Cites'), cites, filter)];
  });
  // What the view says before there is a cable must not show while one is being asked for.
  const sayThatThereIsOne = () =>
    void commands.executeCommand('setContext', 'reftel.hasCable', uri !== undefined);
  sayThatThereIsOne();
  const follow = () => {
    const active = activeCable()?.document.uri.toString();
    if (active === undefined || active === uri) return;
    uri = active;
    sayThatThereIsOne();
    tree.refresh();
  };
  return [tree, window.onDidChangeActiveTextEditor(follow), server.onArchiveChanged(() => tree.refresh())];
}

function section(title: string, citations: Capped<CitationItem> | null, filter: string): Node {
  const { items, truncated } = citations ?? { items: [], truncated: false };
  const nodes = citationNodes(
    items.filter(({ mrn, entry, sentence }) => fits(filter, mrn, entry?.subject ?? '', sentence)),
  );
  const item = new TreeItem(
    title,
    nodes.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = title;
  item.description = truncated ? l10n.t('more than {0}', nodes.length) : String(nodes.length);
  return { item, children: async () => nodes };
}
