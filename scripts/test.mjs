// Runs the tests.
//   node scripts/test.mjs                      everything: format, lint, types, build, then all rings
//   node scripts/test.mjs RING [MOCHA ARG …]   one ring: unit, protocol, grammar, webview, clients or e2e
// Ends with what was skipped and why, and a line "N passed, N failed[, N skipped]" over all rings that ran.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { common } from './build.mjs';

const RINGS = ['unit', 'protocol', 'grammar', 'webview', 'clients', 'e2e'];
/** A ring that has not ended after so many milliseconds never will, unless someone wants more runs than usual. */
const PATIENCE = process.env.REFTEL_RUNS ? undefined : 20 * 60_000;
const [ring, ...mochaArguments] = process.argv.slice(2);
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What was skipped: the reasons, and the tests for each. */
const reasons = new Map();
/** What failed, and what failed once and then passed: lines to be shown at the end. */
const failures = [];
const unsteady = [];

/** Counts a failure that no report holds. */
function fail(title) {
  totals.failed += 1;
  failures.push(title);
}

function step(title, command, args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: false });
  if (status === 0) totals.passed += 1;
  else fail(title);
  return status === 0;
}

const bin = (name, file) => [process.execPath, [join('node_modules', name, file)]];

/** The test files of a ring: each has a folder, and `unit` is every folder of no other ring. */
function filesOf(name) {
  const files = readdirSync('test', { recursive: true })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => `test/${file.replaceAll('\\', '/')}`);
  const others = RINGS.filter(other => other !== 'unit').map(other => `test/${other}/`);
  if (name === 'unit') return files.filter(file => !others.some(other => file.startsWith(other)));
  return files.filter(file => file.startsWith(`test/${name}/`));
}

async function mochaRing(name) {
  const files = filesOf(name).sort();
  if (files.length === 0) return;
  const outdir = `out/test/${name}`;
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await build({
    ...common,
    entryPoints: files,
    outdir,
    outbase: 'test',
    packages: 'external',
    sourcemap: 'inline',
  });
  const report = join(outdir, 'report.json');
  console.log(`\n── ${name}`);
  const [node, [mocha]] = bin('mocha', 'bin/mocha.js');
  const { error } = spawnSync(
    node,
    [
      '--enable-source-maps',
      // A large young generation, so that the growth gate measures code and not the collector.
      '--max-semi-space-size=128',
      '--min-semi-space-size=64',
      mocha,
      '--require',
      './scripts/fixedSeed.cjs',
      `${outdir}/**/*.test.js`,
      '--reporter',
      './scripts/reporter.cjs',
      '--reporter-option',
      `output=${report}`,
      // A busy machine is no failure; a test that never ends is.
      '--timeout',
      '60000',
      ...mochaArguments,
    ],
    { stdio: 'inherit', timeout: PATIENCE, killSignal: 'SIGKILL' },
  );
  if (error) {
    fail(`${name}: ${error.message}`);
  }
  if (!existsSync(report)) {
    fail(`${name}: mocha ended without a report`);
    return;
  }
  addReport(name, report);
}

function addReport(name, file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { skipped = [], failed = [] } = report;
  const lineOf = ({ title, message }) => `${name}: ${title}: ${message.split('\n')[0]}`;
  failures.push(...failed.map(lineOf));
  unsteady.push(...(report.unsteady ?? []).map(lineOf));
  for (const { title, why } of skipped) reasons.set(why, [...(reasons.get(why) ?? []), `${name}: ${title}`]);
  totals.passed += report.passes;
  totals.failed += report.failures;
  totals.skipped += report.pending;
}

/** The e2e ring has a runner of its own: it needs a real VS Code. It leaves a report like mocha's. */
function e2eRing() {
  const report = 'out/test/e2e/report.json';
  rmSync(report, { force: true });
  console.log('\n── e2e');
  spawnSync(process.execPath, ['scripts/e2e/run.mjs', `--report=${report}`, ...mochaArguments], {
    stdio: 'inherit',
  });
  if (existsSync(report)) addReport('e2e', report);
  else fail('e2e: ended without a report');
}

if (!ring) {
  step(
    'format and lint',
    ...bin('@biomejs/biome', 'bin/biome').map((x, i) =>
      i ? [...x, 'ci', '--diagnostic-level=error', '.'] : x,
    ),
  );
  for (const project of ['.', 'client/src/page', 'test/webview'])
    step(
      `types of ${project}`,
      ...bin('typescript', 'bin/tsc').map((x, i) => (i ? [...x, '-p', project] : x)),
    );
  step('build', process.execPath, ['scripts/build.mjs']);
}
const times = [];
for (const name of ring ? [ring] : RINGS) {
  if (!RINGS.includes(name)) throw new Error(`no such ring: ${name}; there are ${RINGS.join(', ')}`);
  const started = Date.now();
  if (name === 'e2e') e2eRing();
  else await mochaRing(name);
  times.push(`${name} ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(`\nTook: ${times.join(', ')}`);
if (reasons.size > 0) console.log('\nSkipped:');
for (const [why, titles] of reasons) {
  console.log(`  ${why}`);
  for (const title of titles) console.log(`    ${title}`);
}
for (const [title, lines] of Object.entries({ 'Failed once, passed then': unsteady, Failed: failures })) {
  if (lines.length > 0) console.log(`\n${title}:`);
  for (const line of lines) console.log(`  ${line}`);
}
const { passed, failed, skipped } = totals;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
