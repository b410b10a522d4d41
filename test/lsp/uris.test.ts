import { deepEqual, equal } from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import {
  canonicalUri,
  isWithin,
  namingBelow,
  parentsOf,
  pathOfUri,
  uriOfPath,
} from '../../server/src/lsp/uris';

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

  const paths: readonly (readonly [path: string, uri: string])[] = [
    ['C:\\a b\\ä.txt', 'file:///c%3A/a%20b/%C3%A4.txt'],
    ['c:\\', 'file:///c%3A/'],
    ['\\\\Server\\share\\a#1.txt', 'file://server/share/a%231.txt'],
    ['/home/a b/100%.txt', 'file:///home/a%20b/100%25.txt'],
  ];
  for (const [path, uri] of paths)
    it(`names ${path} and gives it back as its system takes it`, () => {
      equal(uriOfPath(path), uri);
      const { normalize, isAbsolute } = path.startsWith('/') ? posix : win32;
      equal(isAbsolute(pathOfUri(uri)), true);
      equal(normalize(pathOfUri(uri)).toLowerCase(), path.toLowerCase());
    });

  it('names the files of a folder on a drive and on a share', () => {
    for (const folder of ['C:\\cables', '\\\\server\\share']) {
      const { uriOf, pathOf } = namingBelow(uriOfPath(folder));
      const uri = uriOf('2007/07 a.txt');
      equal(canonicalUri(uri), uri);
      equal(pathOf(uri), '2007/07 a.txt');
      equal(win32.relative(folder, win32.normalize(pathOfUri(uri))), '2007\\07 a.txt');
    }
  });

  it('leaves what is no file as it is', () => equal(pathOfUri('untitled:a'), 'untitled:a'));

  it('climbs to the top folder', () => {
    deepEqual([...parentsOf('file:///a/b/c.txt')], ['file:///a/b', 'file:///a']);
    deepEqual([...parentsOf('untitled:x')], []);
  });
});
