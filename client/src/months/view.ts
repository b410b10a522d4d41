import { adopt, element, keepInSight, remember, vscode, whenWidthChanges } from '../page/browser';
import type { FromView, ShowMonths, ToView } from '../page/messages';
import { numberIn } from '../page/words';
import { timelineStyle } from '../timeline/style';
import { type Bar, barAt, byYear, type Chart, chartOf, describeBar, drawMonths, keyOfBar } from './svg';

const picture = element('picture');
const list = element('list');
const summary = element('summary');
const value = element('legend');
const by = element<HTMLSelectElement>('by');
const listed = element<HTMLButtonElement>('listed');
const save = element<HTMLButtonElement>('save');
const locale = document.documentElement.lang || undefined;

let shown: ShowMonths | null = null;
let chart: Chart | null = null;
/** The bar that has the keyboard. */
let reached: string | null = null;

const tell = (message: FromView) => vscode.postMessage(message);

adopt(timelineStyle);
const pin = keepInSight(picture);
by.addEventListener('change', () => tell({ type: 'by', by: by.value === 'tag' ? 'tag' : 'post' }));
listed.addEventListener('click', () => tell({ type: 'listed', listed: listed.ariaPressed !== 'true' }));
save.addEventListener('click', () => tell({ type: 'save' }));
picture.addEventListener('pointermove', event => {
  const frame = picture.getBoundingClientRect();
  const at = chart && barAt(chart, event.clientX - frame.left, event.clientY - frame.top + picture.scrollTop);
  say(at);
});
picture.addEventListener('pointerleave', () => say(null));
picture.addEventListener('focusin', event => {
  const bar = barOf(event.target);
  if (!bar) return;
  reached = keyOfBar(bar);
  say(bar);
});
picture.addEventListener('focusout', () => say(null));
picture.addEventListener('keydown', onKey);
whenWidthChanges(picture, redraw);
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.type === 'months') show(data);
  if (data.type === 'picture' && shown) tell({ type: 'picture', svg: draw(shown) });
});
tell({ type: 'ready' });

function show(message: ShowMonths): void {
  if (message.by !== shown?.by) reached = null;
  shown = message;
  remember(message.state);
  by.value = message.by;
  summary.textContent = message.words.summary;
  listed.ariaPressed = String(message.listed);
  list.hidden = !message.listed;
  picture.hidden = message.listed;
  redraw();
  list.replaceChildren(message.series.length > 0 ? table(message) : emptyNote(message));
}

function redraw(): void {
  if (!shown) return;
  const hadFocus = picture.contains(document.activeElement) && document.activeElement !== picture;
  if (picture.clientWidth > 0 || !chart)
    chart = chartOf(shown.series, picture.clientWidth || list.clientWidth);
  if (chart) picture.innerHTML = draw(shown);
  else picture.replaceChildren(emptyNote(shown));
  say(null);
  pin();
  if (hadFocus) picture.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
}

function draw({ series, words }: ShowMonths): string {
  return chart ? drawMonths(series, chart, words, reached, locale) : '';
}

function emptyNote({ words }: ShowMonths): HTMLElement {
  const note = document.createElement('p');
  note.className = 'empty';
  note.textContent = words.empty;
  return note;
}

/** Says what a bar stands for; without one, how to learn it. */
function say(bar: Bar | null): void {
  if (!shown) return;
  const { series, words } = shown;
  value.textContent = bar && chart ? describeBar(series, chart, bar, words, locale) : chart ? words.hint : '';
}

function barOf(target: EventTarget | null): Bar | null {
  const key = target instanceof SVGElement ? target.dataset.key : undefined;
  return chart?.bars.find(bar => keyOfBar(bar) === key) ?? null;
}

/** Arrow keys go from bar to bar, in time and from row to row; Home and End to the ends of a row. */
function onKey(event: KeyboardEvent): void {
  const bar = barOf(event.target);
  if (!bar || !chart) return;
  const inRow = (row: number) => chart?.bars.filter(each => each.row === row) ?? [];
  const row = inRow(bar.row);
  const index = row.indexOf(bar);
  const nearestIn = (number: number) =>
    inRow(number).reduce<Bar | undefined>(
      (best, each) => (!best || Math.abs(each.at - bar.at) < Math.abs(best.at - bar.at) ? each : best),
      undefined,
    );
  const rows = [...new Set(chart.bars.map(each => each.row))];
  const at = rows.indexOf(bar.row);
  const to: Readonly<Record<string, Bar | undefined>> = {
    ArrowLeft: row[index - 1],
    ArrowRight: row[index + 1],
    ArrowUp: nearestIn(rows[at - 1] ?? -1),
    ArrowDown: nearestIn(rows[at + 1] ?? -1),
    Home: row[0],
    End: row.at(-1),
  };
  if (!(event.key in to)) return;
  event.preventDefault();
  const next = to[event.key];
  if (!next) return;
  for (const each of picture.querySelectorAll<SVGElement>('.month')) {
    const isNext = each.dataset.key === keyOfBar(next);
    each.tabIndex = isNext ? 0 : -1;
    if (isNext) each.focus();
  }
}

/** The same by year, for those who do not see the picture and for those who would rather read numbers. */
function table({ series, words }: Pick<ShowMonths, 'series' | 'words'>): HTMLTableElement {
  const { years, rows } = byYear(series);
  const whole = document.createElement('table');
  whole.className = 'numbers';
  const head = whole.createTHead().insertRow();
  for (const column of [words.group, ...years.map(String), words.undatedColumn, words.total]) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = whole.createTBody();
  for (const { key, counts, undated, total } of rows) {
    const row = body.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = key;
    row.append(name);
    for (const count of [...counts, undated, total]) row.insertCell().textContent = numberIn(count, locale);
  }
  return whole;
}
