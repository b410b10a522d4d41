import * as l10n from '@vscode/l10n';
import { looksLikeCable } from '../cable/recognise';
import { telegramLines } from '../cable/telegrams';
import { LineTable } from '../text/lineTable';
import type { Found } from './model';
import { pageText, type TextRun } from './pdfLayout';

/** The pages of a PDF that has been opened. */
export interface PdfPages {
  readonly count: number;
  /** The runs of text on a page, counted from 1. */
  runs(page: number): Promise<readonly TextRun[]>;
  /** Whether a page shows a picture, as scans do. */
  hasPicture(page: number): Promise<boolean>;
}

/** A PDF with fewer letters on each page has no text but a stamp or a number that was put on its scans. */
const LEAST_LETTERS = 40;
/** A page with fewer has none of a telegram, but a number or a stamp at most. */
const LEAST_ON_PAGE = 12;

/** The telegrams in the text layers of a PDF; a scan without text is named as one, and so are such pages among others. */
export async function* telegramsOfPages(pages: PdfPages): AsyncGenerator<Found> {
  let text = '';
  let letters = 0;
  const starts: number[] = [];
  const bare: number[] = [];
  for (let page = 1; page <= pages.count; page++) {
    const own = pageText(await pages.runs(page));
    const count = own.replace(/[^A-Za-z]+/g, '').length;
    letters += count;
    if (count < LEAST_ON_PAGE) bare.push(page);
    starts.push(text.length);
    text += own === '' ? '' : `${own}\n`;
  }
  const lines = new LineTable(text);
  const parts = telegramLines(text, lines).map(({ from, to }) => ({
    start: lines.start(from),
    end: lines.start(to),
  }));
  if (!parts.some(({ start, end }) => isCable(text.slice(start, end)))) {
    if (letters >= LEAST_LETTERS * pages.count) yield { kind: 'none' };
    else yield { kind: 'damage', page: 1, reason: scanOf(pages.count) };
    return;
  }
  let row = 0;
  for (const { start, end } of parts) {
    const own = text.slice(start, end).trim();
    const page = starts.findLastIndex(each => each <= start) + 1;
    if (own !== '') yield { kind: 'telegram', text: `${own}\n`, id: null, row: ++row, page };
  }
  const scans: number[] = [];
  for (const page of bare) if (await pages.hasPicture(page)) scans.push(page);
  const [page, more] = scans;
  if (page === undefined) return;
  const reason =
    more === undefined
      ? l10n.t('the page is a scan without text')
      : l10n.t('the pages {0} are scans without text', rangesOf(scans));
  yield { kind: 'damage', page, reason };
}

/** `2, 5-7` for 2, 5, 6, 7. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

function scanOf(pages: number): string {
  return pages === 1
    ? l10n.t('the PDF is a scan without text (1 page)')
    : l10n.t('the PDF is a scan without text ({0} pages)', pages);
}

/** Whether a telegram begins anywhere in a text: covers and lists may stand in front of it. */
function isCable(text: string): boolean {
  for (let from = 0; from < text.length; from += STEP)
    if (looksLikeCable(text.slice(from, from + 2 * STEP))) return true;
  return false;
}

const STEP = 4096;
