import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import { xmlText } from '../../../server/src/text/xml';

/** What one of our webviews shows before anything is put into it. */
export interface Skeleton {
  readonly title: string;
  /** The file in `dist` that runs in it. */
  readonly script: string;
  /** The content of `body`. */
  readonly body: string;
}

/** A webview's document. Nothing but our own script and style sheet is loaded, and nothing from outside. */
export function panelHtml(webview: Webview, extension: Uri, { title, script, body }: Skeleton): string {
  const nonce = randomBytes(16).toString('base64');
  const source = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return document(title, body, policy, source('media', 'view.css'), source('dist', script), nonce);
}

function document(
  title: string,
  body: string,
  policy: string,
  style: string,
  script: string,
  nonce: string,
): string {
  return `<!DOCTYPE html>
<html lang="${xmlText(env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="${xmlText(style)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${xmlText(script)}"></script>
</body>
</html>`;
}
