import { workspace } from 'vscode';

/** The scheme of the pages of cables that are not here; the path is the id. */
export const ABSENT_SCHEME = 'cable-not-here';

/** The scheme of the texts of copies without what copies added, which are shown side by side. */
export const COPY_SCHEME = 'reftel-copy';

/** The scheme of the texts of cables on web pages that are open. */
export const PAGE_SCHEME = 'cable-on-page';

/**
 * The URI schemes whose documents are read: texts that the user opens or writes, the sample among them, which a browser keeps in
 * `vscode-userdata`. Outputs, search results and the old side
 * of a comparison (`git:`) are left alone, or every finding in them would be reported twice.
 */
export function textSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(folder => folder.uri.scheme);
  const always = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata', PAGE_SCHEME];
  return [...new Set([...always, ...folders])];
}
