import { PINNED } from '../timeline/svg';

/** What VS Code offers to a webview's page. */
interface VsCode {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** May be called only once per page. */
export const vscode = acquireVsCodeApi();

/** An element that exists in the page. */
export function element<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as E;
}

/** Adds a style sheet without an inline style, which the content security policy forbids. */
export function adopt(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Keeps what the extension needs to show the same again after the window was loaded anew. */
export function remember(state: unknown): void {
  vscode.setState(state);
}

/**
 * Keeps the dates of a picture at the upper edge of the element that scrolls it. Returns what to call when another picture has been
 * put there, for that does not scroll.
 */
export function keepInSight(scroller: HTMLElement): () => void {
  const pin = () =>
    scroller.querySelector(`.${PINNED}`)?.setAttribute('transform', `translate(0 ${scroller.scrollTop})`);
  scroller.addEventListener('scroll', pin);
  return pin;
}

/** Calls `redraw` when a part has another width than when it was called last, once per frame. */
export function whenWidthChanges(part: HTMLElement, redraw: () => void): void {
  let width = part.clientWidth;
  new ResizeObserver(() => {
    // A part that is hidden has none, and is drawn when it is shown again.
    if (part.clientWidth === width || part.clientWidth === 0) return;
    width = part.clientWidth;
    redraw();
  }).observe(part);
}
