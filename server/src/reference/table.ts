/**
 * Reads a table of facts: tab-separated, lines beginning with `#` are comments, the first other line names the columns.
 * Gives one record per row; a cell that is not there is the empty string.
 */
export function readTable<Column extends string>(text: string): Readonly<Record<Column, string>>[] {
  const [head = '', ...rows] = text.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t') as Column[];
  return rows.map(row => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Record<Column, string>;
  });
}

/** The words of a cell with a list: `a; b`. */
export function list(cell: string): string[] {
  return cell.split(';').flatMap(word => word.trim() || []);
}
