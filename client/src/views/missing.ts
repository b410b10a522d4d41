import { commands, type Disposable, env, l10n, type Memento, window } from 'vscode';
import type { MissingCable } from '../../../server/src/lsp/messages';
import type { Server } from '../server';
import { absentNode, citationNodes, type Node } from './node';
import { Tree } from './tree';
import { numberOf, shownOf } from './words';

/** The most missing cables that are shown and copied. */
const LIMIT = 5000;

/** *Missing cables*: cited, and not in the folder; with who cites them, and to copy as a list. */
export function missingView(server: Server, memory: Memento): Disposable[] {
  const fetch = async (filter: string) => {
    const answer = await server.ask('reftel/missing', { limit: LIMIT, filter });
    return answer ?? { items: [], truncated: false, total: 0, problem: null };
  };
  const tree = new Tree('missing', memory, async filter => {
    const { items, total, problem } = await fetch(filter);
    return {
      nodes: items.map(missing => missingNode(server, missing)),
      problem,
      description: total === 0 ? '' : shownOf(items.length, total),
    };
  });
  const copy = commands.registerCommand('reftel.copyMissing', async () => {
    const { items, truncated } = await fetch(tree.filter);
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('No cited cable is missing.'));
      return;
    }
    await env.clipboard.writeText(items.map(({ mrn, count }) => `${mrn}\t${count}\n`).join(''));
    const copied =
      items.length === 1
        ? l10n.t('Copied the id of 1 missing cable, with the number of cables that cite it.')
        : l10n.t(
            'Copied the ids of {0} missing cables, each with the number of cables that cite it.',
            numberOf(items.length),
          );
    window.setStatusBarMessage(truncated ? `${copied} ${l10n.t('There are more.')}` : copied, 5000);
  });
  return [tree, copy, server.onArchiveChanged(() => tree.refresh())];
}

function missingNode(server: Server, { mrn, count }: MissingCable): Node {
  const times = count === 1 ? l10n.t('cited by 1 cable') : l10n.t('cited by {0} cables', numberOf(count));
  return absentNode(mrn, times, async () => {
    const answer = await server.ask('reftel/citedBy', { mrn });
    return citationNodes(answer?.items ?? []);
  });
}
