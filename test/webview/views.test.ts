import { deepEqual, equal, ok } from 'node:assert/strict';
import { comparisonHtml } from '../../client/src/compare/html';
import { headerHtml } from '../../client/src/header/html';
import type { ShowGroup, ShowMonths, ShowPage, ShowTimeline } from '../../client/src/page/messages';
import { monthsBody, noteBody, readingBody, timelineBody } from '../../client/src/page/shell';
import { standalonePage } from '../../client/src/reading/html';
import { keyOf } from '../../client/src/timeline/bins';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { explainHeader } from '../../server/src/features/explainHeader';
import { pageOf } from '../../server/src/features/page/page';
import { timelineOf, unfoldTimeline } from '../../server/src/features/timeline';
import type { GroupRange } from '../../server/src/lsp/messages';
import { madeFacts } from '../archive/made';
import { comparisonWords, copies } from '../client/compare/copies';
import { pageWords } from '../client/reading/words';
import { monthsWords, timelineWords } from '../client/timeline/words';
import { seeds } from '../seeds';
import { inEnglish, inPseudo, PSEUDO, type Say } from './pseudo';
import { shoot, THEMES, type Theme, View } from './view';

const archive = seeds.reduce(
  (whole, { name, text }) => whole.with(`file:///${name}`, [factsOf(parseCable(text))]),
  Archive.empty,
);
const words = { title: 'Picture', choice: 'Choice', list: 'Show as list', save: 'Save' };

const timeline: ShowTimeline = {
  type: 'timeline',
  timeline: timelineOf(archive, '07MUSCAT73', 2),
  mrn: '07MUSCAT73',
  depth: 2,
  listed: false,
  state: { mrn: '07MUSCAT73', depth: 2, listed: false },
  words: timelineWords,
};

/** The most cited cable of an archive: 2,660 cables of 40 posts and 12 years cite it. */
const HUB = '99STATE1';
const hubArchive = Archive.empty.withAll(
  Array.from({ length: 2660 }, (_, i) => {
    const post = `${String.fromCharCode(65 + (i % 40) / 2)}${i % 2 === 0 ? 'ABAT' : 'OMEMERIDIAN'}`;
    const year = 1998 + (i % 12);
    const mrn = `${String(year % 100).padStart(2, '0')}${post}${i + 1}`;
    const instant = Date.UTC(year, i % 12, 1 + (i % 28));
    const facts = madeFacts({
      mrn,
      cites: [HUB],
      instant,
      subject: `TALKS ${i}`,
      classification: 'CONFIDENTIAL',
    });
    return [`file:///${i}.txt`, [facts]];
  }),
);
const hub: ShowTimeline = { ...timeline, timeline: timelineOf(hubArchive, HUB, 1), mrn: HUB, depth: 1 };
const groupOf = (group: GroupRange): ShowGroup => ({
  type: 'group',
  key: keyOf(group),
  ...unfoldTimeline(hubArchive, HUB, 1, group),
});
const nothing: ShowTimeline = {
  ...timeline,
  timeline: timelineOf(Archive.empty, '07MUSCAT73', 1),
};

const monthsIn = (whole: Archive, keys: readonly string[]): ShowMonths => ({
  type: 'months',
  series: keys.map(key => ({ key, months: whole.perMonth('post', key), undated: key === 'MUSCAT' ? 0 : 2 })),
  by: 'post',
  listed: false,
  state: { by: 'post', listed: false },
  words: monthsWords,
});
const months = monthsIn(archive, ['MUSCAT']);
const manyMonths = monthsIn(
  hubArchive,
  hubArchive.groups('post').map(({ key }) => key),
);

const cable = parseCable(seeds[1]?.text ?? '');
const page: ShowPage = {
  type: 'page',
  page: pageOf({ cable, snapshot: archive }),
  words: pageWords,
  state: { uri: 'file:///cable.txt' },
};

const viewsIn = (say: Say) => {
  const timelinePage = { script: 'timelineView.js', body: timelineBody(say(words)) };
  const rows = say({ post: 'Post', tag: 'TAGS' });
  const monthsPage = { script: 'monthsView.js', body: monthsBody(say(words), rows) };
  const said = <M extends { readonly words: object }>(message: M): M => ({
    ...message,
    words: say(message.words),
  });
  return {
    timeline: { ...timelinePage, message: said(timeline) },
    hub: { ...timelinePage, message: said(hub) },
    nothing: { ...timelinePage, message: said(nothing) },
    months: { ...monthsPage, message: said(months) },
    manyMonths: { ...monthsPage, message: said(manyMonths) },
    reading: { script: 'readingView.js', body: readingBody, message: said(page) },
  };
};
const views = viewsIn(inEnglish);

/** The pages that run nothing. */
const plainIn = (say: Say, language: string) => ({
  comparison: { body: comparisonHtml(copies, say(comparisonWords)) },
  note: {
    body: noteBody(
      say('Reading view'),
      say('more/a-file-with-quite-a-long-name.txt is no longer there, or cannot be read.'),
    ),
  },
  header: {
    body: headerHtml(
      explainHeader({ cable, snapshot: archive }),
      'file:///cable.txt',
      say({
        title: 'Header of 07MUSCAT154',
        line: 'Line',
        printed: 'As printed',
        meaning: 'What it means',
        truncated: 'More.',
      }),
    ),
  },
  print: { html: standalonePage(page.page, say(pageWords), language) },
});
const plain = plainIn(inEnglish, 'en');

/** Whether what has the keyboard matches a selector. */
function isFocused(page: View['page'], selector: string): Promise<boolean> {
  return page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector);
}

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

  const openPlain = async (name: keyof typeof plain): Promise<View | null> => {
    view = await View.openPlain(plain[name], 'light');
    return view;
  };

  afterEach(async () => {
    const complaints = view?.complaints ?? [];
    await view?.close();
    view = null;
    deepEqual(complaints, []);
  });

  const openAny = (name: keyof typeof views | keyof typeof plain) =>
    name in views ? open(name as keyof typeof views) : openPlain(name as keyof typeof plain);

  for (const name of [...Object.keys(views), ...Object.keys(plain)] as (
    | keyof typeof views
    | keyof typeof plain
  )[])
    it(`${name}: looks right in every theme, in a narrow window and at 200 %`, async function () {
      const opened = await openAny(name);
      if (!opened) return this.skip('no browser was found');
      // A window of 800 pixels has room for 400 where everything is twice as large.
      for (const [size, width, height] of [
        ['800', 800, 600],
        ['zoomed', 400, 300],
      ] as const) {
        await opened.resize(width, height);
        ok((await opened.overflow()) <= 0, `the page is wider than ${width}`);
        deepEqual(await opened.clipped(), [], String(width));
        for (const theme of Object.keys(THEMES) as Theme[]) {
          await opened.wear(theme);
          // What axe looks for depends on the theme, and little on the width.
          if (size === 'zoomed') deepEqual(await opened.violations(), [], theme);
          await shoot(opened, `${name}-${size}-${theme.replaceAll(' ', '-')}`);
        }
      }
    });

  for (const name of [...Object.keys(views), ...Object.keys(plain)])
    it(`${name}: has room for words that are a third longer, and for a page from right to left`, async function () {
      const opened = await openTranslated(name);
      if (!opened) return this.skip('no browser was found');
      await fits(opened, `${name}-pseudo`);
      await opened.page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await fits(opened, `${name}-rtl`);
    });

  const openTranslated = async (name: string) => {
    const say = await inPseudo();
    if (name in plain) {
      view = await View.openPlain(plainIn(say, PSEUDO)[name as keyof typeof plain], 'light', PSEUDO);
      return view;
    }
    const { script, body, message } = viewsIn(say)[name as keyof typeof views];
    view = await View.open(script, body, 'light', PSEUDO);
    await view?.tell(message);
    return view;
  };

  const fits = async (opened: View, picture: string) => {
    for (const width of [800, 400]) {
      await opened.resize(width, 600);
      ok((await opened.overflow()) <= 0, `the page is wider than ${width}`);
      deepEqual(await opened.clipped(), [], String(width));
      await shoot(opened, `${picture}-${width}`);
    }
  };

  /** What the Tab key reaches one after the other, by id or class, from the top of the page. */
  const tabStops = async ({ page }: View, presses: number): Promise<readonly string[]> => {
    const stops: string[] = [];
    for (let press = 0; press < presses; press++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { id, classList } = document.activeElement as Element;
          return id || (classList[0] ?? '');
        }),
      );
    }
    return stops;
  };

  for (const [name, inside] of [
    ['timeline', 'cable'],
    ['hub', 'cable'],
    ['months', 'month'],
  ] as const)
    it(`${name}: the Tab key goes through the tools into the picture, once, and to its list`, async function () {
      const opened = await open(name);
      if (!opened) return this.skip('no browser was found');
      const { message } = views[name];
      const tools = [name === 'months' ? 'by' : 'depth', 'listed', 'save'];
      deepEqual(await tabStops(opened, 5), [...tools, 'picture', inside]);
      await opened.page.keyboard.press('Shift+Tab');
      ok(await isFocused(opened.page, '#picture'), 'and back');
      await opened.page.focus('#listed');
      await opened.page.keyboard.press('Space');
      deepEqual((await opened.told()).at(-1), { type: 'listed', listed: true });
      await opened.tell({ ...message, listed: true });
      await opened.page.focus('#save');
      deepEqual(await tabStops(opened, 1), ['list']);
    });

  it('reading: the Tab key goes from link to link, with a ring around each', async function () {
    const opened = await open('reading');
    if (!opened) return this.skip('no browser was found');
    await opened.page.keyboard.press('Tab');
    ok(await isFocused(opened.page, 'a[data-uri]'));
    equal(
      await opened.page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
      'solid',
    );
  });

  it('timeline: a click opens a cable, and Enter the one that arrow keys went to', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
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

  it('timeline: a cable that is not here leads to its page', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
    await opened.page.click('.cable.absent');
    const [, absent] = await opened.told();
    ok(absent?.type === 'absent' && /^\d\d[A-Z]+\d+$/.test(absent.mrn));
  });

  it('timeline: shows the arrows of the cable that has the keyboard', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    equal(await page.locator('.citation.chosen').count(), 0);
    await page.focus('.cable.open');
    ok((await page.locator('.citation.chosen').count()) > 0);
  });

  it('hub: unfolds a post and year by Enter, and folds it by Escape', async function () {
    const opened = await open('hub');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    equal(await page.locator('.cable').count(), 1);
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 8 && !(await isFocused(page, '.cable, .bin')); presses++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    ok(await isFocused(page, '.bin[aria-expanded="false"]'));
    await page.keyboard.press('Enter');
    const asked = (await opened.told()).at(-1);
    ok(asked?.type === 'unfold');
    await opened.tell(groupOf(asked.group));
    ok(await isFocused(page, '.bin[aria-expanded="true"]'), 'the keyboard stays where it was');
    ok((await page.locator('.cable').count()) > 1);
    ok((await page.locator('.citation.chosen').count()) === 1);
    deepEqual(await opened.violations(), []);
    await shoot(opened, 'hub-unfolded');
    await page.keyboard.press('ArrowDown');
    ok(await isFocused(page, '.cable.citing'));
    await page.keyboard.press('Enter');
    equal((await opened.told()).at(-1)?.type, 'open');
    await page.keyboard.press('Escape');
    ok(await isFocused(page, '.bin[aria-expanded="false"]'));
    equal(await page.locator('.cable').count(), 1);
  });

  it('hub: unfolds by a click, and asks again when the archive has changed', async function () {
    const opened = await open('hub');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await page.click('.bin >> nth=3');
    const asked = (await opened.told()).at(-1);
    ok(asked?.type === 'unfold');
    await opened.tell(groupOf(asked.group));
    await opened.tell(hub);
    deepEqual((await opened.told()).at(-1), asked);
    ok((await page.locator('.cable').count()) > 1, 'what is known is shown meanwhile');
    await page.click('.bin >> nth=3');
    equal(await page.locator('.cable').count(), 1);
  });

  for (const name of ['timeline', 'hub', 'months', 'manyMonths'] as const)
    it(`${name}: fits its width, and fits it again when that changes`, async function () {
      const opened = await open(name);
      if (!opened) return this.skip('no browser was found');
      const { page } = opened;
      for (const width of [1280, 800, 400, 260]) {
        await page.setViewportSize({ width, height: 600 });
        const reaches = () =>
          page.evaluate(() => {
            const picture = document.getElementById('picture') as HTMLElement;
            const svg = picture.querySelector('svg')?.getBoundingClientRect();
            return picture.scrollWidth <= picture.clientWidth && (svg?.width ?? 0) >= picture.clientWidth - 1;
          });
        await page.waitForFunction(
          () => {
            const picture = document.getElementById('picture') as HTMLElement;
            const wide = picture.querySelector('svg')?.getBoundingClientRect().width ?? 0;
            return wide <= picture.clientWidth && wide >= picture.clientWidth - 1;
          },
          undefined,
          { timeout: 5000 },
        );
        ok(await reaches(), String(width));
        ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `page at ${width}`,
        );
        await shoot(opened, `${name}-at-${width}`);
      }
    });

  it('hub: is drawn at once', async function () {
    const opened = await open('hub');
    if (!opened) return this.skip('no browser was found');
    const ms = await opened.tellUntilShown(hub);
    ok(ms < 1000, `${ms} ms`);
  });

  it('hub: the list unfolds too', async function () {
    const opened = await open('hub');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await opened.tell({ ...hub, listed: true });
    await page.focus('#list button[aria-expanded] >> nth=0');
    await page.keyboard.press('Enter');
    const asked = (await opened.told()).at(-1);
    ok(asked?.type === 'unfold');
    await opened.tell(groupOf(asked.group));
    ok(await isFocused(page, 'button[aria-expanded="true"]'));
    deepEqual(await opened.violations(), []);
    await shoot(opened, 'hub-list');
    await page.keyboard.press('Escape');
    ok(await isFocused(page, 'button[aria-expanded="false"]'));
  });

  it('timeline: says so where there is nothing to draw', async function () {
    const opened = await open('nothing');
    if (!opened) return this.skip('no browser was found');
    equal(await opened.page.innerText('#picture .empty'), timelineWords.empty);
    await opened.tell({ ...nothing, listed: true });
    equal(await opened.page.innerText('#list .empty'), timelineWords.empty);
  });

  it('keeps what shows the same again after a reload', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
    deepEqual(await opened.state(), timeline.state);
  });

  it('timeline: the tools ask for depth, list and file', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
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

  it('timeline: dates stay in sight, and are at their place in what is saved', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await page.setViewportSize({ width: 400, height: 220 });
    await page.locator('#picture').evaluate(element => element.scrollTo(0, 40));
    await page.waitForSelector('.pinned-top[transform="translate(0 40)"]', { state: 'attached' });
    ok((await page.locator('.bar').boundingBox())?.y === 0);
    await opened.tell(timeline);
    equal(await page.getAttribute('.pinned-top', 'transform'), 'translate(0 40)', 'drawn again');
    await opened.tell({ type: 'picture' });
    const saved = (await opened.told()).at(-1);
    ok(saved?.type === 'picture' && !saved.svg.includes('pinned-top" transform'));
  });

  it('timeline: the list says the same, and opens by the keyboard', async function () {
    const opened = await open('timeline');
    if (!opened) return this.skip('no browser was found');
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
    if (!opened) return this.skip('no browser was found');
    await opened.page.selectOption('#by', 'tag');
    deepEqual((await opened.told()).at(-1), { type: 'by', by: 'tag' });
    await opened.tell({ ...months, listed: true });
    deepEqual(await opened.page.locator('#list tr').allInnerTexts(), [
      'Post\t2007\t2008\tUndated\tTotal',
      'MUSCAT\t4\t1\t0\t5',
    ]);
    deepEqual(await opened.violations(), []);
  });

  it('months: says the number of a bar to the pointer and to the keyboard', async function () {
    const opened = await open('months');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    equal(await page.innerText('#legend'), monthsWords.hint);
    await page.hover('.month >> nth=0');
    equal(await page.innerText('#legend'), 'MUSCAT, January 2007: 1 cable');
    await page.mouse.move(0, 0);
    equal(await page.innerText('#legend'), monthsWords.hint);
    await page.focus('.month[tabindex="0"]');
    await page.keyboard.press('End');
    equal(await page.innerText('#legend'), 'MUSCAT, November 2008: 1 cable');
    await page.keyboard.press('ArrowLeft');
    ok(!(await page.innerText('#legend')).includes('2008'));
  });

  it('months: arrow keys go from row to row', async function () {
    const opened = await open('manyMonths');
    if (!opened) return this.skip('no browser was found');
    const { page } = opened;
    await page.focus('.month[tabindex="0"]');
    const first = await page.innerText('#legend');
    await page.keyboard.press('ArrowDown');
    const second = await page.innerText('#legend');
    ok(second !== first && !second.startsWith(first.slice(0, 5)), second);
    deepEqual(await opened.violations(), []);
  });

  it('reading: a link opens the cited cable, by a click and by Enter', async function () {
    const opened = await open('reading');
    if (!opened) return this.skip('no browser was found');
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
    if (!opened) return this.skip('no browser was found');
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
