import { showDay } from '../../../server/src/text/dates';
import { adopt, element, keepInSight, vscode } from '../page/browser';
import type { FromView, ShowTimeline, ToView } from '../page/messages';
import { type Layout, layOut } from './layout';
import { timelineStyle } from './style';
import { drawTimeline, legendOf } from './svg';

const picture = element('picture');
const list = element('list');
const summary = element('summary');
const legend = element('legend');
const depth = element<HTMLSelectElement>('depth');
const listed = element<HTMLButtonElement>('listed');
const save = element<HTMLButtonElement>('save');

let shown: ShowTimeline | null = null;
/** Where the cables shown stand: laid out once, for the keyboard asks at each press. */
let layout: Layout = layOut({ cables: [], citations: [], truncated: false });

const tell = (message: FromView) => vscode.postMessage(message);

adopt(timelineStyle);
const pin = keepInSight(picture);
depth.addEventListener('change', () => tell({ type: 'depth', depth: Number(depth.value) }));
listed.addEventListener('click', () => tell({ type: 'listed', listed: listed.ariaPressed !== 'true' }));
save.addEventListener('click', () => tell({ type: 'save' }));
picture.addEventListener('click', event => open(cableAt(event.target)));
picture.addEventListener('keydown', onKey);
list.addEventListener('click', event => open(cableAt(event.target)));
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.type === 'timeline') show(data);
  if (data.type === 'picture' && shown) tell({ type: 'picture', svg: draw(shown) });
});
tell({ type: 'ready' });

function show(message: ShowTimeline): void {
  const isAnother = shown?.timeline.cables[0]?.mrn !== message.timeline.cables[0]?.mrn;
  shown = message;
  layout = layOut(message.timeline);
  const { timeline, words } = message;
  depth.value = String(message.depth);
  summary.textContent = words.summary;
  legend.textContent = legendOf(timeline, words);
  listed.ariaPressed = String(message.listed);
  list.hidden = !message.listed;
  picture.hidden = message.listed;
  picture.innerHTML = draw(message);
  pin();
  list.replaceChildren(table(message));
  // A picture that only changed stays where the user has scrolled it to.
  if (isAnother) picture.querySelector('.open')?.scrollIntoView({ block: 'center', inline: 'center' });
}

function draw({ timeline, words }: ShowTimeline): string {
  return timeline.cables.length > 0 ? drawTimeline(timeline, layout, words) : '';
}

/** The same as a table, for those who do not see the picture and for those who would rather read. */
function table({ timeline, words }: ShowTimeline): HTMLTableElement {
  const whole = document.createElement('table');
  const head = whole.createTHead().insertRow();
  for (const column of words.columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = whole.createTBody();
  for (const [index, cable] of timeline.cables.entries()) {
    const row = body.insertRow();
    const name = document.createElement(cable.place ? 'button' : 'span');
    name.textContent = cable.mrn;
    name.dataset.index = String(index);
    row.insertCell().append(name);
    const cited = timeline.citations.flatMap(([from, to]) =>
      from === index ? (timeline.cables[to]?.mrn ?? []) : [],
    );
    const date = cable.instant === null ? String(cable.year) : showDay(cable.instant);
    const when = row.insertCell();
    when.textContent = date;
    when.className = 'date';
    for (const text of [
      cable.place ? (cable.classification ?? '') : words.absent,
      cable.subject ?? '',
      cited.join(', '),
    ])
      row.insertCell().textContent = text;
  }
  return whole;
}

function cableAt(target: EventTarget | null): number {
  const at = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-index]') : null;
  return at ? Number(at.dataset.index) : -1;
}

function open(index: number): void {
  const place = shown?.timeline.cables[index]?.place;
  if (place) tell({ type: 'open', place });
}

/** One cable of the picture has the keyboard; arrow keys give it to the nearest one on that side, Enter opens. */
function onKey(event: KeyboardEvent): void {
  const index = cableAt(event.target);
  if (index < 0) return;
  if (event.key === 'Enter' || event.key === ' ') open(index);
  else if (event.key === 'Home') focus(0);
  else {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    focus(nearest(index, direction));
  }
  event.preventDefault();
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The cable that lies nearest on one side; a way across that side counts double. */
function nearest(index: number, [dx, dy]: readonly [number, number]): number {
  const { points } = layout;
  const from = points[index];
  if (!from) return index;
  let best = index;
  let least = Number.POSITIVE_INFINITY;
  for (const [other, point] of points.entries()) {
    const along = (point.x - from.x) * dx + (point.y - from.y) * dy;
    const across = Math.abs((point.x - from.x) * dy) + Math.abs((point.y - from.y) * dx);
    if (other === index || along <= 0 || along + 2 * across >= least) continue;
    least = along + 2 * across;
    best = other;
  }
  return best;
}

function focus(index: number): void {
  for (const cable of picture.querySelectorAll<SVGElement>('[data-index]')) {
    const chosen = Number(cable.dataset.index) === index;
    cable.tabIndex = chosen ? 0 : -1;
    if (!chosen) continue;
    cable.focus();
    cable.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
