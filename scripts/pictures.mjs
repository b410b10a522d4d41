// Makes the pictures of the README, images/readme/*.png, from the packaged extension in a real VS Code on the seeds, and
// images/icon.png from images/icon.svg.
//   npm run pictures
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withPalette } from './png.mjs';
import { findChromium, openPage } from './vscode-browser.mjs';
import { fetchStandin } from './vscode-fetch.mjs';
import { installExtension, QUIET_SETTINGS, startServer, writeSettings } from './vscode-server.mjs';

/** In bytes, each. */
const LARGEST = 200 * 1024;
const DARK = 'Default Dark Modern';
const LIGHT = 'Default Light Modern';
const CONTRAST = 'Default High Contrast';
/** The class of the window in each theme. */
const THEME_CLASS = { [DARK]: '.vs-dark', [LIGHT]: '.vs', [CONTRAST]: '.hc-black' };
const OUTLINE_ROW = '.outline-tree .monaco-list-row:has-text("¶")';
const SEED = { muscat73: '000_', muscat154: '001_', muscat1065: '002_', muscat789: '003_' };

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'images/readme');
const chromium = findChromium();
if (!chromium) throw new Error('no Chromium, Chrome or Edge was found (REFTEL_CHROMIUM names one)');
const standin = fetchStandin('oldest');
if ('missing' in standin) throw new Error(standin.missing);

const folder = mkdtempSync(join(tmpdir(), 'reftel-pictures-'));
const workspace = join(folder, 'seeds');
const vsix = join(folder, 'reftel.vsix');
cpSync(join(root, 'seeds'), workspace, { recursive: true });
mkdirSync(out, { recursive: true });
const packed = spawnSync(process.execPath, ['scripts/package.mjs', `--out=${vsix}`], { cwd: root });
if (packed.status !== 0) throw new Error(`the package could not be made:\n${packed.stderr}`);
installExtension(standin, folder, vsix);

const server = await startServer(standin, { folder, settings: settingsWith(DARK), themesOnly: false });
const { page, close } = await openPage(chromium);
try {
  await page.goto(server.url(workspace, [['skipWelcome', 'true']]));
  await takeAll();
  await paintIcon();
} catch (error) {
  await page.screenshot({ path: join(root, 'out/pictures-failure.png') });
  throw error;
} finally {
  await close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

async function takeAll() {
  await open(SEED.muscat1065);
  await openOutline();
  await take('overview');

  await open(SEED.muscat154);
  await hoverOn('MUSCAT 00073');
  await take('hover');
  await page.keyboard.press('Escape');

  await open(SEED.muscat73);
  await page.locator('.view-line:has-text("MUSCAT 000073")').click();
  await page.keyboard.press('Shift+F12');
  await page.locator('.reference-zone-widget .monaco-list-row:has-text("001_")').click();
  await page.locator('.reference-zone-widget .monaco-list-row:has-text("MUSCAT 00073")').click();
  await page.locator('.reference-zone-widget .view-line:has-text("STATE 16868")').first().waitFor();
  // The folder of the copy, which nobody has.
  await page.addStyleTag({ content: '.peekview-title .dirname { display: none }' });
  await take('references');
  await page.keyboard.press('Escape');

  await open(SEED.muscat1065);
  await showProblems();
  for (const [name, theme] of Object.entries({ light: LIGHT, contrast: CONTRAST })) {
    await wear(theme);
    await take(name);
  }
}

function settingsWith(theme) {
  return {
    ...QUIET_SETTINGS,
    'workbench.colorTheme': theme,
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'outline.collapseItems': 'alwaysExpand',
    'editor.minimap.enabled': false,
  };
}

/** Opens the seed whose name begins so, from the explorer, and waits until it is a cable that was looked at. */
async function open(name) {
  await page.locator(`.explorer-folders-view .monaco-list-row:has-text("${name}")`).dblclick();
  await page.locator(`.tab.active:has-text("${name}")`).waitFor();
  await page.locator('.statusbar-item:has-text("Cable")').waitFor();
  await page.locator('.squiggly-hint, .squiggly-info, .squiggly-error').first().waitFor();
}

/** Opens the outline below the explorer and draws it up to the last file. */
async function openOutline() {
  const header = page.getByRole('button', { name: 'Outline Section' });
  await header.click();
  const { x, y } = await header.boundingBox();
  const lastFile = await page.locator('.explorer-folders-view .monaco-list-row').last().boundingBox();
  await page.mouse.move(x + 150, y);
  await page.mouse.down();
  await page.mouse.move(x + 150, lastFile.y + 40, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(1100, 18);
  await page.keyboard.press('Control+1');
  await page.locator(OUTLINE_ROW).first().waitFor();
}

async function hoverOn(text) {
  await page.locator(`.view-line span:text("${text}")`).last().hover();
  await page.locator('.monaco-hover:not(.hidden) :text("RELATIONS")').first().waitFor();
}

/** Changes the colour theme in the settings and loads the window again; it opens what was open. */
async function wear(theme) {
  writeSettings(join(folder, 'data'), settingsWith(theme));
  await page.reload();
  await page.locator(`.monaco-workbench${THEME_CLASS[theme]}`).waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await page.locator(OUTLINE_ROW).first().waitFor();
  await showProblems();
}

async function showProblems() {
  const finding = page.locator('.markers-panel .monaco-list-row:has-text("SSSS")');
  if (!(await finding.isVisible())) await page.keyboard.press('Control+Shift+M');
  await finding.waitFor();
  await page.keyboard.press('Control+1');
}

async function take(name) {
  const picture = withPalette(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
  if (picture.length > LARGEST)
    throw new Error(`${name}.png has ${picture.length} bytes, more than ${LARGEST}`);
  writeFileSync(join(out, `${name}.png`), picture);
  console.log(`images/readme/${name}.png: ${Math.ceil(picture.length / 1024)} KB`);
}

async function paintIcon() {
  const svg = readFileSync(join(root, 'images/icon.svg'), 'utf8');
  await page.setViewportSize({ width: 256, height: 256 });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  writeFileSync(join(root, 'images/icon.png'), await page.screenshot({ omitBackground: true }));
}
