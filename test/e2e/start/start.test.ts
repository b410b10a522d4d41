import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { chromium } from 'playwright-core';

/** Runs `npm start` for the browser; gives the process and the address that it prints. */
async function start(): Promise<{ process: ChildProcess; url: URL }> {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--host=browser', '--print'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    printed += chunk;
    const address = /http:\S+/.exec(printed)?.[0];
    if (address && printed.includes('Ctrl+C')) return { process: child, url: new URL(address) };
  }
  throw new Error(`no address was printed:\n${printed}`);
}

/** Whether something listens on a port of this machine. */
function listens(port: string): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('close', () => socket.destroy());
  });
}

describe('npm start, in the browser', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`opens a seed with the extension, and leaves nothing behind after ${signal}`, async () => {
      const { process: child, url } = await start();
      const ended = once(child, 'exit');
      const executablePath = process.env.REFTEL_CHROMIUM ?? '';
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const page = await browser.newPage();
        await page.goto(url.href);
        await page.locator('.statusbar-item:has-text("Cable")').waitFor();
        await page.locator('.squiggly-hint').first().waitFor();
      } finally {
        await browser.close();
        child.kill(signal);
      }
      assert.deepEqual(await ended, [0, null]);
      assert.equal(await listens(url.port), false);
    });
  }

  it('finds files by name and searches in them', async () => {
    const { process: child, url } = await start();
    const ended = once(child, 'exit');
    const executablePath = process.env.REFTEL_CHROMIUM ?? '';
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      await page.goto(url.href);
      await page.locator('.statusbar-item:has-text("Cable")').waitFor();
      await page.keyboard.press('Control+P');
      await page.keyboard.type('002_e5');
      await page.locator('.quick-input-list-row:has-text("002_e523bbbbf2932a18.txt")').first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+F');
      await page.keyboard.type('MUSCAT 000154');
      await page.keyboard.press('Enter');
      await page.locator('.search-view .filematch, .search-view .linematch').first().waitFor();
    } finally {
      await browser.close();
      child.kill('SIGINT');
    }
    assert.deepEqual(await ended, [0, null]);
  });

  it('lets nobody in without the token of the address', async () => {
    const { process: child, url } = await start();
    const ended = once(child, 'exit');
    url.searchParams.delete('tkn');
    const { status } = await fetch(url);
    child.kill('SIGINT');
    await ended;
    assert.equal(status, 403);
  });
});
