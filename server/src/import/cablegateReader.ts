import * as l10n from '@vscode/l10n';
import { containerId } from './containerId';
import type { Chunks, Found } from './model';
import { peeked } from './peeked';
import { type RowFormat, readRows } from './rows';
import { isSql, readSqlRows } from './sqlRows';

/** Number, date, reference id, origin, classification, references, header, text. */
const COLUMNS = 8;
const [ID, HEADER, TEXT] = [2, 6, 7] as const;

/** How a row begins: its number, a day and an hour, an id. Text within a cell has its quotes escaped, so nothing else looks like it. */
const ROW_START =
  /"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d\d(?::\d\d)?"?,"?\d{2,4} ?[A-Z]/iy;

const format: RowFormat = {
  delimiter: ',',
  escapes: ['\\', '"'],
  columns: COLUMNS,
  start: ROW_START,
  startLength: 64,
  noRow: () =>
    l10n.t(
      'no row begins here: expected were eight columns divided by commas, the id in the third (docs/import.md)',
    ),
  item: foundInCells,
};

/**
 * The telegrams of the Cablegate table, as comma-separated rows or as SQL INSERTs. `Reader` of the kind `cablegate-csv`.
 */
export async function* readCablegate(chunks: Chunks): AsyncGenerator<Found> {
  const { head, all } = await peeked(chunks);
  if (isSql(head)) yield* readSqlRows(all, foundInCells);
  else yield* readRows(all, format);
}

/** The telegram in the eight cells of a row. */
function foundInCells(cells: readonly string[], place: { row: number; line: number }): Found {
  if (cells.length !== COLUMNS)
    return {
      kind: 'damage',
      ...place,
      reason:
        cells.length === 1
          ? l10n.t('the row has 1 cell instead of {0}', COLUMNS)
          : l10n.t('the row has {0} cells instead of {1}', cells.length, COLUMNS),
    };
  const text = cells[TEXT] ?? '';
  if (text.trim() === '') return { kind: 'damage', ...place, reason: l10n.t('the row has no text') };
  return {
    kind: 'telegram',
    ...place,
    id: containerId(cells[ID] ?? ''),
    text: joinParts(cells[HEADER] ?? '', text),
  };
}

/** Header and text with a blank line between them; blank lines at the beginning of the text are its own. */
export function joinParts(header: string, text: string): string {
  if (header.trim() === '') return text;
  const lineBreak = header.includes('\r\n') || text.includes('\r\n') ? '\r\n' : '\n';
  return `${header.trimEnd()}${lineBreak}${lineBreak}${text}`;
}
