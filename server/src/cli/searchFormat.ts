import type { Hit } from '../archive/query/hits';
import type { CableEntry, MissingCable } from '../archive/snapshot';
import { isoMinute } from '../cable/dateTimeGroup';
import type { Cable } from '../cable/model';
import { firstWords, oneLine } from '../features/words';
import { csvRow } from '../text/csv';
import { visibleLine } from '../text/visible';

/** How what was found is written, cable by cable. */
export interface SearchFormat {
  readonly begin: string;
  /** A cable; `cable` is null where its file cannot be read any more, or no words were sought. */
  found(entry: CableEntry, cable: Cable | null, hits: readonly Hit[]): string;
  /** A cable that is cited and not here. */
  missing(cable: MissingCable): string;
}

/** `id, file, subject` with tabs, and below each cable `place, number and mark, words`, each line behind a tab. */
export const textFormat: SearchFormat = {
  begin: '',
  found: (entry, cable, hits) =>
    [
      `${entry.mrn ?? ''}\t${visibleLine(entry.uri)}\t${entry.subject ?? ''}\n`,
      ...hits.map(hit => {
        const { line, column, paragraph, marking, text } = hitRecord(cable, hit);
        const number = paragraph === null ? '' : `${paragraph}.`;
        const mark = marking === null ? '' : `(${marking})`;
        return `\t${visibleLine(entry.uri)}:${line}:${column}\t${[number, mark].filter(part => part !== '').join(' ')}\t${text}\n`;
      }),
    ].join(''),
  missing: ({ mrn, count }) => `${mrn}\tnot in this folder\tcited by ${count}\n`,
};

/** An object on a line of its own for each cable, with the keys of `reftel export`. */
export const ndjsonFormat: SearchFormat = {
  begin: '',
  found: (entry, cable, hits) =>
    `${JSON.stringify({ ...recordOf(entry), paragraphs: hits.map(hit => hitRecord(cable, hit)) })}\n`,
  missing: ({ mrn, count }) => `${JSON.stringify({ mrn, file: null, citedBy: count })}\n`,
};

/** A row for each paragraph; a cable without any has one row. */
export const csvFormat: SearchFormat = {
  begin: csvRow([
    'mrn',
    'file',
    'dtg',
    'classification',
    'captions',
    'from',
    'subject',
    'line',
    'column',
    'paragraph',
    'marking',
    'text',
  ]),
  found: (entry, cable, hits) => {
    const { mrn, file, dtg, classification, captions, from, subject } = recordOf(entry);
    const cells = [mrn, file, dtg, classification, captions, from, subject];
    if (hits.length === 0) return csvRow([...cells, entry.anchor.start.line + 1, null, null, null, null]);
    return hits
      .map(hit => hitRecord(cable, hit))
      .map(hit => csvRow([...cells, hit.line, hit.column, hit.paragraph, hit.marking, hit.text]))
      .join('');
  },
  missing: ({ mrn }) => csvRow([mrn, ...Array.from({ length: 11 }, () => null)]),
};

function recordOf({
  mrn,
  uri,
  instant,
  classification,
  captions,
  from,
  to,
  tags,
  subject,
  anchor,
}: CableEntry) {
  const dtg = instant === null ? null : isoMinute(instant);
  const line = anchor.start.line + 1;
  return { mrn, file: uri, line, dtg, classification, captions, from, to, tags, subject };
}

/** `text` is the whole paragraph without its number, or the line; line and column, from 1 on, are those of the first word found. */
function hitRecord(cable: Cable | null, { start, end, paragraph, places }: Hit) {
  const at = cable?.lines.positionAt(places[0]?.start ?? start) ?? { line: 0, character: 0 };
  return {
    line: at.line + 1,
    column: at.character + 1,
    paragraph: paragraph?.number ?? null,
    marking: paragraph?.marking?.value ?? null,
    text: wordsOf(cable?.text ?? '', { start, end, paragraph }),
  };
}

/** A paragraph without its number, or a line; on one line. */
function wordsOf(text: string, { start, end, paragraph }: Pick<Hit, 'start' | 'end' | 'paragraph'>): string {
  return paragraph ? firstWords(text, paragraph, Number.POSITIVE_INFINITY) : oneLine(text.slice(start, end));
}
