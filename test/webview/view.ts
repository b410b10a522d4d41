import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { FromView, ToView } from '../../client/src/page/messages';
import { plainDocument, webviewDocument } from '../../client/src/page/shell';
import type { FromTable, ToTable } from '../../client/src/table/messages';

/** Colours of VS Code's own themes, as far as our style sheet asks for them. */
export const THEMES = {
  light: {
    kind: 'vscode-light',
    'editor-background': '#ffffff',
    'editor-foreground': '#3b3b3b',
    'textLink-foreground': '#005fb8',
    focusBorder: '#005fb8',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
  },
  dark: {
    kind: 'vscode-dark',
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    'textLink-foreground': '#4daafc',
    focusBorder: '#0078d4',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
  },
  'high contrast': {
    kind: 'vscode-high-contrast',
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    'textLink-foreground': '#21a6ff',
    focusBorder: '#f38518',
    contrastBorder: '#6fc3df',
  },
  'high contrast light': {
    kind: 'vscode-high-contrast-light',
    'editor-background': '#ffffff',
    'editor-foreground': '#292929',
    'textLink-foreground': '#0f4a85',
    focusBorder: '#006bbd',
    contrastBorder: '#0f4a85',
  },
} as const;

export type Theme = keyof typeof THEMES;

const ORIGIN = 'https://view.test';

/** One of our webviews in a real browser, with the test in the place of the extension. */
export class View {
  readonly page: Page;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, close: () => Promise<void>) {
    this.page = page;
    this.#close = close;
  }

  /** Opens a webview; null where this machine has no browser. Fails on whatever the page complains of. */
  static open(script: string, body: string, theme: Theme, language = 'en'): Promise<View | null> {
    const html = webviewDocument({
      language,
      title: 'View',
      body,
      style: `${ORIGIN}/media/view.css`,
      script: `${ORIGIN}/dist/${script}`,
      styleSource: ORIGIN,
      nonce: 'test',
    });
    return View.#show(html, theme);
  }

  /** Opens a page that runs nothing: a webview's, or one that stands alone. */
  static openPlain(
    page: { readonly body: string } | { readonly html: string },
    theme: Theme,
    language = 'en',
  ): Promise<View | null> {
    const html =
      'html' in page
        ? page.html
        : plainDocument({
            language,
            title: 'View',
            body: page.body,
            style: `${ORIGIN}/media/view.css`,
            styleSource: ORIGIN,
          });
    return View.#show(html, theme);
  }

  static async #show(html: string, theme: Theme): Promise<View | null> {
    const { findChromium, openPage } = await import('../../scripts/e2e/vscode-browser.mjs');
    const executable = findChromium();
    if (!executable) return null;
    const { page, close } = await openPage(executable);
    await page.route(`${ORIGIN}/**`, route => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html' });
      const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      return route.fulfill({ body: readFileSync(`.${pathname}`), contentType });
    });
    await page.addInitScript(pretendToBeVsCode, THEMES[theme]);
    const view = new View(page, close);
    page.on('pageerror', error => view.complaints.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error') view.complaints.push(message.text());
    });
    await page.goto(`${ORIGIN}/`);
    return view;
  }

  /** What the page threw or logged as an error, a breach of its content security policy too. */
  readonly complaints: string[] = [];

  /** What the page has told the extension. */
  told(): Promise<readonly FromView[]> {
    return this.page.evaluate(() => (window as unknown as { told: FromView[] }).told);
  }

  /** What the page keeps for a reload. */
  state(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { kept: unknown }).kept);
  }

  /** What the table has told the extension. */
  toldByTable(): Promise<readonly FromTable[]> {
    return this.page.evaluate(() => (window as unknown as { told: FromTable[] }).told);
  }

  async tell(message: ToView | ToTable): Promise<void> {
    await this.page.evaluate(data => window.dispatchEvent(new MessageEvent('message', { data })), message);
  }

  /** Milliseconds from a message until what it brings has been painted. */
  async tellUntilShown(message: ToView | ToTable): Promise<number> {
    return await this.page.evaluate(async data => {
      const start = performance.now();
      window.dispatchEvent(new MessageEvent('message', { data }));
      // The first frame is about to be painted when it is called, the second one comes after that.
      await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
      return performance.now() - start;
    }, message);
  }

  /** Changes the theme, as VS Code does when the user chooses another. */
  async wear(theme: Theme): Promise<void> {
    await this.page.evaluate(({ kind, ...colours }) => {
      document.body.classList.remove(
        ...[...document.body.classList].filter(name => name.startsWith('vscode-')),
      );
      document.body.classList.add(kind);
      document.documentElement.removeAttribute('style');
      for (const [name, colour] of Object.entries(colours))
        document.documentElement.style.setProperty(`--vscode-${name}`, colour);
    }, THEMES[theme]);
  }

  /** Gives the page a size, and waits until it is drawn in it. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(next => requestAnimationFrame(next));
    });
  }

  /** How many pixels the page is wider than its window; what scrolls by itself does not count. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** The texts that are cut off, without those that say themselves in full when they are pointed at. */
  clipped(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const linesOf = (one: HTMLElement) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      };
      return [
        ...document.querySelectorAll<HTMLElement>('button, p, h1, h2, summary, td, th, label, dd, option'),
      ]
        .filter(
          one =>
            (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible') ||
            // A word in a column that is too narrow for it is broken letter by letter.
            (one.tagName === 'TH' && /^\w{2,8}$/.test(one.innerText) && linesOf(one) > 1),
        )
        .filter(one => !one.title && !one.querySelector('[title]') && !one.closest('.unseen'))
        .map(one => one.textContent ?? '');
    });
  }

  /** What axe-core finds wrong with the page, a line each. */
  async violations(): Promise<readonly string[]> {
    // Evaluated from outside the page, so that the page's policy need not allow it.
    await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** Takes a picture where the run was asked for pictures. */
export async function shoot({ page }: View, name: string): Promise<void> {
  const shots = process.env.REFTEL_VIEW_SHOTS;
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Runs in the page, before its script. */
function pretendToBeVsCode(theme: Readonly<Record<string, string>>): void {
  const told: unknown[] = [];
  Object.assign(window, {
    told,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => told.push(message),
      setState: (kept: unknown) => Object.assign(window, { kept }),
    }),
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.classList.add(theme.kind ?? '');
    for (const [name, colour] of Object.entries(theme))
      if (name !== 'kind') document.documentElement.style.setProperty(`--vscode-${name}`, colour);
  });
}
