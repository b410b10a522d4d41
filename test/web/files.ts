import type { FileEntry, FileState } from '../../server/src/lsp/messages';
import type { RemoteFiles } from '../../server/src/web/editorFiles';
import { KeptArchives, type Shelf } from '../../server/src/web/keptArchives';
import { WebHost, type WebPorts } from '../../server/src/web/webHost';

/** The uri of the folder. */
export const FOLDER = 'memory://made';

/** Files of an editor, by paths below its only folder, and what was asked of them. */
export class MadeFiles implements RemoteFiles {
  readonly texts = new Map<string, string | Uint8Array>();
  readonly times = new Map<string, number>();
  /** The paths that were read, in order. */
  asked: string[] = [];
  listed = 0;

  constructor(texts: Readonly<Record<string, string | Uint8Array>>, time = 1000) {
    for (const [path, text] of Object.entries(texts)) this.put(path, text, time);
  }

  put(path: string, text: string | Uint8Array, time: number): void {
    this.texts.set(path, text);
    this.times.set(path, time);
  }

  async list(folders: readonly string[]): Promise<(readonly FileEntry[] | null)[]> {
    this.listed += folders.length;
    return folders.map(folder => {
      const below = folder === FOLDER ? '' : `${pathOf(folder)}/`;
      const entries = new Map<string, FileEntry>();
      for (const path of this.texts.keys()) {
        if (!path.startsWith(below)) continue;
        const [name = '', ...rest] = path.slice(below.length).split('/');
        entries.set(name, { name, isFolder: rest.length > 0 });
      }
      return entries.size > 0 || below === '' ? [...entries.values()] : null;
    });
  }

  async stat(uris: readonly string[]): Promise<(FileState | null)[]> {
    return uris.map(uri => {
      const path = uri === FOLDER ? '' : pathOf(uri);
      const bytes = this.#bytes(path);
      if (bytes) return { isFolder: false, size: bytes.length, time: this.times.get(path) ?? 0 };
      const isFolder = path === '' || [...this.texts.keys()].some(file => file.startsWith(`${path}/`));
      return isFolder ? { isFolder, size: 0, time: 0 } : null;
    });
  }

  async read(uris: readonly string[]): Promise<(Uint8Array | null)[]> {
    this.asked.push(...uris.map(pathOf));
    return uris.map(uri => this.#bytes(pathOf(uri)));
  }

  #bytes(path: string): Uint8Array | null {
    const text = this.texts.get(path);
    return typeof text === 'string' ? new TextEncoder().encode(text) : (text ?? null);
  }
}

/** A shelf in memory. */
export class MadeShelf implements Shelf {
  readonly kept = new Map<string, unknown>();

  async get(name: string): Promise<unknown> {
    return this.kept.get(name);
  }

  async put(name: string, bytes: ArrayBuffer): Promise<void> {
    this.kept.set(name, bytes);
  }

  async drop(name: string): Promise<void> {
    this.kept.delete(name);
  }
}

/** A host over these files, as a window that is opened has it. */
export function hostOver(
  files: RemoteFiles,
  shelf: Shelf = new MadeShelf(),
  ports: Partial<WebPorts> = {},
): WebHost {
  return new WebHost({
    files,
    kept: new KeptArchives(shelf, () => {}),
    limit: async () => 5000,
    onCut() {},
    ...ports,
  });
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(FOLDER.length + 1));
}
