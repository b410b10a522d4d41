import { PINNED } from '../timeline/svg';

/** What VS Code offers to a webview's page. */
interface VsCode {
  postMessage(message: unknown): void;
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

/**
 * Keeps the names and dates of a picture at the edges of the element that scrolls it. Returns what to call when another picture
 * has been put there, for that does not scroll.
 */
export function keepInSight(scroller: HTMLElement): () => void {
  const pin = () => {
    move(scroller, PINNED.left, scroller.scrollLeft, 0);
    move(scroller, PINNED.top, 0, scroller.scrollTop);
  };
  scroller.addEventListener('scroll', pin);
  return pin;
}

function move(scroller: HTMLElement, part: string, x: number, y: number): void {
  scroller.querySelector(`.${part}`)?.setAttribute('transform', `translate(${x} ${y})`);
}
