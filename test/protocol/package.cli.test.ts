import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cableText, withFolder } from '../host/folder';

/** In bytes. */
const LARGEST = 3 * 1024 * 1024;

const isWindows = process.platform === 'win32';

/** What npm, or npx, says without the network. */
function run(command: 'npm' | 'npx', args: readonly string[], cwd: string) {
  const env = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  return spawnSync(command, args, { cwd, env, encoding: 'utf8', shell: isWindows });
}

describe('the npm package', function () {
  this.timeout(300_000);

  it('is built by a fresh copy, is small, needs no other package and checks a folder', function () {
    if (run('npm', ['--version'], '.').status !== 0) this.skip('npm is not installed');
    return withFolder({ 'cables/a.txt': cableText(73).replace('241550Z', '321550Z') }, folder => {
      const copy = join(folder, 'copy');
      const left = new Set(['.git', '.vscode-test', 'dist', 'node_modules', 'out', 'seeds', 'test']);
      mkdirSync(copy);
      for (const name of readdirSync('.'))
        if (!left.has(name)) cpSync(name, join(copy, name), { recursive: true });
      symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');

      // npm runs `prepare` for this, as it does for a package from git.
      const packed = run('npm', ['pack', '--json', '--pack-destination', folder], copy);
      equal(packed.status, 0, packed.stderr);
      const [file = ''] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
      const { size } = statSync(join(folder, file));
      ok(size <= LARGEST, `${file} has ${size} bytes`);

      const cables = join(folder, 'cables');
      const installed = run('npm', ['install', '--no-audit', '--no-fund', `../${file}`], cables);
      equal(installed.status, 0, installed.stderr);
      deepEqual(
        readdirSync(join(cables, 'node_modules')).filter(name => !name.startsWith('.')),
        ['reftel'],
      );
      const checked = run('npx', ['reftel', 'check', '.'], cables);
      deepEqual([checked.status, checked.stderr], [1, '']);
      match(checked.stdout, /^a\.txt:5:3 error dtg-invalid /m);
      match(run('npx', ['reftel', 'explain', 'dtg-invalid'], cables).stdout, /date-time group/i);
    });
  });
});
