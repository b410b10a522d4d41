// Runs the tests in VS Code for the desktop.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { fetchDesktop } from './vscode-fetch.mjs';
import { QUIET_SETTINGS, writeSettings } from './vscode-server.mjs';

/** The host that REFTEL_VSCODE names, otherwise a downloaded one, otherwise what is missing. */
export async function desktopHost(which) {
  const named = process.env.REFTEL_VSCODE;
  const found = named ? { executable: named } : await fetchDesktop(which);
  if ('missing' in found) return found;
  const { executable } = found;
  return {
    name: `VS Code for the desktop (${named ?? which})`,
    isStandin: false,
    launch: async ({ folder, workspace, vsix, developmentPath, testsPath, env }) => {
      const data = join(folder, 'data');
      const folders = [`--user-data-dir=${data}`, `--extensions-dir=${join(folder, 'extensions')}`];
      writeSettings(data, QUIET_SETTINGS);
      if (vsix) install(executable, vsix, folders);
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: developmentPath,
        extensionTestsPath: testsPath,
        extensionTestsEnv: env,
        launchArgs: [workspace, ...folders, '--disable-workspace-trust', '--skip-welcome'],
      }).catch(error => {
        // The verdict says which tests failed; anything else is said here.
        console.error(String(error?.message ?? error));
      });
    },
  };
}

function install(executable, vsix, folders) {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(
    shell ? `"${cli}"` : cli,
    [...args, ...folders, '--install-extension', vsix],
    { encoding: 'utf8', shell },
  );
  if (status !== 0) throw new Error(`the package could not be installed:\n${stdout}${stderr}`);
}
