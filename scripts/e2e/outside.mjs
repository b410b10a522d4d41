// Runs the tests that drive VS Code in a browser from outside, in this Node: `npm start`, and a window that is loaded anew.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readVerdict } from './verdict.mjs';
import { findChromium } from './vscode-browser.mjs';

/** Runs the bundled tests of a folder of test/e2e and gives their verdict. */
export function testOutside(suite, root, out, { grep, shots }) {
  const report = join(out, `${suite}-report.json`);
  const mocha = [join(root, 'node_modules/mocha/bin/mocha.js'), join(out, `${suite}/*.test.js`)];
  const reporter = [
    '--reporter',
    join(root, 'scripts/reporter.cjs'),
    '--reporter-option',
    `output=${report}`,
  ];
  const options = ['--timeout', '60000', ...(grep ? ['--grep', grep] : [])];
  spawnSync(process.execPath, [...mocha, ...reporter, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      REFTEL_CHROMIUM: findChromium() ?? '',
      REFTEL_E2E_SHOTS: shots ? resolve(shots) : '',
    },
  });
  return readVerdict(report, Boolean(grep));
}
