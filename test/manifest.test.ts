import { deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const manifest = readFileSync('package.json', 'utf8');
const texts = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')));

/** What the first group of `pattern` is in the manifest, each once. */
const named = (pattern: RegExp) => [...new Set([...manifest.matchAll(pattern)].map(([, name = '']) => name))];

describe('package.json', () => {
  it('has a text in package.nls.json for each of its keys, and no other text is there', () => {
    deepEqual(named(/"%([^%"]+)%"/g).sort(), texts.sort());
  });

  it('names files that are there', () => {
    const files = named(/"(?:\.\/)?((?:syntaxes|schemas|media|images|walkthrough)\/[^"*]+)"/g);
    deepEqual(
      files.filter(file => !existsSync(file)),
      [],
    );
  });
});
