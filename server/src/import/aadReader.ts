import * as l10n from '@vscode/l10n';
import { aadItem, isIdColumn } from './aadTable';
import { type Delimiter, headerRow } from './headerRow';
import type { Chunks, Found } from './model';
import { peeked } from './peeked';
import { type RowFormat, readRows } from './rows';

/** The rows of a table of the National Archives with the names of its columns in front, separated by commas, tabs, semicolons or bars. */
export async function* readAadTable(chunks: Chunks): AsyncGenerator<Found> {
  const { head, all } = await peeked(chunks);
  const header = headerRow(head);
  if (!header) {
    yield { kind: 'damage', row: 1, line: 1, reason: l10n.t('the first row does not name the columns') };
    return;
  }
  yield* readRows(without(all, header.end), formatOf(header.names, header.delimiter), header.lines + 1);
}

async function* without(chunks: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** No row begins with more characters up to the end of its number. */
const START_LENGTH = 2000;

function formatOf(names: readonly string[], delimiter: Delimiter): RowFormat {
  const sign = delimiter === '\t' ? '\\t' : `\\${delimiter}`;
  const cell = `(?:"[^"\\n]{0,300}"|[^"${sign}\\n]{0,300})`;
  const before = Math.max(0, names.findIndex(isIdColumn));
  const isTold = names.some(isIdColumn) && before <= 5;
  // Where no number tells how a row begins, each line may begin one, and the quotes decide.
  const start = isTold
    ? `(?:${cell}${sign}){${before}}"?(?:19|20)?\\d\\d ?[A-Z]{3,20} ?\\d{1,7}(?:_[A-Z])?"?\\s{0,8}(?:${sign}|\\r?\\n|$)`
    : '"';
  return {
    delimiter,
    escapes: delimiter === '\t' || delimiter === '|' ? ['"', '\\', 'none'] : ['"', '\\'],
    columns: names.length,
    start: new RegExp(start, 'iy'),
    startLength: START_LENGTH,
    item(cells, place) {
      const filled = names.flatMap((name, i) => {
        const cellText = cells[i] ?? '';
        return cellText.trim() === '' ? [] : [[name, cellText] as const];
      });
      return aadItem(new Map(filled), place);
    },
  };
}
