// Finds the Chromium (or Chrome, or Edge) that shows the stand-in's window, and opens pages in it.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first program of these names on PATH, or undefined. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

/** The browser named by REFTEL_CHROMIUM, otherwise the first one found on this machine; undefined if there is none. */
export function findChromium() {
  return process.env.REFTEL_CHROMIUM || onPath(NAMES) || PLACES.find(isExecutable);
}

/**
 * Opens an empty page in a browser without a window.
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function openPage(executablePath, viewport = { width: 1280, height: 800 }) {
  const asRoot = process.getuid?.() === 0;
  const args = [
    '--disable-gpu',
    '--disable-dev-shm-usage',

    ...(asRoot ? ['--no-sandbox'] : []),
  ];
  const browser = await chromium.launch({ executablePath, args });
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage();
  return { page, close: () => browser.close() };
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
