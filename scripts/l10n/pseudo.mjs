const PLAIN = 'abcdeghijklnorstuwyzABCDEGHIJKLNORSTUWYZ';
const ACCENTED = 'àƀçđéĝĥîĵķĺñöŕšţûŵýžÀƁÇĐÉĜĤÎĴĶĹÑÖŔŠŢÛŴÝŽ';

/**
 * What stays as it is: places for values, the target of a link, code, a setting, an icon, a key of Markdown, and HTML entities.
 * What they say is for machines, or would break.
 */
const KEPT = /\{\d+\}|\]\([^)]*\)|`[^`]*`|#[\w.]+#|\$\([\w~-]+\)|&\w+;/;

/** A line that is a link and nothing else: a button, where VS Code shows the text of a view or a walkthrough. */
const BUTTON = /^\[([^\]]*)\](\([^)]*\))$/;

/**
 * `text` in the pseudo-language, line by line: in brackets, accented, and a third longer, so that what is not translated or cut off
 * shows.
 */
export function pseudo(text) {
  return text
    .split('\n')
    .map(line => {
      const [, label, target] = BUTTON.exec(line) ?? [];
      return label === undefined ? inBrackets(line) : `[${inBrackets(label)}]${target}`;
    })
    .join('\n');
}

function inBrackets(line) {
  if (line === '') return '';
  const words = line
    .split(new RegExp(`(${KEPT.source})`))
    .map((part, i) => (i % 2 ? part : [...part].map(accented).join('')))
    .join('');
  const filling = '·'.repeat(Math.ceil(line.length / 3)).replace(/·{8}(?=·)/g, '$& ');
  return `⟦${words}${filling}⟧`;
}

function accented(letter) {
  const at = PLAIN.indexOf(letter);
  return at < 0 ? letter : ACCENTED[at];
}
