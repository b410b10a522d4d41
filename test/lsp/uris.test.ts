import { deepEqual, equal } from 'node:assert/strict';
import { canonicalUri, isWithin, parentsOf } from '../../server/src/lsp/uris';

describe('uris', () => {
  const cases: readonly (readonly [uri: string, canonical: string])[] = [
    ['file:///home/a/b.txt', 'file:///home/a/b.txt'],
    ['file:///home/a+b/(c).txt', 'file:///home/a%2Bb/%28c%29.txt'],
    ['file:///home/a%2bb/%28c%29.txt', 'file:///home/a%2Bb/%28c%29.txt'],
    ['file:///home/%C3%A9.txt', 'file:///home/%C3%A9.txt'],
    ['file:///home/é.txt', 'file:///home/%C3%A9.txt'],
    ['file:///C:/a b.txt', 'file:///c%3A/a%20b.txt'],
    ['file:///c%3A/a%20b.txt', 'file:///c%3A/a%20b.txt'],
    ['file://Server/share/a.txt', 'file://server/share/a.txt'],
    ['file:///100%.txt', 'file:///100%25.txt'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['vscode-vfs://github/a/b(c).txt', 'vscode-vfs://github/a/b(c).txt'],
    ['', ''],
  ];
  for (const [uri, canonical] of cases) {
    it(`spells ${uri || 'an empty uri'} one way`, () => {
      equal(canonicalUri(uri), canonical);
      equal(canonicalUri(canonical), canonical);
    });
  }

  it('knows what lies in a folder', () => {
    equal(isWithin('file:///a', 'file:///a/b'), true);
    equal(isWithin('file:///a/', 'file:///a/b'), true);
    equal(isWithin('file:///a', 'file:///a'), true);
    equal(isWithin('file:///a', 'file:///ab'), false);
  });

  it('climbs to the top folder', () => {
    deepEqual([...parentsOf('file:///a/b/c.txt')], ['file:///a/b', 'file:///a']);
    deepEqual([...parentsOf('untitled:x')], []);
  });
});
