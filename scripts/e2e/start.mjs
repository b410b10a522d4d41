// Tests `npm start` where it serves VS Code to a browser: in this Node, not inside VS Code.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readVerdict } from './verdict.mjs';
import { findChromium } from './vscode-browser.mjs';

/** Runs the bundled tests of test/e2e/start and gives their verdict. */
export function testStart(root, out, grep) {
  const report = join(out, 'start-report.json');
  const mocha = [join(root, 'node_modules/mocha/bin/mocha.js'), join(out, 'start/*.test.js')];
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
    env: { ...process.env, REFTEL_CHROMIUM: findChromium() ?? '' },
  });
  return readVerdict(report, Boolean(grep));
}
