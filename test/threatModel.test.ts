import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

describe('the threat model', () => {
  it('names tests that are there', () => {
    const rows = readFileSync('docs/threat-model.md', 'utf8').match(/^\|.*\|$/gm) ?? [];
    const named = rows.flatMap(row =>
      [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''),
    );
    ok(named.length > 20);
    const missing = named.filter(
      name =>
        !name.startsWith('npm run') && !['', '.ts', '.test.ts'].some(end => existsSync(`test/${name}${end}`)),
    );
    deepEqual(missing, []);
  });
});
