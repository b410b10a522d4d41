// Measures what the user notices, always compared with something known, in one run:
//   npm run bench                what a key press costs, and how the cost of parsing grows with the text
//   npm run bench -- --archive FOLDER|CABLES [--cold]
//                                an archive, yours or one of so many made-up cables: index, reopening, look-ups, memory;
//                                --cold also with nothing of the disk in memory (root on Linux only)
//   npm run bench -- --archive-growth
//                                how these costs grow with the number of cables
//   npm run bench -- --base CABLES
//                                the archive's own parts, without files: building, saving, opening and each answer
//   npm run bench -- --client FOLDER|CABLES
//                                opening each view and the timeline, beside 1,000 cables; what a plain text loads
//   npm run bench -- --desk FOLDER|CABLES
//                                finding: words in all texts beside rg, queries of fields, the collection as a table
//   npm run bench -- --reading
//                                how long one cable of the folder REFTEL_CABLES takes to read, for an archive and whole
//   npm run bench -- --import [ROWS]
//                                an import of a made-up table, 251,287 rows unless said otherwise, beside a plain writing
//                                of as many files; then kills one at random moments
//   npm run bench -- --kill      kills the index at random moments and looks whether the next start is right
//   npm run bench -- --generate FOLDER CABLES [--clean]
//                                makes an archive of so many made-up cables, the same bytes each time: copied as published
//                                ones are, or with --clean as they were sent
// --quick does fewer rounds, --rounds N so many. Ends with exit code 1 where a limit does not hold.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { common } from './build.mjs';

// What is shipped is measured from outside, as the user's editor and terminal use it.
if (process.argv.some(argument => /^--(archive|client|desk|import|kill)/.test(argument)))
  run('scripts/build.mjs', '--production');
await build({
  ...common,
  entryPoints: { bench: 'test/bench/main.ts', webview: 'test/webview/measure.ts' },
  outdir: 'out/bench',
  packages: 'external',
});
process.exitCode = run('out/bench/bench.js', ...process.argv.slice(2));

/** Runs a script of ours; gives its exit code. */
function run(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
