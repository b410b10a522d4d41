// Tries every feature and check on texts that are all one token, at 16 and at 160 KB: npm run growth
// Names what takes more than twenty times as long for ten times the text, and ends with a line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

await build({
  ...common,
  entryPoints: { growth: 'test/growth/main.ts' },
  outdir: 'out/growth',
  packages: 'external',
});
// A large young generation, so that code is measured and not the collector.
const memory = ['--max-semi-space-size=128', '--min-semi-space-size=64'];
const { status } = spawnSync(process.execPath, [...memory, 'out/growth/growth.js'], { stdio: 'inherit' });
process.exit(status ?? 1);
