import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeds } from '../seeds';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Every text below a folder that is there. */
export function samplesIn(folder: string): Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
}

/** Cables made up, one for each thing that is seldom. */
export const made = samplesIn('test/cable/made');

/** The seeds, the cables made up, and those of the other dialects. */
export const samples: readonly Sample[] = [...seeds, ...made, ...samplesIn('test/golden/dialects')];
