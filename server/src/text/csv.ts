type Cell = string | number | boolean | null;

/** A row of a table as RFC 4180 has it: commas, quotation marks where needed, CR LF. A list is one cell, joined with `; `. */
export function csvRow(cells: readonly (Cell | readonly string[])[]): string {
  return `${cells.map(cell => quoted(harmless(textOf(cell)))).join(',')}\r\n`;
}

function textOf(cell: Cell | readonly string[]): string {
  return cell !== null && typeof cell === 'object' ? cell.join('; ') : String(cell ?? '');
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, full-width signs included, and may run it;
 * the apostrophe tells it that the cell is text.
 */
function harmless(text: string): string {
  return /^ {0,9}[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** RFC 4180, 2.5 to 2.7; blanks at the ends are quoted too, for some readers drop them. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
