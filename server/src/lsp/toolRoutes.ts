import type { Connection } from 'vscode-languageserver';
import type { CableQuery } from '../archive/query/query';
import { callTool, Refusal } from '../features/toolSet';
import type { Position } from '../text/lineTable';
import { type Answering, requestRoutes } from './answer';
import type { Searches } from './searches';

/**
 * Connects the request of tools for assistants (`Requests`) with what answers it: from the files in the folders alone, and when all of
 * these have been read, for an assistant takes what is not found for what is not there.
 */
export function routeTools(connection: Connection, searches: Searches, { answer }: Answering): void {
  const on = requestRoutes(connection, answer);
  const broken = { text: 'the language server could not answer; its log says why', isError: true };

  on('reftel/tool', broken, ({ workspace, foldersRead }, { name, input }, token) => {
    const cancelling = new AbortController();
    const cancelled = new Promise<void>(done =>
      token.onCancellationRequested(() => {
        cancelling.abort();
        done();
      }),
    );
    const archive = async () => {
      const hasFolders = await Promise.race([foldersRead(), cancelled]);
      if (cancelling.signal.aborted) throw new Refusal('cancelled');
      if (!hasFolders) throw new Refusal('no folder with cables is open');
      const snapshot = workspace.folderSnapshot;
      return {
        snapshot,
        select: async (query: CableQuery) => {
          const found = await searches.select(snapshot, query, cancelling.signal);
          if (!found) throw new Refusal('cancelled');
          return found;
        },
        cableOf: (uri: string, position: Position) => workspace.cableOf(uri, position),
      };
    };
    return callTool(archive, name, input);
  });
}
