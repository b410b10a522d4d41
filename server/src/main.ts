import { type Stats, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { cableByName } from './cable/byName';
import { collectCables } from './host/files/collect';
import { readNote, readNotes } from './host/files/notes';
import { readCable, readText } from './host/files/read';
import { watchFolder } from './host/files/watch';
import { provenanceOfFile } from './host/import/fileProvenance';
import { cablesOfPage } from './host/import/webPage';
import { refreshInProcess } from './host/refresh/refreshProcess';
import { recordUse, userCacheFolder } from './host/saved/cacheFolder';
import { loadSaved, savedAt } from './host/saved/savedArchive';
import { TextSearcher } from './host/search/searcher';
import { EventLoopYield } from './host/threads/cooperative';
import { loadReadable } from './import/readers';
import type { Host } from './lsp/host';
import { lifecycle } from './lsp/lifecycle';
import { serve } from './lsp/server';

let cacheDir: string | null = null;

const pause = new EventLoopYield();

const searcher = new TextSearcher(pathOf);

/** The disk, by `file:` uris; folders of other schemes are not read. */
const machine: Host = {
  ahead: null,
  keepArchivesIn(folder) {
    cacheDir = folder;
  },
  saved(uri) {
    const folder = pathOf(uri);
    return folder === null ? null : loadSaved(savedAt(cacheDir ?? userCacheFolder(), folder));
  },
  async refresh(uri, request) {
    const folder = pathOf(uri);
    if (folder === null) return { files: 0, complete: true, problems: [] };
    const saved = savedAt(cacheDir ?? userCacheFolder(), folder);
    const result = await refreshInProcess(folder, saved, request);
    // Nobody waits for that.
    void recordUse(saved.path);
    return result;
  },
  watch(uri, onChange, onProblem) {
    const path = pathOf(uri);
    return path === null ? () => {} : watchFolder(path, onChange, onProblem);
  },
  kindOf(uri) {
    const path = pathOf(uri);
    const stats = path === null ? null : statsOf(path);
    return stats?.isDirectory() ? 'folder' : stats ? 'file' : null;
  },
  async collect(uri, reader, signal) {
    const path = pathOf(uri);
    if (path === null) return;
    const onCable = (file: string, text: string) => reader.onCable(pathToFileURL(file).href, text);
    if (statsOf(path)?.isDirectory()) {
      const onProblem = (problem: { path: string; message: string }) =>
        reader.onProblem(`${problem.path}: ${problem.message}`);
      await collectCables(path, { onCable, onProblem, signal });
    } else if (cableByName(path) !== 'never') {
      // Before the file is read: what is read counts at once.
      await pause.whenDue();
      const result = readCable(path);
      if (result.kind === 'text') onCable(path, result.text);
    }
  },
  searchTexts: (search, words, options) => searcher.search(search, words, options),
  read(uri) {
    const path = pathOf(uri);
    const result = path === null || cableByName(path) === 'never' ? null : readCable(path);
    return result?.kind === 'text' ? result.text : null;
  },
  readAny(uri) {
    const path = pathOf(uri);
    const result = path === null ? null : readText(path);
    return result?.kind === 'text' ? result.text : null;
  },
  async readNotes(uri, reader, options) {
    const path = pathOf(uri);
    return path === null || (await readNotes(path, reader, options));
  },
  async readNote(uri) {
    const path = pathOf(uri);
    return path === null ? null : readNote(path);
  },
  provenance(uri) {
    const path = pathOf(uri);
    return path === null ? null : provenanceOfFile(path);
  },
  plain: loadReadable,
  cablesOfPage,
};

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some(argument => transports.some(transport => argument.startsWith(transport)))) {
  const connection = createConnection({ messageStrategy: lifecycle() });
  // A bug costs an answer, and never what is open.
  process.on('unhandledRejection', reason => {
    const details = reason instanceof Error ? reason.stack : String(reason);
    connection.console.error(`unhandled rejection: ${details}`);
  });
  serve(connection, machine, version);
} else {
  process.stderr.write('This is a language server; start it with --stdio (or --node-ipc).\n');
  process.exitCode = 2;
}
