import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const MUSCAT_73 = '000_2997beacdc0d1d2b.txt';
const MUSCAT_154 = '001_d7c79b370b6b1b3a.txt';

/** What is open before and after the window is loaded anew: the name of its tab, and words of its page. */
const PANELS = [
  { tab: 'Citations of 07MUSCAT154', words: '06MUSCAT1735' },
  { tab: 'Posts over time', words: 'MUSCAT' },
  { tab: 'Collection', words: '3 cables' },
  { tab: 'Copies of 07MUSCAT73', words: 'Show the texts side by side' },
  { tab: 'Header of 07MUSCAT154', words: 'VZCZCXRO7693' },
  { tab: 'Reading 07MUSCAT154', words: '07MUSCAT154' },
] as const;

/** A line of the page of a cable that is not here. */
const ABSENT = '.view-line:has-text("06MUSCAT1735 is not here")';

describe('a window that is loaded anew', function () {
  this.timeout(900_000);
  let folder = '';
  let workspace = '';
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'reftel-reload-'));
    workspace = join(folder, 'workspace');
    cpSync('seeds', workspace, { recursive: true });
    mkdirSync(join(workspace, 'more'));
    copyFileSync(join(workspace, MUSCAT_73), join(workspace, 'more/copy.txt'));
    const child = spawn(process.execPath, ['scripts/e2e/serve.mjs', workspace, join(folder, 'data')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server = child;
    let printed = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      printed += chunk;
      if (printed.includes('\n')) break;
    }
    const executablePath = process.env.REFTEL_CHROMIUM ?? '';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(90_000);
    await page.goto(/http:\S+/.exec(printed)?.[0] ?? '');
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  });

  after(async () => {
    await browser?.close();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  afterEach(async function () {
    const shots = process.env.REFTEL_E2E_SHOTS;
    const name = this.currentTest?.title.replace(/\W+/g, '-') ?? 'test';
    if (shots) await page?.screenshot({ path: join(shots, `reload-${name}.png`) });
  });

  /** Runs a command from the palette by its title, and types what it asks for. */
  async function command(title: string, typed?: string): Promise<void> {
    const input = page.locator('.quick-input-widget:visible input[type="text"]');
    // A page that is just being loaded may swallow the key.
    for (let tries = 0; tries < 10 && !(await input.isVisible()); tries++) {
      await page.keyboard.press('F1');
      await input.waitFor({ timeout: 5000 }).catch(() => page.keyboard.press('Control+1'));
    }
    await input.waitFor();
    await page.keyboard.type(title);
    await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}"]`).first().click();
    if (typed === undefined) return;
    await page.locator('.quick-input-widget:visible').waitFor();
    await page.keyboard.type(typed);
    await page.locator(`.quick-input-list .monaco-list-row.focused:has-text("${typed}")`).waitFor();
    await page.keyboard.press('Enter');
  }

  async function openFile(name: string): Promise<void> {
    // Panels lie beside the first group.
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Shift+E');
    await page.locator(`.explorer-folders-view .monaco-list-row:has-text("${name}")`).dblclick();
    await page.locator(`.tab.active:has-text("${name}")`).first().waitFor();
    await page.locator('.statusbar-item:has-text(" · ")').first().waitFor();
  }

  /** Goes to a tab, and waits until some page or editor in sight has words. */
  async function shows(tab: string, words: string): Promise<void> {
    // Panels lie behind the editors, which may have the same name.
    await page.locator(`.tab:has-text("${tab}")`).last().click();
    const end = Date.now() + 90_000;
    let texts: string[] = [];
    while (Date.now() < end) {
      const frames = page.frames().slice(1);
      texts = await Promise.all(
        frames.map(frame => frame.innerText('body', { timeout: 500 }).catch(() => '')),
      );
      if (texts.some(text => text.includes(words))) return;
      await page.waitForTimeout(200);
    }
    assert.fail(`${tab} does not say ${words}, but ${texts.map(text => text.slice(0, 300)).join(' | ')}`);
  }

  async function reload(): Promise<void> {
    // In a browser VS Code writes what is kept every five seconds, when it is idle, and nothing when the page goes.
    await page.waitForTimeout(7500);
    await page.reload();
    await page.locator('.explorer-folders-view, .tabs-container').first().waitFor();
    await page.locator('.tab').first().waitFor();
  }

  it('opens every panel', async () => {
    await openFile(MUSCAT_73);
    await command('Cable: Compare with Other Copy');
    await shows('Copies of 07MUSCAT73', 'Show the texts side by side');
    await openFile(MUSCAT_154);
    await command('Cable: Show Citation Timeline');
    await shows('Citations of 07MUSCAT154', '06MUSCAT1735');
    for (const frame of page.frames().slice(1))
      for (const absent of await frame.locator('.cable.absent[data-key="06MUSCAT1735"]').all())
        await absent.click();
    await page.locator(ABSENT).first().waitFor();
    await page.locator('.tab.active:has-text("06MUSCAT1735")').dblclick();
    await openFile(MUSCAT_154);
    await command('Cable: Open Reading View');
    await shows('Reading 07MUSCAT154', '07MUSCAT154');
    await openFile(MUSCAT_154);
    await command('Cable: Explain This Header');
    await shows('Header of 07MUSCAT154', 'VZCZCXRO7693');
    await command('Cable: Show Collection over Time');
    await shows('Posts over time', 'MUSCAT');
    await command('Cable: Show Collection as Table');
    await shows('Collection', '08MUSCAT789');
    for (const frame of page.frames())
      if ((await frame.locator('#query').count()) > 0) await frame.locator('#query').fill('class:secret');
    await page.keyboard.press('Enter');
    await shows('Collection', '3 cables');
    await command('Cable: Search', 'year:2008');
    await page
      .locator('[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("08MUSCAT789")')
      .waitFor();
  });

  it('shows them again with the same cables and queries', async () => {
    await reload();
    for (const { tab, words } of PANELS) await shows(tab, words);
    await shows('Collection', '3 cables');
    await page.locator('.tab:has-text("06MUSCAT1735")').first().click();
    await page.locator(ABSENT).first().waitFor();
    await page.locator('.activitybar .action-label[aria-label^="Cables"]').click();
    await page
      .locator('[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("08MUSCAT789")')
      .first()
      .waitFor();
  });

  it('says what is no longer there', async () => {
    rmSync(join(workspace, MUSCAT_154));
    rmSync(join(workspace, 'more/copy.txt'));
    await reload();
    await shows('Reading', `${MUSCAT_154} is no longer there, or cannot be read.`);
    await shows('Copies of 07MUSCAT73', 'copy.txt is no longer there, or cannot be read.');
    await shows('Citations of 07MUSCAT154', '07MUSCAT154 is not here, and no cable here cites it.');
  });
});
