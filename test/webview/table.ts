import type { ShownRow, ShowRows, ShowTable } from '../../client/src/table/messages';
import { tableBody } from '../../client/src/table/shell';
import type { CableEntry } from '../../server/src/lsp/messages';
import { inEnglish, type Say } from './pseudo';

export const frameIn = (say: Say) =>
  tableBody(
    say({
      title: 'Collection',
      query: 'Query',
      placeholder: 'iran post:ankara',
      copy: 'Copy IDs',
      export: 'Export…',
      saveSearch: 'Show as Search',
      facets: 'Narrow down',
    }),
  );
export const tableFrame = frameIn(inEnglish);

/** A table of so many made-up cables. */
export function madeTable(total: number): ShowTable {
  return {
    type: 'table',
    query: 'year:2007',
    order: { by: 'date', descending: true },
    total,
    version: 1,
    summary: `${total} cables`,
    isProblem: false,
    facets: [
      {
        by: 'post',
        total: 2,
        groups: [
          { key: 'MUSCAT', count: 4, words: '' },
          { key: '', count: 1, words: '' },
        ],
      },
      { by: 'year', total: 1, groups: [{ key: '2007', count: 5, words: '' }] },
      { by: 'classification', total: 1, groups: [{ key: 'TOP SECRET', count: 5, words: '' }] },
      { by: 'tag', total: 1, groups: [{ key: 'PREL', count: 5, words: 'External Political Relations' }] },
    ],
    hasFolders: false,
    state: { query: 'year:2007', order: { by: 'date', descending: true } },
    words: {
      columns: {
        date: 'Date',
        id: 'ID',
        classification: 'Classification',
        from: 'From',
        tags: 'TAGS',
        subject: 'Subject',
        citedBy: 'Cited by',
        folder: 'Folder',
      },
      facets: { post: 'Post', year: 'Year', classification: 'Classification', tag: 'TAGS' },
      unknown: '(unknown)',
      absent: 'not in this folder',
      waiting: '…',
    },
  };
}

/** The rows that answer what the table asks for. */
export function madeRows(version: number, from: number, limit: number, total: number): ShowRows {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, i) =>
    madeRow(from + i),
  );
  return { type: 'rows', version, from, rows };
}

function madeRow(index: number): ShownRow {
  const entry: CableEntry = {
    uri: `file:///cables/${index}.txt`,
    mrn: `07MUSCAT${index + 1}`,
    subject: `SUBJECT NUMBER ${index + 1}`,
    instant: Date.UTC(2007, 0, 1 + (index % 365)),
    from: 'AMEMBASSY MUSCAT',
    to: ['SECSTATE WASHDC'],
    classification: 'SECRET',
    captions: ['NOFORN'],
    tags: ['PREL', 'XX'],
    anchor: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  };
  return {
    mrn: entry.mrn,
    entry,
    citedBy: index % 3,
    tags: ['External Political Relations', ''],
    folder: '',
  };
}
