// What the pictures show. A scene begins in a window on its folder with no editor open, and ends when all of it is visible.
import { readFileSync } from 'node:fs';

const ASKS = '07VALLETTA112';
const SIGNS = '07TUNIS131';
const OUTLINE_ROW = '.outline-tree .monaco-list-row:has-text("¶")';
const MUCH_CITED = '05ADDISABABA6';

/** How many cables the larger folder has. */
export const CABLES = 2000;

/** The scenes on the walkthrough's sample. @type {Record<string, (window: import('./window.mjs').Window) => Promise<void>>} */
export const ON_SAMPLE = {
  async overview(window) {
    await window.open(SIGNS);
    await window.see('.squiggly-error');
    await window.see('.codelens-decoration a');
    await window.command('Explorer: Focus on Outline View');
    await window.drawUpOutline();
    await window.see(OUTLINE_ROW);
    await window.press('Control+1');
  },

  async hover(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line span:text("VALLETTA 00098")').last().hover();
    await window.see('.monaco-hover:not(.hidden) :text("MARITIME MUSEUM")');
  },

  async code(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line span:text("141412Z")').last().hover();
    await window.see('.monaco-hover:not(.hidden) .hover-contents p');
  },

  async references(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line:has-text("VALLETTA 000112")').first().click();
    await window.press('Shift+F12');
    const rows = window.page.locator('.reference-zone-widget .monaco-list-row');
    await rows.filter({ hasText: '07ROME377' }).click();
    await rows.filter({ hasText: 'a lens' }).click();
    await window.see('.reference-zone-widget .view-line:has-text("of a lens")');
    // The folder of the copy, which nobody has.
    await window.page.addStyleTag({ content: '.peekview-title .dirname { display: none }' });
  },

  async calls(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line:has-text("VALLETTA 000112")').first().click();
    await window.press('Shift+Alt+H');
    await window.see('.sidebar .monaco-list-row:has-text("07TUNIS131"):has-text("KEEPER")');
  },

  async problems(window) {
    await window.open(SIGNS);
    await window.press('Control+Shift+M');
    await window.see('.markers-panel .monaco-list-row:has-text("UUUU")');
    await window.press('Control+1');
  },

  async fix(window) {
    await window.open(SIGNS);
    await window.see('.squiggly-error');
    await window.page.locator('.view-line:has-text("ZNR UUUU")').click();
    await window.press(
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'Control+.',
    );
    await window.see('.action-widget .monaco-list-row');
  },

  async completion(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line:has-text("TAGS:")').first().click();
    await window.press('End', 'Control+Space');
    await window.see('.suggest-widget.visible .monaco-list-row.focused');
  },

  async reading(window) {
    await window.open(ASKS);
    await window.command('Cable: Open Reading View');
    await window.webview().locator('.page h1').waitFor();
    await window.press('Control+1');
  },

  async citation(window) {
    await window.open(ASKS);
    await window.page.locator('.view-line:has-text("SUMMARY. The")').click();
    await window.command('Cable: Copy Citation');
    await window.see('.quick-input-list .monaco-list-row:has-text("para. 1")');
  },

  async readable(window) {
    const text = readFileSync(window.pathOf('07TUNIS131.txt'), 'utf8');
    const copied = text
      .replaceAll('\n', '<br>\n')
      .replaceAll('"', '&quot;')
      .replace(/^(\d)\./gm, '[1](#)$1.');
    await window.with('a page.txt', copied, async () => {
      await window.open('a page');
      await window.command('Cable: Make Readable');
      await window.see(`.editor-actions :text("${window.say('Apply')}")`);
    });
  },

  async comparison(window) {
    const text = readFileSync(window.pathOf('07TUNIS131.txt'), 'utf8');
    await window.with('07TUNIS131-released.cable', text.replaceAll('keeper', 'XXXXXXXXXX'), async () => {
      await window.open(`${SIGNS}.txt`);
      await window.see('.squiggly-info, .squiggly-hint, .squiggly-error');
      await window.command('Cable: Compare with Other Copy…');
      await window.webview().locator('.comparison table').waitFor();
    });
  },

  async settings(window) {
    await window.command('Preferences: Open Settings (UI)');
    await window.see('.settings-editor .search-container');
    await window.page.keyboard.type('@ext:reftel.reftel ');
    await window.see('.settings-editor .setting-item-category:has-text("Reftel")');
  },

  async notes(window) {
    await window.with('notes.md', NOTES, async () => {
      await window.press('Control+Shift+E');
      await window.page.locator('.explorer-folders-view .monaco-list-row:has-text("notes.md")').dblclick();
      await window.see('.detected-link');
      const hover = window.page.locator('.monaco-hover:not(.hidden) :text("DELIMARA")').first();
      // A hover that comes before the folder was read stays empty.
      for (let tries = 0; tries < 5 && !(await hover.isVisible()); tries++) {
        await window.page.mouse.move(700, 500);
        await window.page.locator('.view-line span:text("07VALLETTA112")').last().hover();
        await hover.waitFor({ timeout: 5000 }).catch(() => {});
      }
      await hover.waitFor();
    });
  },

  async header(window) {
    await window.open(ASKS);
    await window.command('Cable: Explain This Header');
    await window.webview().locator('.header table').waitFor();
    await window.press('Control+1');
  },

  async paragraphs(window) {
    await window.open(ASKS);
    await window.command('Cable: Go to Paragraph');
    await window.see('.quick-input-list .monaco-list-row');
  },

  async walkthrough(window) {
    await window.command('Welcome: Open Walkthrough');
    const title = window.say('Get Started with Cables');
    await window.see(`.quick-input-list .monaco-list-row:has-text("${title}")`);
    await window.page.keyboard.type(title);
    await window.press('Enter');
    await window.see('.getting-started-step, .gettingStartedContainer .step-title');
    await window.webview().locator('svg text').first().waitFor();
  },
};

const NOTES = `# The lens of Delimara

The harbor master signed for three parties (07VALLETTA112 ¶1). The keeper
will sign again (07TUNIS131 ¶1).
`;

/** The scenes on a larger folder of made-up cables. @type {typeof ON_SAMPLE} */
export const ON_ARCHIVE = {
  async views(window) {
    await openMuchCited(window);
    await unfold(window);
    await window.command(focusOn(window, 'Cited by / Cites'));
    await window.see(`.sidebar .monaco-list-row:has-text("${window.say('Cited by')}")`);
    await window.press('Control+1');
  },

  async collection(window) {
    await openMuchCited(window);
    await unfold(window);
    await window.command(focusOn(window, 'Collection'));
    await window.see('.sidebar .monaco-list-row .codicon-home');
    await window.page.locator('.sidebar .monaco-list-row:has(.codicon-home)').first().click();
    await window.page.mouse.move(1100, 18);
    await window.see('.sidebar .monaco-list-row[aria-expanded="true"] .codicon-home');
  },

  async missing(window) {
    await openMuchCited(window);
    await unfold(window);
    await window.command(focusOn(window, 'Missing Cables'));
    await window.see('.sidebar .monaco-list-row .codicon-circle-slash');
    await window.press('Home', 'ArrowRight');
  },

  async search(window) {
    await window.command('Cable: Open Cable by ID');
    await window.see('.quick-input-list .monaco-list-row');
  },

  async found(window) {
    await seesCables(window);
    await window.command('Cable: Search');
    await window.see(`.quick-input-titlebar:has-text("${window.say('Search Cables')}")`);
    await window.page.keyboard.type('class:secret caption:noforn harbor minister');
    await window.press('Enter');
    await window.see('.sidebar .monaco-list-row .codicon-quote');
    await fold(window, 'Cited by / Cites', 'Missing Cables');
    await window.page.locator('.sidebar .monaco-list-row:has(.codicon-quote)').first().click();
    await window.see('.statusbar-item:has-text(" · ")');
    await window.see('.view-line:has-text("harbor")');
  },

  async table(window) {
    await seesCables(window);
    await window.command('Cable: Show Collection as Table');
    await window.webview().locator('[role="row"] .id').first().waitFor();
  },

  async spreadsheet(window) {
    await seesCables(window);
    await window.command('Cable: Show Collection as Table');
    await window.webview().locator('[role="row"] .id').first().waitFor();
    const query = window.webview().locator('#query');
    await query.fill('is:missing');
    await query.press('Enter');
    await window.webview().locator('[role="row"] .id').first().waitFor();
  },

  async timeline(window) {
    await openMuchCited(window);
    await window.command('Cable: Show Citation Timeline');
    await window.webview().locator('svg .cable').first().waitFor();
  },

  async timelineList(window) {
    await openMuchCited(window);
    await window.command('Cable: Show Citation Timeline');
    await window.webview().locator('svg .cable').first().waitFor();
    await window.command('Cable: Show Citation Timeline as List');
    await window.webview().locator('#list table').waitFor();
  },

  async months(window) {
    await openMuchCited(window);
    await window.command('Cable: Show Collection over Time');
    await window.webview().locator('svg .month').first().waitFor();
  },
};

/** The title of the command that focuses a view. */
function focusOn(window, view) {
  return `${window.say('Cables')}: Focus on ${window.say(view)} View`;
}

/** Folds views beside the text, and leaves the others the room. */
async function fold(window, ...views) {
  for (const view of views)
    await window.page.locator(`.sidebar .pane-header:has-text("${window.say(view)}")`).click();
}

/** Unfolds the views that an earlier picture has folded. */
async function unfold(window) {
  for (const view of ['Missing Cables', 'Collection', 'Cited by / Cites'])
    await window.command(focusOn(window, view));
}

/** Waits until the window has seen that its folder holds cables. */
async function seesCables(window) {
  await window.see(`.activitybar [aria-label="${window.say('Cables')}"]`);
}

/** Opens a cable that cites many and is cited by many. */
async function openMuchCited(window) {
  await window.command('Cable: Open Cable by ID');
  await window.see('.quick-input-list .monaco-list-row');
  await window.page.keyboard.type(MUCH_CITED);
  await window.see(`.quick-input-list .monaco-list-row.focused:has-text("${MUCH_CITED}")`);
  await window.press('Enter');
  await window.see('.codelens-decoration a');
}
