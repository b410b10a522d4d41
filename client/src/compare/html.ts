import type { ComparedCopies, Location } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { fill } from '../page/words';

/** The words of the page around those of the comparison, in the user's language. */
export interface ComparisonWords {
  readonly title: string;
  readonly sideBySide: string;
  readonly part: string;
  readonly difference: string;
  /** `Line {0}` */
  readonly line: string;
  readonly absent: string;
  /** That only the first differences are listed. */
  readonly truncated: string;
}

/** The address of a command with its arguments, for a link in a webview. */
export function commandLink(command: string, ...args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}

/** The page that says how two copies differ. Every word of the cables is escaped; its links are commands. */
export function comparisonHtml({ a, b, comparison }: ComparedCopies, words: ComparisonWords): string {
  const { differences, summary, truncated } = comparison;
  const rows = differences.map(
    ({ part, text, lineA, lineB }) =>
      `<tr><th scope="row">${xmlText(part)}</th><td>${place(a.uri, lineA, words)}</td><td>${place(b.uri, lineB, words)}</td><td>${xmlText(text)}</td></tr>`,
  );
  const head = [words.part, 'A', 'B', words.difference];
  const beside = commandLink('reftel.compareTexts', a.uri, b.uri);
  return [
    '<main class="page comparison">',
    `<h1>${xmlText(words.title)}</h1>`,
    `<dl><dt>A</dt><dd>${file(a.uri)}</dd><dt>B</dt><dd>${file(b.uri)}</dd></dl>`,
    `<p role="status">${xmlText(summary)}</p>`,
    `<p><a href="${xmlText(beside)}">${xmlText(words.sideBySide)}</a></p>`,
    rows.length === 0
      ? ''
      : `<table><thead><tr>${head.map(name => `<th scope="col">${xmlText(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
    truncated ? `<p>${xmlText(words.truncated)}</p>` : '',
    '</main>',
  ].join('\n');
}

function place(uri: string, line: number | null, words: ComparisonWords): string {
  if (line === null) return xmlText(words.absent);
  const start = { line, character: 0 };
  const location: Location = { uri, range: { start, end: start } };
  return `<a href="${xmlText(commandLink('reftel.openPlace', location))}">${xmlText(fill(words.line, line + 1))}</a>`;
}

/** The last two names of a path tell copies apart. */
function file(uri: string): string {
  return xmlText(decodedPath(uri).split('/').slice(-2).join('/'));
}

function decodedPath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
