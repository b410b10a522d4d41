// Makes the pictures of the README, images/readme/*.png, from the packaged extension in a real VS Code, and
// images/icon.png from images/icon.svg.
//   npm run pictures                                    the README's
//   npm run pictures -- --all=FOLDER [--only=SCENE,…] [--theme=NAME] [--language=NAME]
//                                                     every scene in every theme, for people to look at; in Spanish (es), or in
//                                                     the pseudo-language (qps-ploc), where only Reftel is translated
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import UPNG from 'upng-js';
import { findChromium, openPage } from './e2e/vscode-browser.mjs';
import { fetchStandin } from './e2e/vscode-fetch.mjs';
import { installExtension, startServer } from './e2e/vscode-server.mjs';
import { CABLES, ON_ARCHIVE, ON_SAMPLE } from './pictures/scenes.mjs';
import { settingsWith, THEMES, Window } from './pictures/window.mjs';

/** In bytes: each, and those of the README together, which the package has in its text as base64, a third larger. */
const LARGEST = 120 * 1024;
const LARGEST_OF_README = (512 * 1024 * 3) / 4;
/** In the palette of each. */
const COLOURS = 128;

/** The pictures of the README and of docs/tasks.md: theme, scene, and the name of the file. */
const README = [
  ['dark', 'overview'],
  ['dark', 'hover'],
  ['dark', 'code'],
  ['dark', 'references'],
  ['dark', 'calls'],
  ['dark', 'completion'],
  ['dark', 'fix'],
  ['dark', 'views'],
  ['light', 'missing'],
  ['light', 'timeline'],
  ['light', 'reading'],
  ['light', 'months'],
  ['light', 'spreadsheet'],
  ['light', 'citation'],
  ['light', 'found'],
  ['light', 'readable'],
  ['light', 'comparison'],
  ['light', 'notes'],
  ['light', 'table'],
  ['light', 'header'],
  ['light', 'problems', 'light'],
  ['contrast', 'problems', 'contrast'],
];

const { values: options } = parseArgs({
  options: {
    all: { type: 'string' },
    only: { type: 'string' },
    theme: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
});
if (options.language !== 'en' && !options.all)
  throw new Error('pictures of the README are in English: --language goes with --all');
const wanted = scene => !options.only || options.only.split(',').includes(scene);
const root = resolve(import.meta.dirname, '..');
const out = options.all ? resolve(options.all) : join(root, 'images/readme');
const chromium = findChromium();
if (!chromium) throw new Error('no Chromium, Chrome or Edge was found (REFTEL_CHROMIUM names one)');
const standin = fetchStandin('oldest');
if ('missing' in standin) throw new Error(standin.missing);

const folder = mkdtempSync(join(tmpdir(), 'reftel-pictures-'));
const sample = join(folder, 'sample');
const archive = join(folder, 'cables');
const vsix = join(folder, 'reftel.vsix');
cpSync(join(root, 'walkthrough/sample'), sample, { recursive: true });
mkdirSync(out, { recursive: true });
run('scripts/bench.mjs', '--generate', archive, String(CABLES), '--clean');
run('scripts/package.mjs', `--out=${vsix}`);
installExtension(standin, folder, vsix);
const translations = translated(options.language);

const server = await startServer(standin, { folder, settings: settingsWith('dark'), themesOnly: false });
const { page, close } = await openPage(chromium, { width: 1040, height: 660 });
await page.addInitScript(setLanguage, options.language);
const window = new Window(
  page,
  path => server.url(path, [['skipWelcome', 'true']]),
  join(folder, 'data'),
  translations,
);
let failed = 0;
try {
  for (const theme of options.theme ? [options.theme] : Object.keys(THEMES)) {
    await takeAll(theme, sample, ON_SAMPLE);
    await takeAll(theme, archive, ON_ARCHIVE);
  }
  if (!options.all) await paintIcon();
} finally {
  await close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
if (!options.all) checkTotal();
process.exitCode = failed > 0 ? 1 : 0;

/** The texts of Reftel in a language, by the English ones. Gives the installed extension the pseudo-language, which no package has. */
function translated(language) {
  if (language === 'en') return {};
  const installed = join(folder, 'extensions', readdirSync(join(folder, 'extensions')).find(isReftel));
  const names = [`package.nls.${language}.json`, `l10n/bundle.l10n.${language}.json`];
  if (language === 'qps-ploc') {
    run('scripts/l10n.mjs', '--check', '--pseudo');
    for (const name of names) cpSync(join(root, 'out/l10n', basename(name)), join(installed, name));
  }
  const [manifest, bundle] = names.map(name => JSON.parse(readFileSync(join(installed, name), 'utf8')));
  const english = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  const ofManifest = Object.entries(english).map(([key, text]) => [text, manifest[key]]);
  return { ...bundle, ...Object.fromEntries(ofManifest) };
}

function isReftel(name) {
  return name.startsWith('reftel.reftel-');
}

/** Runs in the page: what a language pack tells the window, without its texts. Extensions are translated all the same. */
function setLanguage(language) {
  if (language !== 'en')
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set() {} });
}

/** Takes those of the scenes on one folder that are wanted in a theme. */
async function takeAll(theme, path, scenes) {
  const pictures = Object.keys(scenes)
    .filter(wanted)
    .flatMap(scene => namesOf(theme, scene).map(name => [scene, name]));
  if (pictures.length === 0) return;
  await window.openFolder(path, theme);
  for (const [scene, name] of pictures) {
    try {
      await window.tidy();
      await scenes[scene](window);
      await take(name);
    } catch (error) {
      failed += 1;
      console.error(`${name}: ${error}`);
      mkdirSync(join(root, 'out'), { recursive: true });
      await page.screenshot({ path: join(root, `out/pictures-failure-${name}.png`) });
    }
  }
}

function namesOf(theme, scene) {
  if (options.all) return [`${scene}-${theme}`];
  return README.filter(([t, s]) => t === theme && s === scene).map(([, s, name = s]) => name);
}

async function take(name) {
  const picture = withPalette(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
  if (picture.length > LARGEST)
    throw new Error(`${name}.png has ${picture.length} bytes, more than ${LARGEST}`);
  writeFileSync(join(out, `${name}.png`), picture);
  console.log(`${name}.png: ${Math.ceil(picture.length / 1024)} KB`);
}

/** A PNG with those colours that come nearest to its own: with 16 of them, keywords and squiggles turn grey. */
function withPalette(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}

function checkTotal() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const total = readdirSync(out)
    .filter(name => readme.includes(`images/readme/${name}`))
    .reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  console.log(`of the README: ${Math.ceil(total / 1024)} KB`);
  if (total <= LARGEST_OF_README) return;
  failed += 1;
  console.error(`The README's pictures have ${total} bytes, more than ${LARGEST_OF_README}`);
}

/** Runs a script of ours and shows what it says only if it fails. */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed:\n${stdout}${stderr}`);
}

async function paintIcon() {
  const svg = readFileSync(join(root, 'images/icon.svg'), 'utf8');
  await page.setViewportSize({ width: 256, height: 256 });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  writeFileSync(join(root, 'images/icon.png'), await page.screenshot({ omitBackground: true }));
}
