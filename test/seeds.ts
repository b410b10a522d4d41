import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The five sample cables, in the order of their names. */
export interface Seed {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

export const seeds: readonly Seed[] = readdirSync('seeds')
  .filter(name => name.endsWith('.txt'))
  .sort()
  .map(name => {
    const path = join('seeds', name);
    return { name, path, text: readFileSync(path, 'utf8') };
  });
