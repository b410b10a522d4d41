import { commands, type Disposable, EventEmitter, l10n, type Memento, Uri, window, workspace } from 'vscode';
import {
  COMPARE_COPIES,
  type ComparedCopies,
  type Position,
  type Requests,
} from '../../../server/src/lsp/messages';
import { sayNoCable } from '../commands/copy';
import { activeCable, openedCable } from '../openCables';
import { gone, opened } from '../page/note';
import { type PlainPage, PlainPanel } from '../page/plainPanel';
import type { Restorers } from '../page/restore';
import { kept, keptText } from '../page/state';
import type { TextSource } from '../readOnlyTexts';
import { COPY_SCHEME } from '../schemes';
import type { Server } from '../server';
import { numberOf } from '../views/words';
import { comparisonHtml } from './html';

type Copy = Requests['reftel/compare']['params']['other'];

/** Two files that are compared, and where the cable begins in the second one. */
interface Pair {
  readonly a: string;
  readonly b: string;
  readonly position: Position | null;
}

/** `Cable: Compare with Other Copy…`, as a page, and the same texts side by side, which `source` gives. */
export function compareCommands(
  server: Server,
  extension: Uri,
  restorers: Restorers,
  memory: Memento,
): { readonly source: TextSource; readonly disposables: Disposable[] } {
  /** The texts that are shown, by their address. */
  const texts = new Map<string, string>();

  const changed = new EventEmitter<void>();

  const compare = async ({ a, b, position }: Pair): Promise<ComparedCopies | null> => {
    // The server compares an open document with a file, so a document that was closed since is loaded again.
    await openedCable(a);
    return await server.ask('reftel/compare', { uri: a, other: { uri: b, position } });
  };

  /** Compares files that may be gone since; a sentence says so. */
  const compareAgain = async (pair: Pair): Promise<ComparedCopies | string> => {
    const lost = (await opened(pair.a)) ? ((await opened(pair.b)) ? null : pair.b) : pair.a;
    if (lost !== null) return gone(lost);
    return (await compare(pair)) ?? l10n.t('The two files cannot be compared.');
  };

  const pageOf = (copies: ComparedCopies, pair: Pair): PlainPage => ({
    title: titleOf(copies),
    body: comparisonHtml(copies, wordsFor(copies)),
    commands: ['reftel.openPlace', 'reftel.compareTexts'],
    state: pair,
  });
  const name = l10n.t('Comparison');
  const panel = new PlainPanel({ kind: 'comparison', name, extension, memory }, restorers, async state => {
    const pair = pairOf(state);
    if (!pair) return null;
    const copies = await compareAgain(pair);
    return typeof copies === 'string' ? copies : pageOf(copies, pair);
  });

  const showTexts = async (copies: ComparedCopies, pair: Pair) => {
    const place = (side: 'a' | 'b') => {
      const { path } = Uri.parse(copies[side].uri);
      const query = JSON.stringify({ ...pair, side });
      const uri = Uri.from({ scheme: COPY_SCHEME, path: `${path}.txt`, query });
      texts.set(uri.toString(), copies[side].text);
      return uri;
    };
    const [a, b] = [place('a'), place('b')];
    changed.fire();
    await commands.executeCommand('vscode.diff', a, b, titleOf(copies));
  };

  const textOf = async (uri: Uri): Promise<string> => {
    const known = texts.get(uri.toString());
    if (known !== undefined) return known;
    const state = parsed(uri.query);
    const pair = pairOf(state);
    if (!pair) return '';
    const copies = await compareAgain(pair);
    // A sentence that there is nothing to compare is true now, and perhaps not when the text is read again.
    if (typeof copies === 'string') return copies;
    const { text } = copies[keptText(state, 'side') === 'b' ? 'b' : 'a'];
    texts.set(uri.toString(), text);
    return text;
  };

  const compareWith = (show: (copies: ComparedCopies, pair: Pair) => Promise<void>) => {
    return async (uri?: string, otherUri?: string, position?: Position) => {
      const document = uri ?? activeCable()?.document.uri.toString();
      if (document === undefined) return sayNoCable();
      const other =
        otherUri === undefined
          ? await chooseCopy(server, document)
          : { uri: otherUri, position: position ?? null };
      if (!other) return;
      const pair = { a: document, b: other.uri, position: other.position ?? null };
      const copies = await compare(pair);
      if (copies) await show(copies, pair);
      else void window.showInformationMessage(l10n.t('The two files cannot be compared.'));
    };
  };

  return {
    source: { textOf, onChanged: changed.event },
    disposables: [
      changed,
      workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
      commands.registerCommand(
        COMPARE_COPIES,
        compareWith((copies, pair) => panel.show(pageOf(copies, pair))),
      ),
      commands.registerCommand('reftel.compareTexts', compareWith(showTexts)),
      panel,
    ],
  };
}

/** The files that were compared before the window was loaded anew; null where nothing was kept of them. */
function pairOf(state: unknown): Pair | null {
  const [a, b] = [keptText(state, 'a'), keptText(state, 'b')];
  const position = (kept(state, 'position') as Position | undefined) ?? null;
  return a === '' || b === '' ? null : { a, b, position };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The only other file that holds the cable, the chosen one of several, or any file that the user names. */
async function chooseCopy(server: Server, uri: string): Promise<Copy | undefined> {
  const copies = (await server.ask('reftel/copies', { uri })) ?? [];
  const [only, more] = copies;
  if (only && !more) return { uri: only.uri, position: only.anchor.start };
  const items = copies.map(copy => ({
    label: workspace.asRelativePath(Uri.parse(copy.uri)),
    copy: { uri: copy.uri, position: copy.anchor.start } as Copy | null,
  }));
  const chosen =
    items.length === 0
      ? undefined
      : await window.showQuickPick([...items, { label: l10n.t('Another file…'), copy: null }], {
          title: l10n.t('Compare with Other Copy'),
        });
  if (chosen?.copy) return chosen.copy;
  if (items.length > 0 && !chosen) return undefined;
  const [file] =
    (await window.showOpenDialog({ title: l10n.t('Compare with Other Copy'), canSelectMany: false })) ?? [];
  return file && { uri: file.toString() };
}

function titleOf({ a, b }: ComparedCopies): string {
  return a.mrn === b.mrn && a.mrn !== null
    ? l10n.t('Copies of {0}', a.mrn)
    : l10n.t('{0} and {1}', a.mrn ?? 'A', b.mrn ?? 'B');
}

function wordsFor(copies: ComparedCopies) {
  return {
    title: titleOf(copies),
    sideBySide: l10n.t('Show the texts side by side'),
    part: l10n.t('Part'),
    difference: l10n.t('Difference'),
    line: l10n.t('Line {0}'),
    absent: l10n.t('not there'),
    truncated: l10n.t(
      'Only the first {0} differences are listed.',
      numberOf(copies.comparison.differences.length),
    ),
  };
}
