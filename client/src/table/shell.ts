import { xmlText } from '../../../server/src/text/xml';

/** The words on the frame of the table. */
export interface TableFrame {
  readonly title: string;
  readonly query: string;
  readonly placeholder: string;
  readonly copy: string;
  readonly export: string;
  readonly saveSearch: string;
  readonly facets: string;
}

/** The frame of the collection as a table: the query, tools, facets and the grid. */
export function tableBody(words: TableFrame): string {
  return `<header class="bar">
<form role="search"><label class="unseen" for="query">${xmlText(words.query)}</label>
<input id="query" type="search" spellcheck="false" autocomplete="off" placeholder="${xmlText(words.placeholder)}"></form>
<div role="toolbar" aria-label="${xmlText(words.title)}">
<button id="copy" type="button">${xmlText(words.copy)}</button>
<button id="export" type="button">${xmlText(words.export)}</button>
<button id="save" type="button">${xmlText(words.saveSearch)}</button>
</div>
<p id="summary" role="status"></p>
</header>
<main class="table">
<h1 class="unseen">${xmlText(words.title)}</h1>
<nav id="facets" aria-label="${xmlText(words.facets)}"></nav>
<div id="grid" role="grid" aria-label="${xmlText(words.title)}" aria-multiselectable="true" tabindex="0">
<div id="head" role="rowgroup"></div>
<div id="body" role="rowgroup"></div>
</div>
</main>`;
}
