import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scripts } from '../package.json';

const page = readFileSync('docs/threat-model.md', 'utf8');

/** The cells of each row of its tables, their heads left out. */
const rows = (page.match(/^\|.*\|$/gm) ?? [])
  .map(row => row.split('|').slice(1, -1))
  .filter(([first = '']) => !/^-*$|^ what it tries $/.test(first));

const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

function isTest(name: string): boolean {
  const script = /^npm run (\S+)/.exec(name)?.[1];
  if (script) return Object.hasOwn(scripts, script);
  return ['', '.ts', '.test.ts'].some(end => existsSync(`test/${name}${end}`));
}

describe('the threat model', () => {
  it('names a test for each defence', () => {
    ok(rows.length > 20);
    const without = rows.filter(cells => namesIn(cells.at(-1) ?? '').length === 0);
    deepEqual(without, []);
  });

  it('names tests that are there', () => {
    const [, written = ''] = /^## What is written\n(.*?)^## /ms.exec(page) ?? [];
    const inWords = [...written.matchAll(/\(`([^`]+)`\)/g)].map(([, name = '']) => name);
    ok(inWords.length > 1);
    const named = [...rows.flatMap(cells => namesIn(cells.at(-1) ?? '')), ...inWords];
    deepEqual(
      named.filter(name => !isTest(name)),
      [],
    );
  });
});
