import { deepEqual, equal, ok } from 'node:assert/strict';
import { kindOf } from '../../server/src/import/kindOf';
import { withFolder } from '../host/folder';
import { importInto } from './importing';
import { cellsOf, madeTelegram } from './made';
import { otherFiles } from './others';

describe('the kind of a source', () => {
  it(`is none for ${Object.keys(otherFiles).length} other files`, () =>
    withFolder(
      Object.fromEntries(Object.entries(otherFiles).map(([name, content]) => [`in/${name}`, content])),
      async folder => {
        const { outcomes, files, otherFiles: count } = await importInto(folder, ['in']);
        deepEqual(outcomes, []);
        deepEqual(files, {});
        equal(count, Object.keys(otherFiles).length);
        ok(count >= 20);
      },
    ));
});

/** Rows of made-up telegrams with these columns of the Cablegate table, `quote` around each cell. */
function table(columns: readonly number[], delimiter: string, quote: (cell: string) => string): string {
  const rows = [73, 154, 155].map((serial, i) => cellsOf(madeTelegram(serial), i + 1));
  return rows.map(cells => `${columns.map(column => quote(cells[column] ?? '')).join(delimiter)}\n`).join('');
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const quotedWhereNeeded = (cell: string) => (/[,;|\t"\n]/.test(cell) ? quoted(cell) : cell);
const columnOrders = {
  'the id in the first column': [2, 1, 0, 3, 4, 5, 6, 7],
  'the day in the first column': [1, 2, 0, 3, 4, 5, 6, 7],
  'the text in the first column': [7, 6, 2, 1, 0],
  'id, header and text': [2, 6, 7],
  'id and text': [2, 7],
  'text and id': [7, 2],
};

describe('a table that imports do not know', () => {
  const tables = Object.entries(columnOrders).flatMap(([name, columns]) =>
    [',', ';', '\t', '|'].flatMap(delimiter =>
      [quoted, quotedWhereNeeded].map(quote => ({
        title: `${name}, ${JSON.stringify(delimiter)}, ${quote.name}`,
        text: table(columns, delimiter, quote),
      })),
    ),
  );
  for (const { title, text } of tables)
    it(`is refused and no text: ${title}`, () =>
      withFolder({ 'in/cables.csv': text }, async folder => {
        for (const source of ['in/cables.csv', 'in']) {
          const { outcomes, files } = await importInto(folder, [source]);
          deepEqual(files, {});
          const reasons = outcomes.map(each => each.status === 'refused' && each.reason);
          equal(reasons.length, 1);
          ok(/^it looks like a table, .*id in the third/.test(String(reasons[0])), String(reasons[0]));
        }
      }));

  it('is refused where semicolons divide the eight columns', () => {
    equal(kindOf(table([0, 1, 2, 3, 4, 5, 6, 7], ';', quotedWhereNeeded)), null);
    equal(kindOf(table([0, 1, 2, 3, 4, 5, 6, 7], ',', quotedWhereNeeded)), 'cablegate-csv');
  });

  it('is told what it should be where its kind is named', () =>
    withFolder({ 'cables.csv': table([2, 1, 0, 3, 4, 5, 6, 7], ',', quotedWhereNeeded) }, async folder => {
      const { outcomes } = await importInto(folder, ['cables.csv'], { from: 'cablegate-csv' });
      const reasons = outcomes.flatMap(each => (each.status === 'damaged' ? each.reason : []));
      deepEqual(reasons, [
        'no row begins here: expected were eight columns divided by commas, the id in the third (docs/import.md)',
      ]);
    }));

  it('is no telegram that quotes another', () => {
    const { header, text } = madeTelegram(73, [
      'He showed us, as he said,"UNCLAS MUSCAT 000012',
      '',
      '"SECRET MUSCAT 000012", and "FM AMEMBASSY MUSCAT",',
      '"FM AMEMBASSY MUSCAT"',
    ]);
    equal(kindOf(`${header}\n\n${text}\n`), 'text');
  });
});
