// Runs the tests of test/e2e inside a real VS Code: once against the extension of this folder, once against the packaged
// .vsix installed into a fresh VS Code, once on a folder of many made-up cables. Where the stand-in is used, tests `npm start`
// and a window that is loaded anew with it too, and the extension where there is no Node.js, see web.mjs.
//   node scripts/e2e/run.mjs [--vscode=oldest|current] [--host=desktop|standin] [--only=development|installed|archive|start|reload|web|serverless|worker]
//                        [--grep=TEXT] [--report=FILE] [--shots=FOLDER] [--no-build]
// VS Code is downloaded; where that cannot be, the VS Code server of code-server is shown in a browser of this machine.
// REFTEL_VSCODE names the executable of a VS Code to use, REFTEL_CHROMIUM that of a browser.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests } from './bundle.mjs';
import { desktopHost } from './desktop.mjs';
import { testOutside } from './outside.mjs';
import { standinHost } from './standin.mjs';
import { brokenWindow, followOutput, NO_TESTS, readVerdict, runSteadily, total } from './verdict.mjs';
import { testWeb } from './web.mjs';

const { values: options } = parseArgs({
  options: {
    vscode: { type: 'string', default: 'oldest' },
    host: { type: 'string' },
    only: { type: 'string' },
    grep: { type: 'string', default: '' },
    report: { type: 'string' },
    shots: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out/test/e2e');
const vsix = join(root, 'out/reftel-e2e.vsix');
const wanted = name => !options.only || options.only === name;
const LAUNCHES = ['development', 'installed', 'archive'].filter(wanted);
/** How many cables the folder of the launch `archive` has. */
const CABLES = '20000';

const host = await chooseHost();
const verdicts = 'missing' in host ? [skipAll(host.missing)] : await runAll();
const verdict = total(verdicts);
if (options.report) {
  mkdirSync(dirname(options.report), { recursive: true });
  writeFileSync(options.report, JSON.stringify(verdict));
}
console.log(`e2e: ${verdict.passes} passing, ${verdict.failures} failing, ${verdict.pending} pending`);
process.exit(verdict.failures > 0 ? 1 : 0);

/** The desktop VS Code if there is one, otherwise the stand-in, otherwise what is missing for either. */
async function chooseHost() {
  const missing = [];
  for (const [name, find] of Object.entries({ desktop: desktopHost, standin: standinHost })) {
    if (options.host && options.host !== name) continue;
    const found = await find(options.vscode);
    if (!('missing' in found)) return found;
    missing.push(found.missing);
  }
  return { missing: missing.join('; ') };
}

function skipAll(why) {
  console.log(`Skipped all tests in a real VS Code: ${why}.`);
  const skipped = LAUNCHES.map(launch => ({ title: `${launch} extension in a real VS Code`, why }));
  return { ...NO_TESTS, pending: LAUNCHES.length, skipped };
}

async function runAll() {
  if (!options['no-build']) {
    if (LAUNCHES.includes('installed')) run('scripts/package.mjs', `--out=${vsix}`);
    run('scripts/build.mjs');
  }
  await bundleTests(root, out);
  const verdicts = [];
  for (const launch of LAUNCHES) verdicts.push(await runSteadily(files => runLaunch(launch, files)));
  // `npm start` takes the oldest VS Code, whichever one is tested.
  for (const suite of ['start', 'reload'])
    if (wanted(suite) && host.isStandin && options.vscode === 'oldest')
      verdicts.push(await runSteadily(async () => testOutside(suite, root, out, options)));
  for (const kind of ['serverless', 'worker'])
    if ((wanted('web') || wanted(kind)) && host.isStandin)
      verdicts.push(await runSteadily(() => runWeb(kind)));
  return verdicts;
}

async function runWeb(kind) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'reftel-e2e-'));
  const workspace = join(folder, 'workspace');
  const shots = options.shots ? resolve(options.shots) : '';
  cpSync(join(root, 'seeds'), workspace, { recursive: true });
  if (shots) mkdirSync(shots, { recursive: true });
  try {
    const verdicts = await testWeb(kind, host.standin, {
      root,
      folder,
      workspace,
      grep: options.grep,
      shots,
    });
    return total(verdicts);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Runs the tests of one launch, or those in the files named. */
async function runLaunch(launch, files) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'reftel-e2e-'));
  const workspace = join(folder, 'workspace');
  const result = join(folder, 'result.json');
  const output = join(folder, 'output.txt');
  const shots = options.shots && launch !== 'installed' && host.isStandin ? resolve(options.shots) : '';
  if (launch === 'archive') run('scripts/bench.mjs', '--generate', workspace, CABLES, '--clean');
  else cpSync(join(root, 'seeds'), workspace, { recursive: true });
  // VS Code takes a while to see that its settings lie in a file of their own; until then no setting can be changed.
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(join(workspace, '.vscode/settings.json'), '{}\n');
  if (shots) mkdirSync(shots, { recursive: true });
  const stopFollowing = followOutput(output);
  console.log(`\n   ${launch} extension in ${host.name}`);
  try {
    await host.launch({
      folder,
      workspace,
      shots,
      vsix: launch === 'installed' ? vsix : undefined,
      developmentPath: launch === 'installed' ? join(out, 'empty-extension') : root,
      testsPath: join(out, 'index.js'),
      env: {
        REFTEL_E2E_SUITE: launch,
        REFTEL_E2E_CABLES: CABLES,
        REFTEL_E2E_RESULT: result,
        REFTEL_E2E_OUTPUT: output,
        REFTEL_E2E_GREP: options.grep,
        ...(files ? { REFTEL_E2E_FILES: files.join() } : {}),
        REFTEL_E2E_SHOTS: shots,
      },
    });
    stopFollowing();
    return readVerdict(result, options.grep !== '');
  } catch (error) {
    stopFollowing();
    return brokenWindow(`the window of the ${launch} extension`, error);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Runs a script and shows what it says only if it fails. */
function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
}
