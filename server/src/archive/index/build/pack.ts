import type { Column, FactColumns } from '../format/columns';

/** The same columns in one buffer: three dozen small ones for each batch would leave the memory they lay in full of holes. */
export function packed<C extends FactColumns>(columns: C): C {
  const entries: [string, Column][] = Object.entries(columns);
  const buffer = new ArrayBuffer(entries.reduce((size, [, column]) => size + padded(column.byteLength), 0));
  let offset = 0;
  const copies = entries.map(([name, column]) => {
    const copy = copyTo(buffer, offset, column);
    offset += padded(column.byteLength);
    return [name, copy];
  });
  return Object.fromEntries(copies) as C;
}

function copyTo(buffer: ArrayBuffer, offset: number, column: Column): Column {
  const kind = column.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => Column;
  const copy = new kind(buffer, offset, column.length);
  copy.set(column);
  return copy;
}

function padded(length: number): number {
  return (length + 7) & ~7;
}

/** The buffers that columns lie in, each once, to be transferred with them; without those that threads share anyway. */
export function buffersOf(columns: FactColumns): ArrayBuffer[] {
  const buffers = new Set(Object.values(columns).map(column => column.buffer));
  return [...buffers].filter(buffer => buffer instanceof ArrayBuffer);
}
