import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { collectCables } from './host/collect';
import { cableByName, readCable } from './host/files';
import type { Host } from './lsp/host';
import { serve } from './lsp/server';

/** The disk, by `file:` uris; folders of other schemes are not read. */
const machine: Host = {
  async collect(uri, reader, signal) {
    const path = pathOf(uri);
    if (path === null) return;
    const onCable = (file: string, text: string) => reader.onCable(pathToFileURL(file).href, text);
    if (isFolder(path)) {
      const onProblem = (problem: { path: string; message: string }) =>
        reader.onProblem(`${problem.path}: ${problem.message}`);
      await collectCables(path, { onCable, onProblem, signal });
    } else if (cableByName(path) !== 'never') {
      // Before the file is read: what is read counts at once.
      await giveWay();
      const result = readCable(path);
      if (result.kind === 'text') onCable(path, result.text);
    }
  },
  read(uri) {
    const path = pathOf(uri);
    const result = path === null ? null : readCable(path);
    return result?.kind === 'text' ? result.text : null;
  },
};

/** How long, in milliseconds, many changed files keep the thread before others get their turn. */
const SLICE = 12;
let sliceEnd = 0;

async function giveWay(): Promise<void> {
  if (performance.now() < sliceEnd) return;
  await new Promise(resolve => setImmediate(resolve));
  sliceEnd = performance.now() + SLICE;
}

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some(argument => transports.some(transport => argument.startsWith(transport)))) {
  serve(createConnection(), machine, version);
} else {
  process.stderr.write('This is a language server; start it with --stdio (or --node-ipc).\n');
  process.exitCode = 2;
}
