import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of the project that `file` and what it imports consist of, by their paths with `/` between names. */
export function reachedFrom(file: string, reached: Set<string> = new Set()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s?'(\.[^']*)'/g)) {
    const base = join(dirname(file), path.replace(/\.js$/, '')).replaceAll('\\', '/');
    for (const name of [`${base}.ts`, `${base}/index.ts`]) if (existsSync(name)) reachedFrom(name, reached);
  }
  return reached;
}
