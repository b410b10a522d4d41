import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** One item of CSL-JSON. */
export type CslData = Readonly<Record<string, unknown>>;

/** An item of CSL-JSON as a BibTeX entry whose key is the item's id. A bundle of its own, for few people ever ask for it. */
export function toBibtex(item: CslData): string {
  plugins.config.get('@bibtex').format.useIdAsLabel = true;
  return `${new Cite([item]).format('bibtex').trim()}\n`;
}
