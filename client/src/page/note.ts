import { env, l10n, type TextDocument, Uri, type WebviewPanel, workspace } from 'vscode';
import { noteBody, plainDocument } from './shell';

/** The document of a file, or null where it cannot be opened any more. */
export async function opened(uri: string): Promise<TextDocument | null> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return null;
  }
}

/** Why a panel cannot show the same as before. */
export function gone(uri: string): string {
  return l10n.t('{0} is no longer there, or cannot be read.', workspace.asRelativePath(Uri.parse(uri)));
}

/** Shows one sentence in a panel, which runs nothing. */
export function showNote(panel: WebviewPanel, title: string, extension: Uri, sentence: string): void {
  showPlain(panel, extension, { title, body: noteBody(title, sentence), commands: [] });
}

/** Shows a page that runs nothing; its links may lead to `commands`. */
export function showPlain(
  panel: WebviewPanel,
  extension: Uri,
  page: { readonly title: string; readonly body: string; readonly commands: readonly string[] },
): void {
  const { webview } = panel;
  const { title, body, commands } = page;
  panel.title = title;
  webview.options = { enableScripts: false, enableCommandUris: commands, localResourceRoots: [extension] };
  webview.html = plainDocument({
    language: env.language,
    title,
    body,
    style: webview.asWebviewUri(Uri.joinPath(extension, 'media', 'view.css')).toString(),
    styleSource: webview.cspSource,
  });
}
