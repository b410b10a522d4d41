import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the pages lie, from the folder of the bundles on. */
const PAGES = '../docs/diagnostics';

/** The page about the diagnostic `code`, in Markdown. Throws if there is no such diagnostic. */
export function pageOf(code: string): string {
  return readFileSync(join(__dirname, PAGES, `${code}.md`), 'utf8');
}
