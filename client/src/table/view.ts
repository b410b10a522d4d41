import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type PartialKeys,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { Facet } from '../../../server/src/lsp/messages';
import { element, remember, vscode } from '../page/browser';
import { dayIn, numberIn } from '../page/words';
import { FIELDS, isChosen, toggled } from './facets';
import type { ColumnName, FromTable, ShownRow, ShowRows, ShowTable, ToTable } from './messages';
import { Selection } from './selection';

/** The height of a row in pixels, as the style sheet has it. */
const ROW = 26;

/** Rows are asked for in pages. */
const PAGE = 200;

/** Pages that are kept; the farthest from what is shown go first. */
const PAGES = 40;

/** Rows that are drawn beyond what is seen, so that scrolling finds them there. */
const OVERSCAN = 30;

/** The columns that the table can be sorted by. */
const SORTED: Partial<Record<ColumnName, ShowTable['order']['by']>> = {
  date: 'date',
  id: 'id',
  classification: 'classification',
  from: 'from',
  subject: 'subject',
  citedBy: 'citedBy',
};

/** The columns with words of cables. */
const OF_CABLES: ReadonlySet<ColumnName> = new Set(['id', 'classification', 'from', 'subject']);

const query = element<HTMLInputElement>('query');
const summary = element('summary');
const facets = element('facets');
const grid = element('grid');
const head = element('head');
const body = element('body');
const locale = document.documentElement.lang || undefined;

/** As the style sheet has it: facets stand above the rows then, and have room for their names alone. */
const narrow = matchMedia('(max-width: 760px)');

let shown: ShowTable | null = null;
/** Rows by page, of what is shown now. */
let pages = new Map<number, readonly ShownRow[]>();
const asked = new Set<number>();
const selection = new Selection();

const tell = (message: FromTable) => vscode.postMessage(message);

type Options = PartialKeys<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;

const options = (count: number): VirtualizerOptions<HTMLElement, HTMLElement> => {
  const own: Options = {
    count,
    getScrollElement: () => grid,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    // The head stays at the top of what scrolls.
    scrollPaddingStart: ROW,
    onChange: () => draw(),
  };
  return { observeElementRect, observeElementOffset, scrollToFn: elementScroll, ...own };
};
const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options(0));
virtualizer._didMount();
virtualizer._willUpdate();

narrow.addEventListener('change', () => {
  for (const each of facets.querySelectorAll('details')) each.open = !narrow.matches;
});
query.form?.addEventListener('submit', event => event.preventDefault());
// Enter, and the cross that empties the field.
query.addEventListener('search', () => tell({ type: 'query', query: query.value.trim() }));
for (const name of ['copy', 'export', 'save'] as const)
  element(name).addEventListener('click', () => tell({ type: name }));
grid.addEventListener('keydown', onKey);
body.addEventListener('click', onClick);
body.addEventListener('dblclick', event => {
  const row = rowAt(event);
  if (row !== null) tell({ type: 'open', row });
});
window.addEventListener('message', ({ data }: MessageEvent<ToTable>) => {
  if (data.type === 'table') show(data);
  else if (data.type === 'rows') take(data);
});
tell({ type: 'ready' });

function show(message: ShowTable): void {
  const isOther = message.version !== shown?.version;
  const isOtherQuery = message.query !== shown?.query;
  shown = message;
  remember(message.state);
  if (document.activeElement !== query || isOtherQuery) query.value = message.query;
  summary.textContent = message.summary;
  query.ariaInvalid = String(message.isProblem);
  grid.setAttribute('aria-rowcount', String(message.total + 1));
  drawHead(message);
  drawFacets(message);
  if (isOther) {
    pages = new Map();
    asked.clear();
    if (isOtherQuery) {
      selection.clear();
      grid.scrollTop = 0;
    }
    selection.limit(message.total);
    tellSelected();
  }
  virtualizer.setOptions(options(message.total));
  virtualizer._willUpdate();
  virtualizer.measure();
  draw();
}

function take({ version, from, rows }: ShowRows): void {
  if (version !== shown?.version) return;
  const page = from / PAGE;
  pages.set(page, rows);
  asked.delete(page);
  const far = (one: number) => Math.abs(one - page);
  for (const one of [...pages.keys()].sort((a, b) => far(b) - far(a))) {
    if (pages.size <= PAGES) break;
    pages.delete(one);
  }
  draw();
}

function rowOf(index: number): ShownRow | null {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
}

/** Asks for the pages around what is seen that are not here. */
function fetchAround(items: readonly VirtualItem[]): void {
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  if (!shown || first === undefined || last === undefined) return;
  const to = Math.floor(Math.min(shown.total - 1, last + PAGE) / PAGE);
  for (let page = Math.floor(Math.max(0, first - PAGE) / PAGE); page <= to; page++) {
    if (pages.has(page) || asked.has(page)) continue;
    asked.add(page);
    tell({ type: 'rows', version: shown.version, from: page * PAGE, limit: PAGE });
  }
}

/** Draws the rows that are seen, and some around them. */
function draw(): void {
  const message = shown;
  if (!message) return;
  const items = virtualizer.getVirtualItems();
  fetchAround(items);
  body.style.height = `${virtualizer.getTotalSize()}px`;
  body.replaceChildren(...items.map(item => drawRow(message, item)));
  const active = selection.active;
  if (active !== null && document.getElementById(`row-${active}`))
    grid.setAttribute('aria-activedescendant', `row-${active}`);
  else grid.removeAttribute('aria-activedescendant');
}

function columnsOf({ hasFolders }: ShowTable): readonly ColumnName[] {
  const columns: ColumnName[] = ['date', 'id', 'classification', 'from', 'tags', 'subject', 'citedBy'];
  return hasFolders ? [...columns, 'folder'] : columns;
}

function drawHead(message: ShowTable): void {
  const focused = (document.activeElement as HTMLElement | null)?.dataset.column;
  const columns = columnsOf(message);
  grid.setAttribute('aria-colcount', String(columns.length));
  const row = document.createElement('div');
  row.role = 'row';
  row.className = 'row';
  row.ariaRowIndex = '1';
  for (const column of columns) {
    const cell = document.createElement('div');
    cell.role = 'columnheader';
    cell.className = `cell ${column}`;
    cell.title = message.words.columns[column];
    const by = SORTED[column];
    if (!by) cell.textContent = message.words.columns[column];
    else {
      const isSorted = message.order.by === by;
      cell.ariaSort = isSorted ? (message.order.descending ? 'descending' : 'ascending') : 'none';
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.column = column;
      button.textContent = message.words.columns[column];
      button.addEventListener('click', () =>
        tell({
          type: 'order',
          order: { by, descending: isSorted ? !message.order.descending : by === 'citedBy' || by === 'date' },
        }),
      );
      cell.append(button);
    }
    row.append(cell);
  }
  head.replaceChildren(row);
  if (focused) head.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
}

function drawRow(message: ShowTable, { index, start }: VirtualItem): HTMLElement {
  const line = document.createElement('div');
  const row = rowOf(index);
  line.id = `row-${index}`;
  line.role = 'row';
  line.className = `row${index % 2 === 1 ? ' odd' : ''}${index === selection.active ? ' active' : ''}`;
  line.ariaRowIndex = String(index + 2);
  line.ariaSelected = String(selection.has(index));
  line.style.transform = `translateY(${start}px)`;
  for (const column of columnsOf(message)) {
    const cell = document.createElement('div');
    cell.role = 'gridcell';
    cell.className = `cell ${column}`;
    const text = row ? textOf(message, row, column) : column === 'subject' ? message.words.waiting : '';
    cell.textContent = text;
    if (text !== '') cell.title = column === 'tags' && row ? codesOf(row) : text;
    if (row?.entry && OF_CABLES.has(column)) cell.lang = 'en';
    line.append(cell);
  }
  return line;
}

function textOf({ words }: ShowTable, row: ShownRow, column: ColumnName): string {
  const { entry } = row;
  switch (column) {
    case 'id':
      return row.mrn ?? '';
    case 'citedBy':
      return row.citedBy === 0 ? '' : numberIn(row.citedBy, locale);
    case 'folder':
      return row.folder;
    case 'subject':
      return entry ? (entry.subject ?? '') : words.absent;
    case 'date':
      return entry?.instant == null ? '' : dayIn(entry.instant, locale);
    case 'classification':
      return entry
        ? [entry.classification ?? '', ...entry.captions].filter(word => word !== '').join(' ')
        : '';
    case 'from':
      return entry?.from ?? '';
    case 'tags':
      return (entry?.tags ?? []).map((code, i) => row.tags[i] || code).join('; ');
  }
}

/** Codes with what they mean, a line each. */
function codesOf({ entry, tags }: ShownRow): string {
  return (entry?.tags ?? []).map((code, i) => (tags[i] ? `${code} ${tags[i]}` : code)).join('\n');
}

function drawFacets(message: ShowTable): void {
  const before = new Map([...facets.querySelectorAll('details')].map(one => [one.dataset.by, one.open]));
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement ? activeElement.dataset.key : undefined;
  facets.replaceChildren(
    ...message.facets.map(facet => drawFacet(message, facet, before.get(facet.by) ?? !narrow.matches)),
  );
  if (focused !== undefined)
    for (const button of facets.querySelectorAll('button'))
      if (button.dataset.key === focused) button.focus();
}

function drawFacet(
  { words, query: text }: ShowTable,
  { by, groups, total }: Facet,
  isOpen: boolean,
): HTMLElement {
  const details = document.createElement('details');
  details.open = isOpen;
  details.dataset.by = by;
  const title = document.createElement('summary');
  title.textContent = `${words.facets[by]} (${numberIn(total, locale)})`;
  const list = document.createElement('ul');
  for (const { key, count, words: meaning } of groups) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.key = `${FIELDS[by]}:${key}`;
    button.ariaPressed = String(isChosen(text, by, key));
    const name = document.createElement('span');
    name.textContent = [key || words.unknown, meaning].filter(part => part !== '').join(' · ');
    name.title = name.textContent;
    const number = document.createElement('span');
    number.className = 'count';
    number.textContent = numberIn(count, locale);
    button.append(name, ' ', number);
    button.addEventListener('click', () => tell({ type: 'query', query: toggled(text, by, key) }));
    item.append(button);
    list.append(item);
  }
  details.append(title, list);
  return details;
}

function rowAt(event: Event): number | null {
  const row = (event.target as Element).closest('[role=row]');
  return row ? Number(row.id.slice('row-'.length)) : null;
}

function onClick(event: MouseEvent): void {
  const row = rowAt(event);
  if (row === null) return;
  if (event.shiftKey) selection.extendTo(row);
  else if (event.ctrlKey || event.metaKey) selection.toggle(row);
  else selection.only(row);
  changed();
}

/** The keys of a grid: arrows, pages and ends move, with Shift they select, the space bar toggles, Enter opens. */
function onKey(event: KeyboardEvent): void {
  if (event.target !== grid || !shown || shown.total === 0) return;
  const { key, shiftKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  const page = Math.max(1, Math.floor(grid.clientHeight / ROW) - 2);
  const active = selection.active;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (active ?? -1) + 1,
    ArrowUp: (active ?? 1) - 1,
    PageDown: (active ?? 0) + page,
    PageUp: (active ?? 0) - page,
    Home: 0,
    End: shown.total - 1,
  };
  const target = to[key];
  if (target !== undefined) {
    const row = Math.max(0, Math.min(shown.total - 1, target));
    if (shiftKey) selection.extendTo(row);
    else if (isControl) selection.moveTo(row);
    else selection.only(row);
    virtualizer.scrollToIndex(row, { align: 'auto' });
  } else if (key === ' ' && active !== null) selection.toggle(active);
  else if (key === 'Enter' && active !== null) tell({ type: 'open', row: active });
  else if (isControl && key.toLowerCase() === 'a') selection.all(shown.total);
  else if (isControl && key.toLowerCase() === 'c') tell({ type: 'copy' });
  else if (key === 'Escape') selection.clear();
  else return;
  event.preventDefault();
  changed();
}

function changed(): void {
  tellSelected();
  draw();
}

function tellSelected(): void {
  tell({ type: 'selected', rows: selection.rows() });
}
