// Packs the extension for every platform into one file, reftel-VERSION.vsix, and refuses one that is too large to be right.
//   node scripts/package.mjs [--out=FILE]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { offlineReadme } from './offlineReadme.mjs';

/** In bytes. More means that something slipped in which does not belong there. */
const LARGEST = 4 * 1024 * 1024;

const root = resolve(import.meta.dirname, '..');
const { version, repository } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', default: `reftel-${version}.vsix` } } });
const out = resolve(root, values.out);

run('scripts/build.mjs', '--production');
// Everything is bundled.
run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', ...readmeOptions(), '--out', out);
const size = statSync(out).size;
if (size > LARGEST) {
  rmSync(out);
  console.error(`The package has ${kilobytes(size)}; ${kilobytes(LARGEST)} are allowed. It was not kept.`);
  process.exit(1);
}
console.log(`${relative(root, out)}: ${kilobytes(size)}`);

/** With an address, links and pictures of the README lead there; without, it stands for itself. */
function readmeOptions() {
  if (repository) return [];
  // The packer takes a file of this folder only, by its relative name.
  const name = 'out/README.md';
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, name), offlineReadme(readFileSync(join(root, 'README.md'), 'utf8'), root));
  return ['--allow-missing-repository', '--no-rewrite-relative-links', '--readme-path', name];
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1024)} KB`;
}
