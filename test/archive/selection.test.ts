import { deepEqual } from 'node:assert/strict';
import { selectionOf } from '../../server/src/archive/selection';

const paths = ['a.txt', 'drafts/b.txt', 'x/drafts/c.txt', 'x/d.bak', '.git/e', 'x/.f', 'x/node_modules/g/h'];

function checkSelection(exclude: readonly string[], expected: readonly string[]): void {
  const selection = selectionOf(exclude);
  deepEqual(
    paths.filter(path => selection.reaches(path)),
    expected,
  );
}

describe('selection', () => {
  it('leaves out hidden entries and node_modules', () => {
    checkSelection([], ['a.txt', 'drafts/b.txt', 'x/drafts/c.txt', 'x/d.bak']);
  });

  it('leaves out what a glob names, and what lies below it', () => {
    checkSelection(['drafts'], ['a.txt', 'x/drafts/c.txt', 'x/d.bak']);
    checkSelection(['**/drafts', '*.txt'], ['x/d.bak']);
    checkSelection(['x/**'], ['a.txt', 'drafts/b.txt']);
    checkSelection(['**/*.{bak,old}'], ['a.txt', 'drafts/b.txt', 'x/drafts/c.txt']);
  });

  it('needs no glob for what is hidden', () => {
    checkSelection(['**/.git', '.x/', '**/.*'], ['a.txt', 'drafts/b.txt', 'x/drafts/c.txt', 'x/d.bak']);
  });

  it('takes a glob as people write it, and one that names nothing', () => {
    checkSelection(['./drafts/', ' /x/drafts '], ['a.txt', 'x/d.bak']);
    checkSelection(['', '/', '['.repeat(100_000)], ['a.txt', 'drafts/b.txt', 'x/drafts/c.txt', 'x/d.bak']);
  });
});
