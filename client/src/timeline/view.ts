import type { UnfoldedCable } from '../../../server/src/lsp/messages';
import { adopt, element, keepInSight, remember, vscode, whenWidthChanges } from '../page/browser';
import type { FromView, ShowTimeline, ToView } from '../page/messages';
import { dayIn } from '../page/words';
import { type Bin, keyOf } from './bins';
import { edgesOf } from './edges';
import { type Layout, layOut, type PlacedCable, SIZES, type Unfolded } from './layout';
import { timelineStyle } from './style';
import { describeBin, drawEdges, drawTimeline, headingOf, legendOf } from './svg';

const picture = element('picture');
const list = element('list');
const summary = element('summary');
const legend = element('legend');
const depth = element<HTMLSelectElement>('depth');
const listed = element<HTMLButtonElement>('listed');
const save = element<HTMLButtonElement>('save');
const locale = document.documentElement.lang || undefined;

let shown: ShowTimeline | null = null;
/** Where everything stands: laid out once, for the keyboard asks at each press. */
let layout: Layout | null = null;
/** The width of the picture when it was seen last: a list shows the same groups. */
let width = 0;
let unfolded: Unfolded = new Map();
/** The cable, by its id, or the group, by its key, that has the keyboard, and whose arrows are shown. */
let chosen: string | null = null;

const tell = (message: FromView) => vscode.postMessage(message);

adopt(timelineStyle);
const pin = keepInSight(picture);
depth.addEventListener('change', () => tell({ type: 'depth', depth: Number(depth.value) }));
listed.addEventListener('click', () => tell({ type: 'listed', listed: listed.ariaPressed !== 'true' }));
save.addEventListener('click', () => tell({ type: 'save' }));
for (const part of [picture, list]) part.addEventListener('click', event => act(keyAt(event.target)));
picture.addEventListener('focusin', event => choose(keyAt(event.target)));
picture.addEventListener('keydown', onKey);
list.addEventListener('keydown', event => {
  const key = event.key === 'Escape' ? keyAt(event.target) : null;
  if (key !== null) fold(key);
});
whenWidthChanges(picture, redraw);
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.type === 'timeline') show(data);
  if (data.type === 'group') {
    unfolded = new Map([...unfolded, [data.key, data]]);
    redraw();
  }
  if (data.type === 'picture' && shown) tell({ type: 'picture', svg: draw(shown) });
});
tell({ type: 'ready' });

function show(message: ShowTimeline): void {
  const isAnother = shown?.mrn !== message.mrn;
  const isSame = !isAnother && shown?.depth === message.depth;
  // What is unfolded stays so, and is asked for again: there may be more by now.
  const before = isSame ? [...unfolded.keys()] : [];
  shown = message;
  remember(message.state);
  if (!isSame) unfolded = new Map();
  if (isAnother) chosen = null;
  depth.value = String(message.depth);
  summary.textContent = message.words.summary;
  listed.ariaPressed = String(message.listed);
  list.hidden = !message.listed;
  picture.hidden = message.listed;
  redraw();
  for (const { bin } of layout?.bins ?? [])
    if (before.includes(keyOf(bin))) tell({ type: 'unfold', group: rangeOf(bin) });
  // A picture that only changed stays where the user has scrolled it to.
  if (isAnother) picture.scrollTo(0, 0);
}

/** Lays out and draws anew what is shown; the keyboard stays where it was. */
function redraw(): void {
  if (!shown) return;
  const hadFocus = picture.contains(document.activeElement) && document.activeElement !== picture;
  const inList = list.contains(document.activeElement) ? keyAt(document.activeElement) : null;
  width = picture.clientWidth || width || list.clientWidth;
  layout = layOut(shown.timeline, width, unfolded, locale);
  legend.textContent = isEmpty(shown) ? '' : legendOf(layout, shown.words);
  if (isEmpty(shown)) picture.replaceChildren(emptyNote(shown));
  else picture.innerHTML = draw(shown);
  pin();
  if (hadFocus) picture.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  list.replaceChildren(isEmpty(shown) ? emptyNote(shown) : table(shown, layout));
  if (inList !== null) elementOf(list, inList)?.focus({ preventScroll: true });
}

function draw({ timeline, words }: ShowTimeline): string {
  return layout ? drawTimeline(layout, edgesOf(timeline, layout, chosen), words, chosen, locale) : '';
}

/** Whether there is nothing beside the open cable. */
function isEmpty({ timeline }: ShowTimeline): boolean {
  return timeline.cables.length < 2 && timeline.groups.length === 0;
}

function emptyNote({ words }: ShowTimeline): HTMLElement {
  const note = document.createElement('p');
  note.className = 'empty';
  note.textContent = words.empty;
  return note;
}

/** The same as a table, for those who do not see the picture and for those who would rather read. */
function table({ timeline, words }: ShowTimeline, { cables, bins, headings }: Layout): HTMLTableElement {
  const whole = document.createElement('table');
  const head = whole.createTHead().insertRow();
  for (const column of words.columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const citedOf = (index: number) =>
    timeline.citations.flatMap(([from, to]) => (from === index ? (timeline.cables[to]?.mrn ?? []) : []));
  const body = whole.createTBody();
  if (bins.length === 0)
    for (const [index, placed] of cables.entries()) addRow(body, placed, citedOf(index), words);
  else if (cables[0]) addRow(body, cables[0], [], words);
  let next = 1;
  for (const { bin, unfolded: isUnfolded } of bins) {
    const group = whole.createTBody();
    const cell = document.createElement('th');
    cell.colSpan = words.columns.length;
    cell.scope = 'rowgroup';
    const button = document.createElement('button');
    button.dataset.key = keyOf(bin);
    button.ariaExpanded = String(isUnfolded);
    button.textContent = describeBin(bin, words, locale);
    cell.append(button);
    group.insertRow().append(cell);
    const heading = headings.find(each => each.bin === bin);
    if (!heading) continue;
    for (const placed of cables.slice(next, next + heading.shown))
      addRow(group, placed, citesOf(placed.cable), words);
    next += heading.shown;
    if (heading.shown === heading.total) continue;
    const note = group.insertRow().insertCell();
    note.colSpan = words.columns.length;
    note.textContent = headingOf(heading, words, locale);
  }
  return whole;
}

function citesOf(cable: PlacedCable['cable'] | UnfoldedCable): readonly string[] {
  return 'cites' in cable ? cable.cites.map(({ mrn }) => mrn) : [];
}

function addRow(
  body: HTMLTableSectionElement,
  { cable }: PlacedCable,
  cited: readonly string[],
  words: ShowTimeline['words'],
): void {
  const row = body.insertRow();
  const name = document.createElement('button');
  name.textContent = cable.mrn;
  name.dataset.key = cable.mrn;
  row.insertCell().append(name);
  const when = row.insertCell();
  when.textContent = cable.instant === null ? String(cable.year) : dayIn(cable.instant, locale);
  when.className = 'date';
  for (const [text, isOfCable] of [
    [cable.place ? (cable.classification ?? '') : words.absent, cable.place !== null],
    [cable.subject ?? '', true],
    [cited.join(', '), true],
  ] as const) {
    const cell = row.insertCell();
    cell.textContent = text;
    if (isOfCable) cell.lang = 'en';
  }
}

/** The key of the cable or group that an element belongs to. */
function keyAt(target: EventTarget | null): string | null {
  const at = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-key]') : null;
  return at?.dataset.key ?? null;
}

function elementOf(part: HTMLElement, key: string): HTMLElement | SVGElement | undefined {
  return [...part.querySelectorAll<HTMLElement | SVGElement>('[data-key]')].find(
    each => each.dataset.key === key,
  );
}

/** Opens a cable, or folds and unfolds a group. */
function act(key: string | null): void {
  if (key === null || !layout) return;
  choose(key);
  const cable = layout.cables.find(each => each.cable.mrn === key)?.cable;
  if (cable) tell(cable.place ? { type: 'open', place: cable.place } : { type: 'absent', mrn: cable.mrn });
  else if (unfolded.has(key)) fold(key);
  else {
    const bin = layout.bins.find(each => keyOf(each.bin) === key)?.bin;
    if (bin) tell({ type: 'unfold', group: rangeOf(bin) });
  }
}

/** Folds a group, or the one that a cable is in, and gives it the keyboard. */
function fold(key: string): void {
  const cable = layout?.cables.find(each => each.cable.mrn === key)?.cable;
  const group = layout?.bins.find(({ bin, unfolded: isUnfolded }) =>
    cable
      ? isUnfolded && bin.post === cable.post && bin.from <= cable.year && cable.year <= bin.to
      : keyOf(bin) === key,
  );
  if (!group || cable?.side === 'open') return;
  chosen = keyOf(group.bin);
  unfolded = new Map([...unfolded].filter(([each]) => each !== chosen));
  const inList = list.contains(document.activeElement);
  redraw();
  if (inList) elementOf(list, chosen)?.focus();
  else focus(chosen);
}

function rangeOf({ post, from, to }: Bin) {
  return { post, from, to };
}

/** Shows the arrows of a cable or group, and lets the Tab key come back to it. */
function choose(key: string | null): void {
  if (key === null || key === chosen || !shown || !layout) return;
  chosen = key;
  for (const each of picture.querySelectorAll<SVGElement>('[data-key]'))
    each.tabIndex = each.dataset.key === key ? 0 : -1;
  const edges = picture.querySelector('.edges');
  if (edges) edges.outerHTML = drawEdges(edgesOf(shown.timeline, layout, chosen));
}

/** One cable or group of the picture has the keyboard; arrow keys give it to the nearest one on that side. */
function onKey(event: KeyboardEvent): void {
  const key = keyAt(event.target);
  if (key === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') act(key);
  else if (event.key === 'Escape') fold(key);
  else if (event.key === 'Home') focus(layout?.cables[0]?.cable.mrn ?? key);
  else {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    focus(nearest(key, direction));
  }
  event.preventDefault();
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What lies nearest on one side; a way across that side counts double. */
function nearest(key: string, [dx, dy]: readonly [number, number]): string {
  const places = [
    ...(layout?.cables.map(({ x, y, cable }) => ({ x, y, key: cable.mrn })) ?? []),
    ...(layout?.bins.map(({ x, y, bin }) => ({ x, y, key: keyOf(bin) })) ?? []),
  ];
  const from = places.find(place => place.key === key);
  if (!from) return key;
  let best = key;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const across = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    if (along <= 0 || along + 2 * across >= least) continue;
    least = along + 2 * across;
    best = place.key;
  }
  return best;
}

function focus(key: string): void {
  const found = elementOf(picture, key);
  if (!found) return;
  found.focus({ preventScroll: true });
  // The dates lie over what would else be seen at the upper edge.
  const { top, bottom } = found.getBoundingClientRect();
  const frame = picture.getBoundingClientRect();
  if (top < frame.top + SIZES.top) picture.scrollTop -= frame.top + SIZES.top - top;
  else if (bottom > frame.top + picture.clientHeight)
    picture.scrollTop += bottom - frame.top - picture.clientHeight;
}
