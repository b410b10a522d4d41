import type { Page } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { directionOf, fill, OF_CABLE } from '../page/words';
import { pageStyle, paperStyle } from './style';

type Block = Page['blocks'][number];
type Line = Block['parts'][number][number];
type Run = Line['runs'][number];

/** The words of the page around the cable's own, in the user's language. */
export interface PageWords {
  readonly untitled: string;
  /** `{0}: not in this folder`, of ids. */
  readonly absentOnes: string;
  /** `Line {0}: {1}`, of a line as it is printed. */
  readonly printed: string;
  readonly fields: Readonly<Record<Page['header'][number]['name'], string>>;
}

/** How a page is drawn. */
interface Drawing {
  readonly words: PageWords;
  readonly hasLinks: boolean;
}

/** The page of a cable as the content of a document's `main`, with or without links to files. Every word of the cable is escaped; nothing in it runs. */
export function pageHtml(page: Page, words: PageWords, hasLinks = true): string {
  const { mrn, title, classification, captions, header, blocks, signature } = page;
  const draw: Drawing = { words, hasLinks };
  const badges = [classification, ...captions].filter(mark => mark !== null);
  return [
    '<header>',
    `<p class="id">${xmlText(mrn ?? '')}</p>`,
    title ? `<h1 ${OF_CABLE}>${xmlText(title)}</h1>` : `<h1>${xmlText(words.untitled)}</h1>`,
    badges.length > 0 ? `<p class="badges" ${OF_CABLE}>${badges.map(badge).join(' ')}</p>` : '',
    `<table class="fields"><tbody>${header.map(field => fieldHtml(field, draw)).join('')}</tbody></table>`,
    '</header>',
    `<div ${OF_CABLE}>`,
    ...blocks.map(block => blockHtml(block, draw)),
    signature === null ? '' : `<p class="signature">${xmlText(signature)}</p>`,
    '</div>',
  ].join('\n');
}

function badge(mark: string): string {
  const level = mark.toLowerCase().replace(/[^a-z]+/g, '-');
  return `<span class="badge ${xmlText(level)}">${xmlText(mark)}</span>`;
}

/** A field with its value in the cable's language, but for the date, which is told in the user's. */
function fieldHtml({ name, lines }: Page['header'][number], draw: Drawing): string {
  const rows = lines.map(line => `<div>${lineHtml(line, draw)}</div>`).join('');
  return `<tr><th scope="row">${xmlText(draw.words.fields[name])}</th><td${name === 'date' ? '' : ` ${OF_CABLE}`}>${rows}</td></tr>`;
}

function blockHtml({ kind, number, marking, parts }: Block, draw: Drawing): string {
  const text = parts.map(part => part.map(line => lineHtml(line, draw)).join(' '));
  const line = parts[0]?.[0]?.line ?? 0;
  if (kind === 'heading') return `<h2 data-line="${line}">${text.join(' ')}</h2>`;
  const printed = number === null ? '' : `<span class="number">${number}.</span> `;
  const portion = marking === null ? '' : `<span class="portion">(${xmlText(marking)})</span> `;
  return text
    .map(
      (words, i) =>
        `<p data-line="${parts[i]?.[0]?.line ?? line}">${i === 0 ? printed + portion : ''}${words}</p>`,
    )
    .join('\n');
}

/** A line with its place in the text, which a view goes to, and as it is printed there, which the pointer shows. */
function lineHtml({ line, original, runs }: Line, draw: Drawing): string {
  const title = fill(draw.words.printed, line + 1, original.trim());
  const text = runs
    .map(run => runHtml(run, draw))
    .join('')
    .trim();
  return `<span class="line" data-line="${line}" title="${xmlText(title)}">${text}</span>`;
}

function runHtml({ text, ids, place }: Run, { words, hasLinks }: Drawing): string {
  if (ids.length === 0) return xmlText(text);
  const name = xmlText(ids.join(', '));
  if (!place)
    return `<span class="absent" title="${xmlText(fill(words.absentOnes, ids.join(', ')))}">${xmlText(text)}</span>`;
  if (!hasLinks) return xmlText(text);
  const { line, character } = place.range.start;
  return `<a href="#" data-uri="${xmlText(place.uri)}" data-start="${line}:${character}" title="${name}">${xmlText(text)}</a>`;
}

/**
 * A standalone file with the page, to print or to keep: without links into the user's folders, without scripts. `language` is that of
 * `words`.
 */
export function standalonePage(page: Page, words: PageWords, language: string): string {
  const body = pageHtml(page, words, false);
  const style = pageStyle + paperStyle(page.mrn, page.classification);
  const title = [page.mrn, page.title].filter(Boolean).join(' · ');
  return [
    '<!DOCTYPE html>',
    `<html lang="${xmlText(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${xmlText(title)}</title><style>${style}</style></head>`,
    `<body class="print"><main class="page">\n${body}\n</main></body></html>\n`,
  ].join('\n');
}
