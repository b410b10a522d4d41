const PLAIN = 'abcdeghijklnorstuwyzABCDEGHIJKLNORSTUWYZ';
const ACCENTED = 'àƀçđéĝĥîĵķĺñöŕšţûŵýžÀƁÇĐÉĜĤÎĴĶĹÑÖŔŠŢÛŴÝŽ';

/**
 * What stays as it is: places for values, the target of a link, code, a setting, an icon, a key of Markdown, and HTML entities.
 * What they say is for machines, or would break.
 */
const KEPT = /\{\d+\}|\]\([^)]*\)|`[^`]*`|#[\w.]+#|\$\([\w~-]+\)|&\w+;/;

/** `text` in the pseudo-language: in brackets, accented, and a third longer, so that what is not translated or cut off shows. */
export function pseudo(text) {
  const words = text
    .split(new RegExp(`(${KEPT.source})`))
    .map((part, i) => (i % 2 ? part : [...part].map(accented).join('')))
    .join('');
  return `⟦${words}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}

function accented(letter) {
  const at = PLAIN.indexOf(letter);
  return at < 0 ? letter : ACCENTED[at];
}
