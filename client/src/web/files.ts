import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileEntry,
  type FileState,
  LIST_FOLDERS,
  READ_FILES,
  STAT_FILES,
} from '../../../server/src/lsp/messages';

/** Answers what a server without a disk asks about files: for each uri of a request what there is, or null. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(LIST_FOLDERS, ({ uris }: { uris: readonly string[] }) => each(uris, list));
  client.onRequest(STAT_FILES, ({ uris }: { uris: readonly string[] }) => each(uris, stat));
  client.onRequest(READ_FILES, ({ uris }: { uris: readonly string[] }) =>
    each(uris, uri => workspace.fs.readFile(uri)),
  );
}

async function list(uri: Uri): Promise<readonly FileEntry[]> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 }));
}

async function stat(uri: Uri): Promise<FileState> {
  const { type, size, mtime } = await workspace.fs.stat(uri);
  return { isFolder: (type & FileType.Directory) !== 0, size, time: mtime };
}

function each<T>(uris: readonly string[], ask: (uri: Uri) => Thenable<T>): Promise<(T | null)[]> {
  return Promise.all(
    uris.map(async uri => {
      try {
        return await ask(withPath(Uri.parse(uri)));
      } catch {
        return null;
      }
    }),
  );
}

/** The root of a file system has no path where it is named without a slash at its end, and file systems refuse that. */
function withPath(uri: Uri): Uri {
  return uri.path === '' ? uri.with({ path: '/' }) : uri;
}
