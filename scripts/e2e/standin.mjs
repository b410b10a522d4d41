// Runs the tests in the VS Code server of code-server, with its window in a browser of this machine.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, openPage } from './vscode-browser.mjs';
import { fetchStandin } from './vscode-fetch.mjs';
import { installExtension, QUIET_SETTINGS, startServer } from './vscode-server.mjs';

/** How long a launch may take, all tests in it, in milliseconds. */
const LIMIT = 300_000;

/** The stand-in as a host of tests, or what is missing for it. */
export async function standinHost(which) {
  const chromium = findChromium();
  if (!chromium) return { missing: 'no Chromium, Chrome or Edge was found (REFTEL_CHROMIUM names one)' };
  const standin = fetchStandin(which);
  if ('missing' in standin) return standin;
  return {
    name: `VS Code ${standin.version} in a browser (npm package code-server)`,
    isStandin: true,
    standin,
    launch: options => launch(standin, chromium, options),
  };
}

async function launch(standin, chromium, options) {
  const { folder, workspace, shots, vsix, developmentPath, testsPath, env } = options;
  if (vsix) installExtension(standin, folder, vsix);
  // The other built-in extensions cost seconds; without them, in a picture, VS Code complains of their absence.
  const server = await startServer(standin, { folder, settings: QUIET_SETTINGS, env, themesOnly: !shots });
  const browser = await openPage(chromium);
  const { page } = browser;
  let stopPictures = () => {};
  let patience;
  try {
    // VS Code calls these two when tests of an extension run in a browser.
    const finished = new Promise(done => void page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', () => {});
    const broken = new Promise((_, failed) => {
      page.on('crash', () => failed(new Error('the browser page crashed')));
      patience = setTimeout(() => failed(new Error(`no verdict within ${LIMIT / 1000} s`)), LIMIT);
    });
    if (shots) stopPictures = servePictures(page, shots);
    const payload = [
      ['skipWelcome', 'true'],
      ['extensionDevelopmentPath', server.remote(developmentPath)],
      ['extensionTestsPath', server.remote(testsPath)],
    ];
    await page.goto(server.url(workspace, payload));
    await Promise.race([finished, broken, server.ended]);
  } catch (error) {
    await page.screenshot({ path: join(folder, '..', 'reftel-e2e-failure.png') }).catch(() => {});
    throw error;
  } finally {
    clearTimeout(patience);
    stopPictures();
    await browser.close().catch(() => {});
    await server.stop();
  }
}

/**
 * Takes the pictures that tests ask for: a file NAME.request holds a CSS selector; when an element that matches is visible,
 * NAME.png is taken and the request removed. NAME.error says that it did not become visible.
 */
function servePictures(page, shots) {
  const busy = new Set();
  const timer = setInterval(() => {
    if (!existsSync(shots)) return;
    for (const file of readdirSync(shots)) {
      if (!file.endsWith('.request') || busy.has(file)) continue;
      busy.add(file);
      void takePicture(join(shots, file)).finally(() => busy.delete(file));
    }
  }, 50);
  const takePicture = async request => {
    const name = request.slice(0, -'.request'.length);
    const selector = readFileSync(request, 'utf8');
    try {
      await page.locator(selector).first().waitFor({ timeout: 10_000 });
      await page.screenshot({ path: `${name}.png`, animations: 'disabled' });
    } catch (error) {
      writeFileSync(`${name}.error`, String(error));
    }
    rmSync(request);
  };
  return () => clearInterval(timer);
}
