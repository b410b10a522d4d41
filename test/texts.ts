import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where whole cables lie: the seeds and the made-up ones, of all kinds of copy. */
const FOLDERS = ['seeds', 'test/cable/made', 'test/golden/dialects'];

/** Every whole cable that tests have, by its path. */
export const wholeCables: readonly { readonly path: string; readonly text: string }[] = FOLDERS.flatMap(
  folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.txt'))
      .map(name => join(folder, name))
      .sort()
      .map(path => ({ path, text: readFileSync(path, 'utf8') })),
);
