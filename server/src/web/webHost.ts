import type { Base } from '../archive/index/format/base';
import type { RefreshRequest, RefreshResult } from '../archive/refresh';
import type { SearchEnd } from '../archive/snapshot';
import { makeReadable } from '../import/readable';
import type { Host } from '../lsp/host';
import type { RemoteFiles } from './editorFiles';

/** The machine where every file is a request to the editor. */
export class WebHost implements Host {
  readonly #files: RemoteFiles;

  constructor(files: RemoteFiles) {
    this.#files = files;
  }

  keepArchivesIn(): void {}

  saved(_uri: string): Base | null {
    return null;
  }

  async refresh(_uri: string, _request: RefreshRequest): Promise<RefreshResult> {
    return { files: 0, complete: true, problems: [] };
  }

  async collect(): Promise<void> {}

  async plain() {
    return makeReadable;
  }

  watch(): () => void {
    return () => {};
  }

  kindOf(): 'file' | 'folder' | null {
    return null;
  }

  async searchTexts(): Promise<SearchEnd> {
    return { complete: true, problems: [] };
  }

  read(_uri: string): string | null {
    void this.#files;
    return null;
  }

  readAny(_uri: string): string | null {
    return null;
  }

  async readNotes(): Promise<boolean> {
    return true;
  }

  async readNote(): Promise<string | null> {
    return null;
  }

  provenance(): null {
    return null;
  }
}
