import type { Connection } from 'vscode-languageserver';
import { parseDocument } from '../cable/document';
import { FileRenames } from '../features/fileRenames';
import { answering, requestRoutes } from './answer';
import type { Host } from './host';
import type { RenamePlan } from './messages';
import type { ServerContext } from './serverContext';
import { canonicalFolder, canonicalUri, nameOf } from './uris';
import { siblingUri } from './workspaceEdits';

/** So many files get other names at once: an editor renames them one by one. */
const LIMIT = 5000;

const NOTHING: RenamePlan = { renames: [], kept: [], named: 0, truncated: false };

/** Connects the requests about files that need not be open with what answers them. */
export function routeFiles(
  connection: Connection,
  host: Pick<Host, 'collect' | 'kindOf' | 'readAny' | 'cablesOfPage'>,
  context: () => ServerContext,
): void {
  const on = requestRoutes(connection, answering(context).answer);
  on('reftel/cablesOfPage', null, async (_context, { uri, text }) => {
    const source = text ?? host.readAny(uri);
    return source === null ? null : host.cablesOfPage(source);
  });
  on('reftel/fileRenames', NOTHING, async ({ workspace, readings, log }, { uris }, token) => {
    const plan = new FileRenames((folder, name) => host.kindOf(siblingUri(`${folder}/`, name)) !== null);
    const seen = new Set<string>();
    let truncated = false;
    const stopping = new AbortController();
    token.onCancellationRequested(() => stopping.abort());
    const add = (uri: string, text: string | null) => {
      const key = canonicalUri(uri);
      if (seen.has(key) || stopping.signal.aborted) return;
      seen.add(key);
      const known = workspace.clientUri(key);
      const open = readings(known).map(({ cable }) => cable);
      // The path tells nothing: a file is named after what its text says.
      const cables = open.length > 0 || text === null ? open : parseDocument(text);
      plan.add(key.slice(0, key.lastIndexOf('/')), known, nameOf(key), cables);
      if (plan.renames.length < LIMIT) return;
      truncated = true;
      stopping.abort();
    };
    for (const uri of uris) {
      const isFolder = host.kindOf(uri) === 'folder';
      const from = isFolder ? canonicalFolder(uri) : canonicalUri(uri);
      const reader = { onCable: add, onProblem: (message: string) => log.info(message) };
      await host.collect(from, reader, stopping.signal);
      // A file that was chosen is told of, even where it is no cable.
      if (!isFolder) add(from, null);
    }
    const { renames, kept, named } = plan;
    return {
      renames: renames.map(rename => ({ ...rename, newUri: siblingUri(rename.uri, rename.newName) })),
      kept,
      named,
      truncated,
    };
  });
}
