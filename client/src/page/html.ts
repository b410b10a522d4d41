import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import { webviewDocument } from './document';

/** What one of our webviews shows before anything is put into it. */
export interface Skeleton {
  readonly title: string;
  /** The file in `dist` that runs in it. */
  readonly script: string;
  /** The content of `body`. */
  readonly body: string;
}

/** The document of a webview of the extension that lies at `extension`. */
export function panelHtml(webview: Webview, extension: Uri, { title, script, body }: Skeleton): string {
  const addressOf = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  return webviewDocument({
    language: env.language,
    title,
    body,
    style: addressOf('media', 'view.css'),
    script: addressOf('dist', script),
    styleSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
  });
}
