// Builds the extension and opens VS Code on seeds/ with it, as it is in this folder.
//   npm start [-- --host=installed|downloaded|browser] [--port=N] [--print]
// Takes the VS Code that is installed; otherwise it downloads one; otherwise it serves one on 127.0.0.1 and opens the browser, or
// with --print says the address alone. Ctrl+C ends what it started.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onPath } from './e2e/vscode-browser.mjs';
import { CACHE, fetchDesktop, fetchStandin, hasDisplay } from './e2e/vscode-fetch.mjs';
import { QUIET_SETTINGS, startServer } from './e2e/vscode-server.mjs';

const { values: options } = parseArgs({
  options: { host: { type: 'string' }, port: { type: 'string' }, print: { type: 'boolean', default: false } },
});
const root = resolve(import.meta.dirname, '..');
const seeds = join(root, 'seeds');
/** The cable that is open at the start: it has a reference to follow. */
const first = join(seeds, '001_d7c79b370b6b1b3a.txt');

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

for (const [name, open] of Object.entries({ installed, downloaded, browser })) {
  if (options.host && options.host !== name) continue;
  const missing = await open();
  if (!missing) process.exit(0);
  console.log(`Not ${name}: ${missing}.`);
}
console.error('No VS Code could be opened.');
process.exit(1);

/** Opens the VS Code of this machine. It goes on by itself. Gives why not, if not. */
function installed() {
  const code = onPath(['code', 'codium', 'code-insiders']);
  if (!code) return 'there is no code, codium or code-insiders on PATH';
  if (!hasDisplay()) return `there is no display for ${code}`;
  console.log(`Opening ${code} on ${seeds}`);
  const shell = process.platform === 'win32';
  const quote = text => (shell ? `"${text}"` : text);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, seeds, first].map(quote);
  const { status } = spawnSync(quote(code), args, { stdio: 'inherit', shell });
  return status === 0 ? undefined : `${code} ended with ${status}`;
}

/** Opens a downloaded VS Code with settings of its own, and stays until it is closed. Gives why not, if not. */
async function downloaded() {
  const desktop = await fetchDesktop('current');
  if ('missing' in desktop) return desktop.missing;
  console.log(`Opening the downloaded VS Code on ${seeds}; Ctrl+C closes it`);
  const data = join(CACHE, 'start-desktop');
  const folders = [`--user-data-dir=${join(data, 'data')}`, `--extensions-dir=${join(data, 'extensions')}`];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, ...folders, `--extensionDevelopmentPath=${root}`, seeds, first];
  const vscode = spawn(desktop.executable, args, { stdio: 'ignore' });
  const closed = once(vscode, 'close');
  const stopped = await Promise.race([closed, interrupted()]);
  if (stopped === 'interrupted') {
    vscode.kill();
    await closed;
  }
  return undefined;
}

/** Serves VS Code to the browser, and stays until it is interrupted. Gives why not, if not. */
async function browser() {
  const stop = interrupted();
  const standin = fetchStandin('oldest');
  if ('missing' in standin) return standin.missing;
  const folder = join(CACHE, 'start-browser');
  const settings = existsSync(folder) ? undefined : QUIET_SETTINGS;
  mkdirSync(folder, { recursive: true });
  const port = Number(options.port ?? 0);
  const server = await startServer(standin, { folder, port, ...(settings ? { settings } : {}) });
  const url = server.url(seeds, [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', server.remote(root)],
    ['openFile', server.remote(first)],
  ]);
  if (standin.unsearchable)
    console.log(`Ctrl+P and the search in files do not work: ${standin.unsearchable}.`);
  console.log(`VS Code ${standin.version} on ${seeds}:\n\n  ${url}\n\nCtrl+C ends it`);
  if (!options.print && hasDisplay()) openInBrowser(url);
  try {
    await Promise.race([stop, server.ended]);
  } finally {
    await server.stop();
  }
  return undefined;
}

function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.once('error', () => console.log('No browser could be opened; open the address yourself.'));
  opener.unref();
}

/** Resolves when the user, or the system, asks this script to end, or when npm, which began it, was ended alone. */
function interrupted() {
  return new Promise(done => {
    const stop = () => done('interrupted');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  });
}
