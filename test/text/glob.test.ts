import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globMatcher, globOf, globsBelow } from '../../server/src/text/glob';

/** Checks which of the paths a glob names, separated by blanks. */
function checkGlob(glob: string, named: string, others: string): void {
  const matches = globMatcher(glob);
  for (const path of named.split(' ')) assert.ok(matches(path), `${glob} names ${path}`);
  for (const path of others.split(' ')) assert.ok(!matches(path), `${glob} does not name ${path}`);
}

describe('a glob', () => {
  it('names a file by its path', () => checkGlob('old/a.txt', 'old/a.txt', 'a.txt old/b.txt x/old/a.txt'));
  it('names what is in a folder', () =>
    checkGlob('old', 'old old/a.txt old/1/2.txt', 'older/a.txt x/old older'));
  it('does not mind a slash at the end or a dot at the start', () =>
    checkGlob('./old/', 'old/a.txt', 'a.txt'));
  it('has * within a name', () => checkGlob('*.txt', 'a.txt .txt', 'a.cable x/a.txt a.txt.cable'));
  it('has ? for one character', () => checkGlob('a?.txt', 'ab.txt a😀.txt', 'a.txt abc.txt a/.txt'));
  it('has ** for any folders', () => checkGlob('**/a.txt', 'a.txt x/a.txt x/y/a.txt', 'xa.txt x/ya.txt'));
  it('has ** between folders', () => checkGlob('x/**/a.txt', 'x/a.txt x/y/z/a.txt', 'a.txt x/y/b.txt'));
  it('has {a,b} for one or the other', () => {
    checkGlob('{a,b/c}/*.{txt,cable}', 'a/1.txt b/c/1.cable', 'b/1.txt a/1.asc c/1.txt');
    checkGlob('a{,{1,2}}.txt', 'a.txt a1.txt a2.txt', 'a{}.txt a3.txt');
  });
  it('names a file whatever its name holds', () => {
    const path = 'x*/{a,b}?.txt';
    assert.ok(globMatcher(globOf(path))(path));
  });
  it('takes all other characters for themselves', () =>
    checkGlob('a[1]{b}(d).txt', 'a[1]{b}(d).txt', 'a1b(d).txt a1bd.txt'));
  it('tells letters in capitals from others', () => checkGlob('A.txt', 'A.txt', 'a.txt'));
  it('names nothing where it is empty', () => {
    assert.ok(!globMatcher('')('a.txt'));
    assert.ok(!globMatcher('/')('a.txt'));
  });

  it('names what picomatch names, and what is below it', () => {
    const part = fc.constantFrom('a', 'b', 'ab', '*', '?', 'a*', '*b', 'a*b*', '{a,bb}', '**');
    const name = fc.constantFrom('a', 'b', 'ab', 'ba', 'aab', 'abb', 'aabb', 'bb');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        part.filter(last => last !== '**'),
        fc.array(name, { minLength: 1, maxLength: 5 }),
        (parts, last, names) => {
          const glob = [...parts, last].join('/');
          const named = picomatch(glob);
          const expected = names.some((_, i) => named(names.slice(0, i + 1).join('/')));
          assert.equal(globMatcher(glob)(names.join('/')), expected, `${glob} and ${names.join('/')}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names the same by paths in a folder below', () => {
    const part = fc.constantFrom('a', 'b', '*', 'a*', '{a,bb}', '{a/b,b}', '**');
    const name = fc.constantFrom('a', 'b', 'ab', 'bb');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map(names => names.join('/'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), path, path, (parts, below, file) => {
        const glob = parts.join('/');
        const names = globMatcher(glob);
        if (names(below)) return;
        const isNamed = globsBelow(glob, below).some(rest => globMatcher(rest)(file));
        assert.equal(isNamed, names(`${below}/${file}`), `${glob}, ${below} and ${file}`);
      }),
      { numRuns: 2000 },
    );
    assert.deepEqual(globsBelow('old/**', 'old'), []);
    assert.deepEqual(globsBelow('{old,new/*}/*.txt', 'old'), ['*.txt']);
    assert.deepEqual(globsBelow('**/old', 'old'), ['**/old']);
    assert.deepEqual(globsBelow(`${'**/'.repeat(40)}x`, 'a/b/c/d/e/f').length, 40);
  });

  it('takes no time over a hostile one', () => {
    const matches = globMatcher(`${'*a'.repeat(50)}b/${'**/a*/'.repeat(50)}b`);
    assert.ok(!globMatcher('{a,b}'.repeat(1000))('a'.repeat(1001)));
    assert.ok(!matches(`${'a'.repeat(200)}/${'aa/'.repeat(200)}a`));
  });
});
