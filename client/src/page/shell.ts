import { xmlText } from '../../../server/src/text/xml';
import { directionOf } from './words';

/** A webview's HTML document. It loads the style sheet and the script named here and nothing else. */
export interface WebviewDocument {
  /** The user's, in which all is that is not of a cable. */
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

export function webviewDocument({ script, nonce, ...document }: WebviewDocument): string {
  const { body, styleSource } = document;
  return documentOf(
    { ...document, body: `${body}\n<script nonce="${xmlText(nonce)}" src="${xmlText(script)}"></script>` },
    `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'`,
  );
}

/** What a document has that runs nothing. */
type PlainDocument = Omit<WebviewDocument, 'script' | 'nonce'>;

/** The document of a webview that runs nothing: its body, and the one style sheet. */
export function plainDocument(document: PlainDocument): string {
  return documentOf(document, `default-src 'none'; style-src ${document.styleSource}`);
}

function documentOf({ language, title, body, style }: PlainDocument, policy: string): string {
  return `<!DOCTYPE html>
<html lang="${xmlText(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="${xmlText(style)}">
</head>
<body>
${body}
</body>
</html>`;
}

/** The body of a panel that can say no more than one sentence. */
export function noteBody(title: string, sentence: string): string {
  return `<main><h1 class="unseen">${xmlText(title)}</h1><p class="empty" role="status">${xmlText(sentence)}</p></main>`;
}

/** The most citations between two cables that the user can choose. */
export const DEPTHS: readonly number[] = [1, 2, 3, 4, 5, 6];

/** The words on the frame of a picture. */
export interface PictureWords {
  readonly title: string;
  /** The label of the choice. */
  readonly choice: string;
  readonly list: string;
  readonly save: string;
}

/** The frame of the citation timeline: tools, the picture, and the list that says the same. */
export function timelineBody(words: PictureWords): string {
  return pictureBody('depth', new Map(DEPTHS.map(depth => [String(depth), String(depth)])), words);
}

/** The frame of the collection over time; `groupings` has the words for `post` and `tag`. */
export function monthsBody(words: PictureWords, groupings: Readonly<Record<'post' | 'tag', string>>): string {
  return pictureBody('by', new Map(Object.entries(groupings)), words);
}

export const readingBody = '<main id="page" class="page"></main>';

function pictureBody(id: string, choices: ReadonlyMap<string, string>, words: PictureWords): string {
  const options = [...choices].map(
    ([value, name]) => `<option value="${xmlText(value)}">${xmlText(name)}</option>`,
  );
  return `<header class="bar">
<div role="toolbar" aria-label="${xmlText(words.title)}">
<label>${xmlText(words.choice)} <select id="${id}">${options.join('')}</select></label>
<button id="listed" type="button" aria-pressed="false">${xmlText(words.list)}</button>
<button id="save" type="button">${xmlText(words.save)}</button>
</div>
<p id="summary" role="status"></p>
<p id="legend"></p>
</header>
<main>
<h1 class="unseen">${xmlText(words.title)}</h1>
<div id="picture" role="region" aria-label="${xmlText(words.title)}" tabindex="0"></div>
<div id="list" role="region" aria-label="${xmlText(words.list)}" tabindex="0" hidden></div>
</main>`;
}
