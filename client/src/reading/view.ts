import { adopt, element, remember, vscode } from '../page/browser';
import type { FromView, ToView } from '../page/messages';
import { pageHtml } from './html';
import { pageStyle } from './style';

/** How long the page is left alone after it was scrolled from outside, so that two views do not pull at each other; ms. */
const REST = 250;

const main = element('page');
let scrolledUntil = 0;

const tell = (message: FromView) => vscode.postMessage(message);

adopt(pageStyle);
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.type === 'page') {
    main.innerHTML = pageHtml(data.page, data.words);
    remember(data.state);
  }
  if (data.type === 'reveal') reveal(data.line);
});
main.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-uri]') : null;
  if (!link) return;
  event.preventDefault();
  const [line = 0, character = 0] = (link.dataset.start ?? '').split(':').map(Number);
  const start = { line, character };
  tell({ type: 'open', place: { uri: link.dataset.uri ?? '', range: { start, end: start } } });
});
main.addEventListener('dblclick', event => {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
  if (line) tell({ type: 'line', line: Number(line.dataset.line) });
});
window.addEventListener('scroll', () => {
  if (performance.now() < scrolledUntil) return;
  const line = topLine();
  if (line !== null) tell({ type: 'scrolled', line });
});
tell({ type: 'ready' });

/** Shows the line of the text, or the nearest before it that the page has. */
function reveal(line: number): void {
  let found: HTMLElement | null = null;
  for (const at of main.querySelectorAll<HTMLElement>('[data-line]')) {
    if (Number(at.dataset.line) > line) break;
    found = at;
  }
  scrolledUntil = performance.now() + REST;
  if (found?.closest('header') || !found) window.scrollTo({ top: 0 });
  else window.scrollTo({ top: found.getBoundingClientRect().top + window.scrollY - 12 });
}

/** The first line of the text whose words are in sight. */
function topLine(): number | null {
  for (const at of main.querySelectorAll<HTMLElement>('.line'))
    if (at.getBoundingClientRect().bottom > 0) return Number(at.dataset.line);
  return null;
}
