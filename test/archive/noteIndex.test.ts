import { deepEqual, equal, ok } from 'node:assert/strict';
import { isNoteName, NoteIndex } from '../../server/src/archive/noteIndex';

const show = (index: NoteIndex, mrn: string) =>
  index
    .placesOf(mrn, 10)
    .items.map(({ uri, range, line, paragraph }) => `${uri}:${range.start.line} ${paragraph ?? '-'} ${line}`);

describe('the index of notes', () => {
  it('gives the lines that name a cable, by note', () => {
    const index = new NoteIndex();
    ok(index.put('b.md', '# Water\n\n- 07MUSCAT154 ¶2: wells\n- 07 MUSCAT 73\n'));
    ok(index.put('a.md', 'See 07MUSCAT154, and 07MUSCAT154 ¶1.'));
    deepEqual(show(index, '07MUSCAT154'), [
      'a.md:0 - See 07MUSCAT154, and 07MUSCAT154 ¶1.',
      'b.md:2 2 - 07MUSCAT154 ¶2: wells',
    ]);
    equal(index.countOf('07MUSCAT154'), 2);
    equal(index.countOf('07MUSCAT73'), 1);
    equal(index.size, 2);
  });

  it('says whether anything has changed, and forgets', () => {
    const index = new NoteIndex();
    equal(index.put('a.md', 'Nothing.'), false);
    equal(index.put('a.md', '07MUSCAT154\n'), true);
    equal(index.put('a.md', '07MUSCAT154\nmore\n'), false);
    equal(index.put('a.md', '\n07MUSCAT154\n'), true);
    equal(index.put('a.md', null), true);
    equal(index.put('a.md', null), false);
    deepEqual([index.size, index.countOf('07MUSCAT154')], [0, 0]);
  });

  it('knows a station by both names', () => {
    const index = new NoteIndex();
    index.put('a.md', '06KIEV10 and 06KYIV10');
    equal(index.countOf('06KYIV10'), 1);
    deepEqual(show(index, '06KIEV10'), ['a.md:0 - 06KIEV10 and 06KYIV10']);
  });

  it('keeps what stands around an id in a line without end, and a limited number of places', () => {
    const index = new NoteIndex();
    index.put('a.txt', `${'word '.repeat(10_000)}07MUSCAT154 ${'word '.repeat(10_000)}`);
    const [place] = index.placesOf('07MUSCAT154', 1).items;
    ok(place?.line.includes('07MUSCAT154') && place.line.length <= 300);
    index.put('b.md', '07MUSCAT154\n'.repeat(10_000));
    equal(index.placesOf('07MUSCAT154', 100_000).items.length, 2001);
    equal(index.placesOf('07MUSCAT154', 3).truncated, true);
  });

  it('is of Markdown and plain text', () => {
    deepEqual(['a.md', 'A.MD', 'a.markdown', 'a.txt', 'a.mdx', 'a.cable', 'md'].map(isNoteName), [
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
