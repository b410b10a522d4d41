// Packs the extension for every platform into one file, reftel-VERSION.vsix, and refuses one that is too large to be right.
//   node scripts/package.mjs [--out=FILE]
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** In bytes. More means that something slipped in which does not belong there. */
const LARGEST = 4 * 1024 * 1024;

const root = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', default: `reftel-${version}.vsix` } } });
const out = resolve(root, values.out);

run('scripts/build.mjs', '--production');
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  // Everything is bundled; the repository that links in the README would be rewritten for has no address yet.
  ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
  ...['--out', out],
);
const size = statSync(out).size;
if (size > LARGEST) {
  rmSync(out);
  console.error(`The package has ${kilobytes(size)}; ${kilobytes(LARGEST)} are allowed. It was not kept.`);
  process.exit(1);
}
console.log(`${relative(root, out)}: ${kilobytes(size)}`);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1024)} KB`;
}
