import type { CslItem } from './csl';

/** Items as BibTeX entries, one behind the other, each with its id as its key. What makes them is loaded when it is first needed. */
export async function bibtexOf(items: readonly CslItem[]): Promise<string> {
  const { toBibtex } = await import('./toBibtex.js');
  return items.map(item => toBibtex({ ...item })).join('');
}
