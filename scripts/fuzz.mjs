// Reads random texts and checks what is said of them:
//   npm run fuzz                                    a million texts
//   npm run fuzz -- --runs=N --seed=N --seconds=N   so many, from that number on, for so long at most
// A text that fails is made small and kept in test/fuzz/found, where the tests try it again. Ends with a line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

await build({
  ...common,
  entryPoints: { fuzz: 'test/fuzz/main.ts' },
  outdir: 'out/fuzz',
  packages: 'external',
  sourcemap: 'inline',
});
const { status } = spawnSync(process.execPath, ['out/fuzz/fuzz.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
