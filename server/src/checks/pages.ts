/** The address of the repository, from the manifest, without `.git`; empty while it names none. The build defines it. */
declare const REFTEL_REPOSITORY: string;

/** The address of the project's repository; null while it has none. */
export const REPOSITORY = REFTEL_REPOSITORY === '' ? null : REFTEL_REPOSITORY;

/** What the addresses of the pages of all diagnostics begin with; null while the project has no address. */
export const PUBLIC_PAGES = REPOSITORY === null ? null : `${REPOSITORY}/blob/main/docs/diagnostics/`;

/** The address of the page of the diagnostic `code` where all of them lie under `pages`. */
export function pageAddress(pages: string, code: string): string {
  return `${pages}${code}.md`;
}
