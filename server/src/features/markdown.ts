/** What means something to Markdown anywhere in a line. */
const INLINE = /[\\`*_[\]<>&~|@]/g;

/**
 * `text` so that Markdown shows it as it is: emphasis, code, links, HTML, entities, headings, lists and bare addresses lose
 * their meaning. Other signs stay as they are, for readers that do not render Markdown.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => escapeLine(line.trim()))
    .join('\n');
}

function escapeLine(line: string): string {
  return line
    .replace(INLINE, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[#+=:-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** `markdown` made of `escapeMarkdown`, bold text and rules, for an editor that shows plain text only. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/^---$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
