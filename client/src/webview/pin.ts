import { PINNED } from '../timeline/svg';

/** Keeps the names and dates of a picture at the edges of the element that scrolls it. */
export function keepInSight(scroller: HTMLElement): void {
  scroller.addEventListener('scroll', () => {
    move(scroller, PINNED.left, scroller.scrollLeft, 0);
    move(scroller, PINNED.top, 0, scroller.scrollTop);
  });
}

function move(scroller: HTMLElement, part: string, x: number, y: number): void {
  scroller.querySelector(`.${part}`)?.setAttribute('transform', `translate(${x} ${y})`);
}
