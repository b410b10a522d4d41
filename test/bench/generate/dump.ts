import { closeSync, openSync, writeSync } from 'node:fs';
import { textOf } from './cable';
import { dateOf, type Plan, planOf, rowId } from './plan';

/** Rows are gathered into pieces of this many characters. */
const PIECE = 8 << 20;

/** Header and text of the cable at `row`, as a dump has them apart: the text begins with the class line. */
export function partsOf(plan: Plan, row: number): { readonly header: string; readonly text: string } {
  const whole = textOf(plan, row);
  const at = whole.search(/^(?:UNCLAS|C O N F|S E C R E T)/m);
  return at < 0
    ? { header: '', text: whole }
    : { header: whole.slice(0, at).trimEnd(), text: whole.slice(at) };
}

/** Writes a table of `size` made-up cables as the Cablegate dump has them, to `file`; gives its bytes. */
export function generateDump(file: string, size: number): number {
  const plan = planOf(size);
  const out = openSync(file, 'w');
  let piece = '';
  let bytes = 0;
  const write = () => {
    const buffer = Buffer.from(piece);
    for (let at = 0; at < buffer.length; ) at += writeSync(out, buffer, at);
    bytes += buffer.length;
    piece = '';
  };
  for (let row = 0; row < size; row++) {
    piece += rowOf(plan, row);
    if (piece.length > PIECE) write();
  }
  write();
  closeSync(out);
  return bytes;
}

function rowOf(plan: Plan, row: number): string {
  const { header, text } = partsOf(plan, row);
  const [year = '', month = '', rest = ''] = dateOf(plan, row).toISOString().split('-');
  const date = `${Number(month)}/${Number(rest.slice(0, 2))}/${year} ${rest.slice(3, 8)}`;
  const id = rowId(plan, row);
  const cells = [`${row + 1}`, date, id, 'Embassy', 'UNCLASSIFIED', '', header, text];
  return `"${cells.map(cell => cell.replaceAll('\\', '\\\\').replaceAll('"', '\\"')).join('","')}"\n`;
}
