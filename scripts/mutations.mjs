// Breaks sound cables on purpose, and counts how many of the breaks the checks find:
//   npm run mutations -- PATH …             for each check: broken cables, found, and no other error or warning beside it
//   npm run mutations -- PATH … --misses    names the cables in which a check failed
//   npm run mutations -- PATH … --seed=2    breaks them elsewhere
// Ends with exit code 1 where a check finds less than 99 % or stands alone in less than 95 %.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

await build({
  ...common,
  entryPoints: { mutations: 'test/mutations/main.ts' },
  outdir: 'out/mutations',
  packages: 'external',
});
const { status } = spawnSync(process.execPath, ['out/mutations/mutations.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
