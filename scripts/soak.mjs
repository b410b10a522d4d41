// Two servers and a command on one folder that changes all the time:
//   npm run soak                                  90 seconds, with ceilings for memory, handles and threads
//   npm run soak -- --seconds=N --seed=N
//   npm run soak -- --edits=500 --kills=100       until so much was done and so many servers were killed
// Needs the build. Ends with a line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

await build({
  ...common,
  entryPoints: { soak: 'test/soak/main.ts' },
  outdir: 'out/soak',
  packages: 'external',
});
const { status } = spawnSync(process.execPath, ['out/soak/soak.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
