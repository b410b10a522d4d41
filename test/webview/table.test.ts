import { deepEqual, equal, ok } from 'node:assert/strict';
import type { FromTable } from '../../client/src/table/messages';
import { inPseudo } from './pseudo';
import { frameIn, madeRows, madeTable, tableFrame } from './table';
import { shoot, THEMES, type Theme, View } from './view';

const TOTAL = 251_287;

describe('the table of a collection', function () {
  // A browser is started for each, which takes its time on a busy machine.
  this.timeout(120_000);

  let view: View | null = null;
  const open = async (theme: Theme = 'light', total = TOTAL): Promise<View | null> => {
    view = await View.open('tableView.js', tableFrame, theme);
    await view?.tell(madeTable(total));
    await give(view, total);
    return view;
  };

  /** Answers what the table has asked for since the last call. */
  let answered = 0;
  const give = async (opened: View | null, total = TOTAL) => {
    const told = (await opened?.toldByTable()) ?? [];
    for (const message of told.slice(answered))
      if (message.type === 'rows')
        await opened?.tell(madeRows(message.version, message.from, message.limit, total));
    answered = told.length;
  };

  afterEach(async () => {
    const complaints = view?.complaints ?? [];
    await view?.close();
    view = null;
    answered = 0;
    deepEqual(complaints, []);
  });

  it('looks right in every theme, in a narrow window and at 200 %', async function () {
    const opened = await open('light', 20);
    if (!opened) return this.skip('no browser was found');
    await opened.page.focus('#grid');
    await opened.page.keyboard.press('ArrowDown');
    for (const [size, width, height] of [
      ['wide', 1280, 800],
      ['800', 800, 600],
      ['zoomed', 400, 300],
    ] as const) {
      await opened.resize(width, height);
      ok((await opened.overflow()) <= 0, `the page is wider than ${width}`);
      deepEqual(await opened.clipped(), [], String(width));
      const rows = await opened.page.locator('#grid').boundingBox();
      ok(
        rows && rows.width >= 0.6 * width && rows.height >= 0.3 * height,
        `the rows have no room at ${width}`,
      );
      for (const theme of Object.keys(THEMES) as Theme[]) {
        await opened.wear(theme);
        // What axe looks for depends on the theme, and little on the width.
        if (size === 'zoomed') deepEqual(await opened.violations(), [], theme);
        await shoot(opened, `table-${size}-${theme.replaceAll(' ', '-')}`);
      }
    }
  });

  it('has room for words that are a third longer, and for a page from right to left', async function () {
    const english = madeTable(20);
    const say = await inPseudo();
    view = await View.open('tableView.js', frameIn(say), 'light', 'es');
    if (!view) return this.skip('no browser was found');
    await view.tell({ ...english, words: say(english.words), summary: say(english.summary) });
    await give(view, 20);
    for (const direction of ['ltr', 'rtl']) {
      await view.page.evaluate(dir => {
        document.documentElement.dir = dir;
      }, direction);
      for (const width of [1280, 400]) {
        await view.resize(width, 600);
        ok((await view.overflow()) <= 0, `the page is wider than ${width}`);
        deepEqual(await view.clipped(), [], String(width));
        await shoot(view, `table-pseudo-${direction}-${width}`);
      }
    }
    equal(await view.page.locator('#row-0 .date').textContent(), '1 de enero de 2007');
  });

  it('is reached by the Tab key: query, tools, facets, rows', async function () {
    const opened = await open('light', 20);
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    const stops: string[] = [];
    for (let press = 0; press < 16 && stops.at(-1) !== 'grid'; press++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement;
          return focused.id || (focused.closest('#facets') ? 'facets' : focused.tagName);
        }),
      );
    }
    deepEqual([...new Set(stops)], ['query', 'copy', 'export', 'save', 'facets', 'grid']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    deepEqual((await opened.toldByTable()).at(-2), { type: 'open', row: 0 });
    await page.keyboard.press('Escape');
    equal(await page.locator('[aria-selected="true"]').count(), 0);
  });

  it('draws what is seen of a quarter of a million rows, and asks for that alone', async function () {
    const opened = await open();
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    ok((await page.locator('#body [role=row]').count()) < 150);
    equal(await page.getAttribute('#grid', 'aria-rowcount'), String(TOTAL + 1));
    await page.locator('#grid').evaluate(grid => grid.scrollTo(0, grid.scrollHeight));
    await page.waitForSelector(`#row-${TOTAL - 1}`);
    await give(opened);
    equal(await page.innerText(`#row-${TOTAL - 1} .id`), `07MUSCAT${TOTAL}`);
    const asked = (await opened.toldByTable()).filter(({ type }) => type === 'rows');
    ok(asked.length < 20, `asked ${asked.length} times`);
  });

  for (const [how, step] of [
    ['the wheel', 400],
    ['the scroll bar', 100_000],
  ] as const)
    it(`shows rows in every frame while ${how} moves it`, async function () {
      const opened = await open();
      if (!opened) return this.skip('no browser was found');
      const blank = await opened.page.locator('#grid').evaluate(async (grid, pixels) => {
        const { left, top, height } = grid.getBoundingClientRect();
        // Below the head and above the end.
        const places = [0.2, 0.5, 0.9].map(part => top + height * part);
        let frames = 0;
        for (let frame = 0; frame < 60; frame++) {
          grid.scrollTop += pixels;
          // Between the event of the scroll and the picture that follows it.
          await new Promise(next => requestAnimationFrame(next));
          const isRow = (y: number) =>
            document.elementFromPoint(left + 40, y)?.closest('[role=row]') !== null;
          if (!places.every(isRow)) frames++;
        }
        return frames;
      }, step);
      equal(blank, 0);
    });

  it('is a grid for the keyboard', async function () {
    const opened = await open();
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await page.focus('#grid');
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Enter', 'Control+c'])
      await page.keyboard.press(key);
    const told = await opened.toldByTable();
    deepEqual(
      told.filter(({ type }) => type === 'open' || type === 'copy'),
      [{ type: 'open', row: 2 }, { type: 'copy' }],
    );
    deepEqual(
      told.findLast(({ type }) => type === 'selected'),
      { type: 'selected', rows: [1, 2] },
    );
    equal(await page.getAttribute('#grid', 'aria-activedescendant'), 'row-2');
    await page.keyboard.press('End');
    await page.waitForSelector(`#row-${TOTAL - 1}.active`);
    await page.keyboard.press('Control+a');
    const selected = (await opened.toldByTable()).findLast(message => message.type === 'selected');
    ok(selected?.type === 'selected' && selected.rows.length === TOTAL);
  });

  it('asks for another order, query or facet', async function () {
    const opened = await open();
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await page.click('#head [data-column=subject]');
    await page.click('#facets [data-key="post:MUSCAT"]');
    await page.click('#facets [data-key="class:TOP SECRET"]');
    await page.fill('#query', 'iran');
    await page.press('#query', 'Enter');
    // The browser tells of a search when it is idle.
    await page.waitForFunction(() =>
      (window as unknown as { told: FromTable[] }).told.some(m => m.type === 'query' && m.query === 'iran'),
    );
    const told = (await opened.toldByTable()).filter(({ type }) => type === 'order' || type === 'query');
    deepEqual(told, [
      { type: 'order', order: { by: 'subject', descending: false } },
      { type: 'query', query: 'year:2007 post:muscat' },
      { type: 'query', query: 'year:2007 class:"top secret"' },
      { type: 'query', query: 'iran' },
    ]);
  });
});
