import { PINNED } from '../timeline/svg';

/**
 * Keeps the names and dates of a picture at the edges of the element that scrolls it. Gives what to call when another picture
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
