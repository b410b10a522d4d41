import { adopt, element, keepInSight, vscode } from '../page/browser';
import type { FromView, ShowMonths, ToView } from '../page/messages';
import { timelineStyle } from '../timeline/style';
import { byYear, drawMonths } from './svg';

const picture = element('picture');
const list = element('list');
const summary = element('summary');
const by = element<HTMLSelectElement>('by');
const listed = element<HTMLButtonElement>('listed');
const save = element<HTMLButtonElement>('save');

let shown: ShowMonths | null = null;

const tell = (message: FromView) => vscode.postMessage(message);

adopt(timelineStyle);
const pin = keepInSight(picture);
by.addEventListener('change', () => tell({ type: 'by', by: by.value === 'tag' ? 'tag' : 'post' }));
listed.addEventListener('click', () => tell({ type: 'listed', listed: listed.ariaPressed !== 'true' }));
save.addEventListener('click', () => tell({ type: 'save' }));
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.type === 'months') show(data);
  if (data.type === 'picture' && shown) tell({ type: 'picture', svg: drawMonths(shown.series, shown.words) });
});
tell({ type: 'ready' });

function show(message: ShowMonths): void {
  shown = message;
  const { series, by: chosen, listed: isListed, words } = message;
  by.value = chosen;
  summary.textContent = words.summary;
  listed.ariaPressed = String(isListed);
  list.hidden = !isListed;
  picture.hidden = isListed;
  const isFirst = picture.childElementCount === 0;
  picture.innerHTML = drawMonths(series, words);
  // An archive has most of its latest years, as a rule.
  if (isFirst) picture.scrollLeft = picture.scrollWidth;
  pin();
  list.replaceChildren(table({ series, words }));
}

/** The same by year, for those who do not see the picture and for those who would rather read numbers. */
function table({ series, words }: Pick<ShowMonths, 'series' | 'words'>): HTMLTableElement {
  const { years, rows } = byYear(series);
  const whole = document.createElement('table');
  const head = whole.createTHead().insertRow();
  for (const column of [words.group, ...years.map(String)]) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = whole.createTBody();
  for (const { key, counts } of rows) {
    const row = body.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = key;
    row.append(name);
    for (const count of counts) row.insertCell().textContent = String(count);
  }
  return whole;
}
