import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ShowMonths, ShowPage, ShowTimeline } from '../../client/src/page/messages';
import { monthsBody, readingBody, timelineBody } from '../../client/src/page/shell';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { pageOf } from '../../server/src/features/page/page';
import { timelineOf } from '../../server/src/features/timeline';
import { pageWords } from '../client/reading/words';
import { seeds } from '../seeds';
import { THEMES, type Theme, View } from './view';

const archive = seeds.reduce(
  (whole, { name, text }) => whole.with(`file:///${name}`, [factsOf(parseCable(text))]),
  Archive.empty,
);
const words = { title: 'Picture', choice: 'Choice', list: 'Show as list', save: 'Save' };

const timeline: ShowTimeline = {
  type: 'timeline',
  timeline: timelineOf(archive, '07MUSCAT73', 2),
  depth: 2,
  listed: false,
  words: {
    title: 'Citations of 07MUSCAT73',
    absent: 'not in this folder',
    open: 'the open cable',
    noClassification: 'no classification',
    broken: 'dashed outline',
    summary: 'Some cables.',
    columns: ['Cable', 'Date', 'Classification', 'Subject', 'Cites'],
  },
};

const months: ShowMonths = {
  type: 'months',
  series: ['MUSCAT'].map(key => ({ key, months: archive.perMonth('post', key) })),
  by: 'post',
  listed: false,
  words: { title: 'Collection over time', summary: 'One group.', group: 'Post' },
};

const cable = parseCable(seeds[1]?.text ?? '');
const page: ShowPage = {
  type: 'page',
  page: pageOf({ cable, snapshot: archive }),
  words: pageWords,
};

const views = {
  timeline: { script: 'timelineView.js', body: timelineBody(words), message: timeline },
  months: {
    script: 'monthsView.js',
    body: monthsBody(words, { post: 'Post', tag: 'TAGS' }),
    message: months,
  },
  reading: { script: 'readingView.js', body: readingBody, message: page },
};

describe('webviews', function () {
  // A browser is started for each, which takes its time on a busy machine.
  this.timeout(120_000);

  let view: View | null = null;
  const open = async (name: keyof typeof views, theme: Theme = 'light'): Promise<View | null> => {
    const { script, body, message } = views[name];
    view = await View.open(script, body, theme);
    await view?.tell(message);
    return view;
  };

  afterEach(async () => {
    const complaints = view?.complaints ?? [];
    await view?.close();
    view = null;
    deepEqual(complaints, []);
  });

  for (const name of Object.keys(views) as (keyof typeof views)[]) {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      it(`${name}: has no violation that axe finds, ${theme}`, async function () {
        const opened = await open(name, theme);
        if (!opened) return this.skip();
        deepEqual(await opened.violations(), []);
        const shots = process.env.REFTEL_VIEW_SHOTS;
        if (!shots) return;
        mkdirSync(shots, { recursive: true });
        await opened.page.screenshot({ path: join(shots, `${name}-${theme.replaceAll(' ', '-')}.png`) });
      });
    }
  }

  it('timeline: a click opens a cable, and Enter the one that arrow keys went to', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip();
    const { page } = opened;
    await page.click('.cable.open');
    await page.focus('.cable.open');
    await page.keyboard.press('ArrowRight');
    const reached = await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent);
    ok(reached?.startsWith('07MUSCAT154, '), String(reached));
    await page.keyboard.press('Enter');
    const places = (await opened.told()).flatMap(message =>
      message.type === 'open' ? [message.place.uri] : [],
    );
    deepEqual(
      places.map(uri => uri.slice(8, 12)),
      ['000_', '001_'],
    );
  });

  it('timeline: a cable that is not here opens nothing', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip();
    await opened.page.click('.cable.absent');
    deepEqual(
      (await opened.told()).map(({ type }) => type),
      ['ready'],
    );
  });

  it('timeline: the tools ask for depth, list and file', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip();
    const { page } = opened;
    await page.selectOption('#depth', '3');
    await page.click('#listed');
    await page.click('#save');
    await opened.tell({ type: 'picture' });
    const [ready, depth, listed, save, picture] = await opened.told();
    deepEqual(
      [ready, depth, listed, save],
      [{ type: 'ready' }, { type: 'depth', depth: 3 }, { type: 'listed', listed: true }, { type: 'save' }],
    );
    ok(picture?.type === 'picture' && picture.svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  });

  it('timeline: names and dates stay in sight, and are at their place in what is saved', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip();
    const { page } = opened;
    await page.setViewportSize({ width: 400, height: 220 });
    await page.locator('#picture').evaluate(element => element.scrollTo(120, 40));
    await page.waitForSelector('.pinned-left[transform="translate(120 0)"]', { state: 'attached' });
    equal(await page.getAttribute('.pinned-top', 'transform'), 'translate(0 40)');
    ok((await page.locator('.bar').boundingBox())?.y === 0);
    await opened.tell(timeline);
    equal(await page.getAttribute('.pinned-left', 'transform'), 'translate(120 0)', 'drawn again');
    await opened.tell({ type: 'picture' });
    const saved = (await opened.told()).at(-1);
    ok(saved?.type === 'picture' && !saved.svg.includes('pinned-left" transform'));
  });

  it('timeline: the list says the same, and opens by the keyboard', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip();
    const { page } = opened;
    await opened.tell({ ...timeline, listed: true });
    equal(await page.isVisible('#picture'), false);
    equal(await page.locator('#list tbody tr').count(), timeline.timeline.cables.length);
    await page.focus('#list button');
    await page.keyboard.press('Enter');
    equal((await opened.told()).at(-1)?.type, 'open');
    deepEqual(await opened.violations(), []);
  });

  it('months: the list has the numbers by year', async function () {
    const opened = await open('months');
    if (!opened) return this.skip();
    await opened.page.selectOption('#by', 'tag');
    deepEqual((await opened.told()).at(-1), { type: 'by', by: 'tag' });
    await opened.tell({ ...months, listed: true });
    deepEqual(await opened.page.locator('#list tr').allInnerTexts(), ['Post\t2007\t2008', 'MUSCAT\t4\t1']);
    deepEqual(await opened.violations(), []);
  });

  it('reading: a link opens the cited cable, by a click and by Enter', async function () {
    const opened = await open('reading');
    if (!opened) return this.skip();
    const { page } = opened;
    await page.click('a >> nth=0');
    await page.focus('a >> nth=0');
    await page.keyboard.press('Enter');
    const opens = (await opened.told()).filter(({ type }) => type === 'open');
    equal(opens.length, 2);
    deepEqual(opens[0], opens[1]);
    const [first] = opens;
    ok(first?.type === 'open' && first.place.uri.startsWith('file:///000_'));
    deepEqual(first.place.range.start, { line: 22, character: 0 });
  });

  it('reading: follows the editor, and says where it is scrolled to', async function () {
    const opened = await open('reading');
    if (!opened) return this.skip();
    const { page } = opened;
    const last = cable.lines.lineAt(cable.paragraphs.at(-1)?.start ?? 0);
    await opened.tell({ type: 'reveal', line: last });
    const top = () => page.evaluate(() => window.scrollY);
    ok((await top()) > 100);
    equal(
      (await opened.told()).some(({ type }) => type === 'scrolled'),
      false,
      'what the editor did is not told back to it',
    );
    await page.waitForTimeout(300);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -5000);
    await page.waitForFunction(() =>
      (window as unknown as { told: { type: string }[] }).told.some(({ type }) => type === 'scrolled'),
    );
    await page.dblclick('p[data-line] >> nth=0');
    equal((await opened.told()).at(-1)?.type, 'line');
  });
});
