// Measures what a person would feel, always beside something known, in one run:
//   npm run bench                what a key press costs, and how the cost of parsing grows with the text
//   npm run bench -- --quick     fewer rounds
//   npm run bench -- --generate FOLDER CABLES
//                                makes an archive of so many made-up cables, the same bytes each time
// Ends with exit code 1 where a limit does not hold.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

await build({
  ...common,
  entryPoints: { bench: 'test/bench/main.ts' },
  outdir: 'out/bench',
  packages: 'external',
});
const { status } = spawnSync(process.execPath, ['out/bench/bench.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
