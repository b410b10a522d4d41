import { xmlText } from '../../../server/src/text/xml';

/** The most citations between two cables that a person can choose. */
export const DEPTHS: readonly number[] = [1, 2, 3, 4, 5, 6];

export interface TimelineBodyWords {
  readonly depth: string;
  readonly list: string;
  readonly save: string;
  readonly picture: string;
  readonly tools: string;
}

/** The frame of the timeline: tools, the picture, and the list that says the same. */
export function timelineBody(words: TimelineBodyWords): string {
  const options = DEPTHS.map(depth => `<option value="${depth}">${depth}</option>`).join('');
  return `<header class="bar" role="toolbar" aria-label="${xmlText(words.tools)}">
<label>${xmlText(words.depth)} <select id="depth">${options}</select></label>
<button id="listed" type="button" aria-pressed="false">${xmlText(words.list)}</button>
<button id="save" type="button">${xmlText(words.save)}</button>
<p id="summary" role="status"></p>
</header>
<main>
<h1 class="unseen">${xmlText(words.picture)}</h1>
<div id="picture"></div>
<div id="list" hidden></div>
</main>`;
}
