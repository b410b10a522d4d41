// Runs the tests in the VS Code server of code-server, with its window in a browser of this machine.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, openPage } from './vscode-browser.mjs';
import { fetchStandin } from './vscode-fetch.mjs';
import { installExtension, QUIET_SETTINGS, startServer } from './vscode-server.mjs';

/** How long a launch may take, all tests in it, in milliseconds. */
const LIMIT = 480_000;

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
  const hands = join(folder, 'hands');
  mkdirSync(hands);
  const server = await startServer(standin, {
    folder,
    settings: QUIET_SETTINGS,
    env: { ...env, REFTEL_E2E_HANDS: hands },
    themesOnly: !shots,
  });
  const browser = await openPage(chromium);
  const { page } = browser;
  let stopPictures = () => {};
  const stopHands = serveHands(page, hands);
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
    stopHands();
    await browser.close().catch(() => {});
    await server.stop();
  }
}

/**
 * Takes the pictures that tests ask for: a file NAME.request holds a CSS selector; when an element that matches is visible,
 * NAME.png is taken. NAME.error says that it did not become visible.
 */
function servePictures(page, shots) {
  return serve(shots, async (name, selector) => {
    await page.locator(selector).first().waitFor({ timeout: 10_000 });
    await page.screenshot({ path: `${name}.png`, animations: 'disabled' });
  });
}

/** Does with the focused element what tests ask for in a file NAME.request: `{ "press": KEY }` or `{ "paste": { TYPE: DATA } }`. */
function serveHands(page, hands) {
  return serve(hands, async (_name, request) => {
    const { press, paste } = JSON.parse(request);
    if (press) await page.keyboard.press(press);
    if (paste)
      await page.evaluate(flavours => {
        const clipboardData = new DataTransfer();
        for (const [type, data] of Object.entries(flavours)) clipboardData.setData(type, data);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, paste);
  });
}

/** Does what files NAME.request in a folder ask for, and removes them; NAME.error says why something could not be done. */
function serve(folder, act) {
  const busy = new Set();
  const timer = setInterval(() => {
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.request') || busy.has(file)) continue;
      busy.add(file);
      void answer(join(folder, file)).finally(() => busy.delete(file));
    }
  }, 50);
  const answer = async request => {
    const name = request.slice(0, -'.request'.length);
    try {
      await act(name, readFileSync(request, 'utf8'));
    } catch (error) {
      writeFileSync(`${name}.error`, String(error));
    }
    rmSync(request);
  };
  return () => clearInterval(timer);
}
