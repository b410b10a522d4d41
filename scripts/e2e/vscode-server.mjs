// Runs the VS Code server of the stand-in: an extension host on this machine, its window in a browser.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings that keep a fresh VS Code quiet: no welcome, no telemetry, no other window parts than the ones asked for. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/** Writes the user's settings where VS Code looks for them below a `--user-data-dir`. */
export function writeSettings(userData, settings) {
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * @typedef {object} Server
 * @property {(folder: string, payload?: [string, string][]) => string} url  address of a window on a folder
 * @property {(path: string) => string} remote  the URI by which the window names a path on this machine
 * @property {() => string} log  what the server has printed
 * @property {Promise<never>} ended  rejects when the server ends by itself
 * @property {() => Promise<void>} stop  ends the server and all it started
 */

/**
 * Starts the server on 127.0.0.1, on a free port unless one is asked for. Only who knows the token in the address gets in.
 * @param {{ root: string, node: string }} standin
 * @param {{ folder: string, settings?: object, port?: number, env?: object, themesOnly?: boolean }} options
 *   `folder` holds its data; `themesOnly` leaves out the other built-in extensions, and needs an empty `folder`
 * @returns {Promise<Server>}
 */
export async function startServer(
  standin,
  { folder, settings, port: wanted = 0, env = {}, themesOnly = false },
) {
  const token = randomUUID();
  if (settings) writeSettings(join(folder, 'data'), settings);
  const args = [join(standin.root, 'out/server-main.js'), ...dataFolders(folder)];
  args.push(
    '--host',
    '127.0.0.1',
    '--port',
    String(wanted),
    '--connection-token',
    token,
    '--accept-server-license-terms',
  );
  args.push('--disable-telemetry', '--disable-workspace-trust', '--disable-experiments');
  // Without it a built VS Code ignores extensionDevelopmentPath and extensionTestsPath.
  args.push('--enable-smoke-test-driver');
  if (themesOnly) args.push('--builtin-extensions-dir', themes(standin, folder));
  const server = spawn(standin.node, args, {
    // Its own process group, so that the extension hosts that it starts can be ended with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
  });

  let log = '';
  let stopping = false;
  const exited = new Promise(done => server.once('close', done));
  const ended = exited.then(code => {
    if (stopping) return new Promise(() => {});
    throw new Error(`the VS Code server ended with ${code}\n${log.slice(-4000)}`);
  });
  ended.catch(() => {});
  const stop = async () => {
    stopping = true;
    signalGroup(server, 'SIGTERM');
    const patience = setTimeout(() => signalGroup(server, 'SIGKILL'), 5_000);
    await exited;
    clearTimeout(patience);
    signalGroup(server, 'SIGKILL');
  };
  const listening = new Promise((found, failed) => {
    server.once('error', failed);
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', chunk => {
        log += chunk;
        const port = /listening on (\d+)/.exec(log)?.[1];
        if (port) found(port);
      });
    }
  });
  const port = await Promise.race([listening, ended]);
  const authority = `127.0.0.1:${port}`;
  return {
    url: (path, payload = []) => {
      const query = new URLSearchParams({ tkn: token, folder: path });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    remote: path => `vscode-remote://${authority}${path}`,
    log: () => log,
    ended,
    stop,
  };
}

/** Installs a .vsix for a server that will use the same `folder`. Throws with what VS Code said when that fails. */
export function installExtension(standin, folder, vsix) {
  const main = join(standin.root, 'out/server-main.js');
  const args = [main, ...dataFolders(folder), '--accept-server-license-terms', '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(standin.node, args, {
    encoding: 'utf8',
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
  if (status !== 0) throw new Error(`the package could not be installed:\n${stdout}${stderr}`);
}

function dataFolders(folder) {
  const of = name => join(folder, name);
  return [
    '--server-data-dir',
    of('server'),
    '--user-data-dir',
    of('data'),
    '--extensions-dir',
    of('extensions'),
  ];
}

/** A folder of built-in extensions with the themes alone, which starts seconds sooner. */
function themes(standin, folder) {
  const builtin = join(folder, 'builtin');
  mkdirSync(builtin);
  for (const name of ['theme-defaults', 'theme-seti']) {
    symlinkSync(join(standin.root, 'extensions', name), join(builtin, name), 'junction');
  }
  return builtin;
}

function signalGroup(server, signal) {
  try {
    process.kill(process.platform === 'win32' ? server.pid : -server.pid, signal);
  } catch {
    // It has ended already.
  }
}
