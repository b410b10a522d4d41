import { xmlText } from '../../../server/src/text/xml';

/** A webview's document. Nothing but the style sheet and the script named here is loaded, and nothing from elsewhere. */
export interface WebviewDocument {
  readonly language: string;
  readonly title: string;
  /** The content of `body`. */
  readonly body: string;
  /** Addresses of the style sheet and the script. */
  readonly style: string;
  readonly script: string;
  /** What the content security policy calls the webview's own files. */
  readonly styleSource: string;
  readonly nonce: string;
}

export function webviewDocument(document: WebviewDocument): string {
  const { language, title, body, style, script, styleSource, nonce } = document;
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${xmlText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="${xmlText(style)}">
</head>
<body>
${body}
<script nonce="${xmlText(nonce)}" src="${xmlText(script)}"></script>
</body>
</html>`;
}
