import type { Location, Requests } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { commandLink } from '../compare/html';
import { OF_CABLE } from '../page/words';

type ExplainedHeader = NonNullable<Requests['reftel/header']['result']>;

/** The words of the page around those of the header, in the user's language. */
export interface HeaderWords {
  readonly title: string;
  readonly line: string;
  readonly printed: string;
  readonly meaning: string;
  /** That the header goes on. */
  readonly truncated: string;
}

/** The page that explains the header of the cable in the file `uri`. Every word of the cable is escaped; its links are commands. */
export function headerHtml({ lines, truncated }: ExplainedHeader, uri: string, words: HeaderWords): string {
  const rows = lines.map(({ line, text, is, codes }) => {
    const start = { line, character: 0 };
    const place: Location = { uri, range: { start, end: start } };
    const link = `<a href="${xmlText(commandLink('reftel.openPlace', place))}">${line + 1}</a>`;
    const told = codes.map(({ code, reading, notes }) => {
      const meaning = [reading, ...notes].filter(part => part !== '').join('. ');
      return `<dt ${OF_CABLE}>${xmlText(code)}</dt><dd>${xmlText(meaning)}</dd>`;
    });
    const list = told.length > 0 ? `<dl>${told.join('')}</dl>` : '';
    const kind = is === '' ? '' : `<p>${xmlText(is)}</p>`;
    return `<tr><td>${link}</td><th scope="row"><code ${OF_CABLE}>${xmlText(text)}</code></th><td>${kind}${list}</td></tr>`;
  });
  const head = [words.line, words.printed, words.meaning];
  return [
    '<main class="page header">',
    `<h1>${xmlText(words.title)}</h1>`,
    `<table><thead><tr>${head.map(name => `<th scope="col">${xmlText(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
    truncated ? `<p>${xmlText(words.truncated)}</p>` : '',
    '</main>',
  ].join('\n');
}
