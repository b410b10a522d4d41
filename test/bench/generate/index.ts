import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from './cable';
import { copyOf } from './copy';
import { dateOf, type Plan, planOf, rowId } from './plan';

/** The file of the cable at `row` below the folder: `2007/01/07MUSCAT73.txt`. */
export function fileOf(plan: Plan, row: number): string {
  const [year = '', month = ''] = dateOf(plan, row).toISOString().split('-');
  return join(year, month, `${rowId(plan, row)}.txt`);
}

/**
 * Fills `folder` with an archive of `size` made-up cables, in folders by year and month: copied as published ones are (`COPY_KINDS`),
 * or with `clean` as they were sent. The same size gives the same bytes. Throws where a file cannot be written.
 */
export function generateArchive(folder: string, size: number, clean = false): Plan {
  const plan = planOf(size);
  let made = '';
  for (let row = 0; row < size; row++) {
    const file = join(folder, fileOf(plan, row));
    const parent = join(file, '..');
    if (parent !== made) mkdirSync(parent, { recursive: true });
    made = parent;
    const sent = textOf(plan, row);
    writeFileSync(file, clean ? sent : copyOf(sent, row));
  }
  return plan;
}
