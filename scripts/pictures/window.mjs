// The window of VS Code as the user uses it: files, commands, themes. Waits for what must be visible, never for time.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUIET_SETTINGS, writeSettings } from '../e2e/vscode-server.mjs';

/** The colour themes by the name that a picture's file has, and the class of the window in each. */
export const THEMES = {
  dark: { label: 'Default Dark Modern', window: '.vs-dark' },
  light: { label: 'Default Light Modern', window: '.vs' },
  contrast: { label: 'Default High Contrast', window: '.hc-black' },
};

/** The settings of a window without what a picture does not need. */
export function settingsWith(theme) {
  return {
    ...QUIET_SETTINGS,
    'workbench.colorTheme': THEMES[theme].label,
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'outline.collapseItems': 'alwaysExpand',
    'editor.minimap.enabled': false,
    // Below the line, where it hides nothing that it speaks of.
    'editor.hover.above': false,
  };
}

export class Window {
  #data;
  #url;
  #folder = '';
  #added = [];
  #translations;

  /**
   * @param {import('playwright-core').Page} page
   * @param {(folder: string) => string} url  address of a window on a folder
   * @param {string} data  the folder of VS Code's user data
   * @param {Record<string, string>} translations  of Reftel's texts by the English ones
   */
  constructor(page, url, data, translations = {}) {
    this.page = page;
    this.#translations = translations;
    this.#url = url;
    this.#data = data;
  }

  /** A text of Reftel in the language of the window, without what is around places for values. */
  say(english) {
    const text = this.#translations[english] ?? english;
    return text
      .split(/\{\d\}/)
      .map(part => part.trim())
      .find(Boolean);
  }

  /** Opens a folder in a colour theme. */
  async openFolder(folder, theme) {
    this.#folder = folder;
    writeSettings(this.#data, settingsWith(theme));
    await this.page.goto(this.#url(folder));
    await this.page.locator(`.monaco-workbench${THEMES[theme].window}`).waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens the file whose name begins so, from the explorer, and waits until it is a cable that was looked at. */
  async open(name) {
    await this.press('Control+Shift+E');
    await this.page.locator(`.explorer-folders-view .monaco-list-row:has-text("${name}")`).dblclick();
    await this.page.locator(`.tab.active:has-text("${name}")`).waitFor();
    await this.page.locator('.statusbar-item:has-text("Cable")').first().waitFor();
    await this.page.locator('.statusbar-item:has-text(" · ")').first().waitFor();
  }

  /** Where a file of the open folder lies. */
  pathOf(name) {
    return join(this.#folder, name);
  }

  /** Shows what `show` does with one more file in the folder; `tidy` takes the file away. */
  async with(name, text, show) {
    this.#added.push(name);
    writeFileSync(this.pathOf(name), text);
    await show();
  }

  /** Runs a command from the palette by its English title, which VS Code shows below a translated one. */
  async command(title) {
    const row = this.page.locator(`.quick-input-list .monaco-list-row.focused:has-text("${title}")`);
    // What takes the focus back closes the palette.
    for (let tries = 0; tries < 3 && !(await row.isVisible()); tries++) {
      await this.press('Escape', 'F1');
      await this.#type(title);
      await row.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await row.waitFor();
    await this.press('Enter');
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the caret into words of the active editor. */
  async click(words) {
    await this.page.locator(`.editor-instance .view-line span:text("${words}")`).last().click();
  }

  /** Waits for an element that fits a CSS selector. */
  async see(selector) {
    await this.page.locator(selector).first().waitFor();
  }

  /** Draws the outline below the explorer up to the last file. */
  async drawUpOutline() {
    const header = this.page.getByRole('button', { name: 'Outline Section' });
    const { x, y } = await header.boundingBox();
    const lastFile = await this.page.locator('.explorer-folders-view .monaco-list-row').last().boundingBox();
    await this.page.mouse.move(x + 150, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 150, lastFile.y + 40, { steps: 5 });
    await this.page.mouse.up();
    await this.page.mouse.move(1100, 18);
  }

  /** What is in the only visible webview. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Ends whatever is open but the folder as it was. */
  async tidy() {
    await this.press('Escape', 'Escape');
    await this.command('View: Close All Editors');
    for (const name of this.#added.splice(0)) rmSync(this.pathOf(name), { force: true });
    if (await this.page.locator('.part.panel').isVisible()) await this.press('Control+J');
    await this.press('Control+Shift+E');
  }

  async #type(text) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.waitFor();
    await this.page.keyboard.type(text);
  }
}
