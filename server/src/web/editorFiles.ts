import { type FileEntry, type FileState, LIST_FOLDERS, READ_FILES, STAT_FILES } from '../lsp/messages';

/** Files as the editor reaches them: for each uri what there is; null for what is not there or cannot be read. Never rejects. */
export interface RemoteFiles {
  list(folders: readonly string[]): Promise<readonly (readonly FileEntry[] | null)[]>;
  stat(uris: readonly string[]): Promise<readonly (FileState | null)[]>;
  read(uris: readonly string[]): Promise<readonly (Uint8Array | null)[]>;
}

interface Asking {
  sendRequest<R>(method: string, params: object): Promise<R>;
}

/** The files of an editor that answers the requests for them. */
export function editorFiles(connection: Asking): RemoteFiles {
  const ask = async <T>(method: string, uris: readonly string[]): Promise<readonly (T | null)[]> => {
    if (uris.length === 0) return [];
    try {
      return await connection.sendRequest<readonly (T | null)[]>(method, { uris });
    } catch {
      return uris.map(() => null);
    }
  };
  return {
    list: folders => ask<readonly FileEntry[]>(LIST_FOLDERS, folders),
    stat: uris => ask<FileState>(STAT_FILES, uris),
    read: uris => ask<Uint8Array>(READ_FILES, uris),
  };
}
