/** Reads a table by the letter of RFC 4180. Throws on a quotation mark or a line break where none may stand. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quotedCell() : plainCell();
      row.push(cell);
      if (text[at] !== ',') break;
      at++;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`csv: expected a comma or CR LF at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;

  function quotedCell(): string {
    let cell = '';
    for (at++; ; at++) {
      const end = text.indexOf('"', at);
      if (end < 0) throw new Error('csv: a quotation mark is open');
      cell += text.slice(at, end);
      at = end + 1;
      if (text[at] !== '"') return cell;
      cell += '"';
    }
  }

  function plainCell(): string {
    const start = at;
    while (at < text.length && !/[",\r\n]/.test(text[at] ?? '')) at++;
    return text.slice(start, at);
  }
}
