// Gets a real VS Code: Microsoft's download where its host can be reached, otherwise the VS Code server inside the npm package
// code-server (the "stand-in"), which a browser shows. Both are kept in .vscode-test/, which git ignores.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { onPath } from './vscode-browser.mjs';

/** Where everything that is fetched is kept. */
export const CACHE = resolve(import.meta.dirname, '../../.vscode-test');

/** The oldest VS Code that package.json promises, and today's. `node` is the major version that the stand-in runs on. */
export const VERSIONS = {
  oldest: { desktop: '1.100.3', standin: '1.100.3', codeServer: '4.100.3', node: 20 },
  current: { desktop: 'stable', standin: '1.139.1', codeServer: '4.139.1', node: 24 },
};

/** The version of the packages `@vscode/ripgrep-SYSTEM-PROCESSOR`, which bring the program itself. */
const RIPGREP = '1.18.0';

/**
 * VS Code for the desktop.
 * @param {'oldest' | 'current'} which
 * @returns {Promise<{ executable: string } | { missing: string }>} the path of its executable, or why there is none
 */
export async function fetchDesktop(which) {
  if (!hasDisplay()) return { missing: 'there is no display for the desktop VS Code (xvfb-run gives one)' };
  try {
    const version = VERSIONS[which].desktop;
    const executable = await downloadAndUnzipVSCode({
      version,
      cachePath: CACHE,
      reporter: new SilentReporter(),
    });
    return { executable };
  } catch (error) {
    return { missing: `VS Code could not be downloaded (${reason(error)})` };
  }
}

/**
 * The VS Code server of code-server, with the Node.js to run it. `unsearchable` says why it cannot search in files or find them by name.
 * @param {'oldest' | 'current'} which
 * @returns {{ root: string, node: string, version: string, unsearchable?: string } | { missing: string }}
 */
export function fetchStandin(which) {
  const { standin: version, codeServer, node: major } = VERSIONS[which];
  const folder = join(CACHE, `standin-${version}`);
  const root = join(folder, 'node_modules/code-server/lib/vscode');
  const isRecent = Number(process.versions.node.split('.')[0]) >= major;
  const { node, missing } = isRecent ? { node: process.execPath } : fetchNode(major);
  if (missing) return { missing };
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    console.log(`fetching VS Code ${version} (npm package code-server@${codeServer}) into ${folder} …`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const failed = npmInstall(folder, [`code-server@${codeServer}`]) ?? npmInstall(root, ['--omit=dev']);
    if (failed) return { missing: `code-server@${codeServer} could not be installed from npm (${failed})` };
    writeFileSync(complete, '');
  }
  return { root, node, version, unsearchable: bringRipgrep(join(root, 'node_modules/@vscode/ripgrep')) };
}

/**
 * Puts ripgrep, by which VS Code searches, where the package of that name would have downloaded it to: from npm, otherwise that of this
 * machine. Gives why there is none. Newer versions of VS Code bring it along.
 */
function bringRipgrep(home) {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const place = join(home, 'bin', program);
  if (!existsSync(home) || existsSync(place)) return undefined;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const folder = join(CACHE, 'ripgrep');
  const fetched = join(folder, 'node_modules', name, 'bin', program);
  let failed;
  if (!existsSync(fetched)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    failed = npmInstall(folder, [`${name}@${RIPGREP}`]);
  }
  const found = failed ? onPath(['rg']) : fetched;
  if (!found) return `${name} could not be installed from npm (${failed}), and there is no rg on PATH`;
  mkdirSync(join(home, 'bin'), { recursive: true });
  copyFileSync(found, place);
  return undefined;
}

/**
 * A version of Node.js, from its npm package.
 * @param {number} major
 * @returns {{ node: string, missing?: undefined } | { node?: undefined, missing: string }} the path of its executable, or why there is none
 */
export function fetchNode(major) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(CACHE, `node-${major}`);
  const node = join(folder, 'node_modules', name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (existsSync(node)) return { node };
  console.log(`fetching Node.js ${major} (npm package ${name}) into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const failed = npmInstall(folder, [`${name}@${major}`]);
  return failed ? { missing: `${name}@${major} could not be installed from npm (${failed})` } : { node };
}

/** Whether a program with windows can be shown here. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Runs `npm install` without the packages' scripts: they would compile modules that nothing here uses. */
function npmInstall(folder, args) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...before] = npm;
  const { status, error, stderr } = spawnSync(command, [...before, 'install', ...flags, ...args], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32' && npm.length === 1,
  });
  if (status === 0) return undefined;
  return reason(error ?? new Error(stderr || `npm ended with ${status}`));
}

function reason(error) {
  const lines = String(error?.message ?? error)
    .trim()
    .split('\n');
  return lines.find(line => /\b(E[A-Z]{4,}|4\d\d|5\d\d)\b/.test(line)) ?? lines[0];
}
