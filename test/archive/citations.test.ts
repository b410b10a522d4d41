import assert from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { factsOf, rangeOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { parseFixture } from '../fixture';

/** Puts the files of a fixture into an archive one by one; its ranges are the places that must cite `mrn`. */
function checkCitedBy(mrn: string, fixture: string): Archive {
  const { files } = parseFixture(fixture);
  let archive = Archive.empty;
  for (const { name, text } of files) archive = archive.with(name, [factsOf(parseCable(text))]);
  assert.deepEqual(
    archive.citedBy(mrn).items.map(({ source, range }) => ({ file: source.uri, range })),
    files.flatMap(({ name, text, ranges }) =>
      ranges.map(span => ({ file: name, range: rangeOf(parseCable(text).lines, span) })),
    ),
  );
  return archive;
}

describe('citations across files', () => {
  const fixture = `
    § a.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT

    S E C R E T MUSCAT 000073

    SUBJECT: ONE
    § b.txt
    R 141412Z FEB 07
    FM AMEMBASSY MUSCAT

    C O N F I D E N T I A L MUSCAT 000154

    SUBJECT: TWO

    REF: A. STATE 16868
         B. ⟦MUSCAT 00073⟧

    1. (C) As ⟦ref B⟧ says, but not as ref A does.
  `;

  it('lead from a cable to the places that cite it, whatever the zeros', () => {
    checkCitedBy('07MUSCAT73', fixture);
  });

  it('go with the file that holds them', () => {
    const archive = checkCitedBy('07MUSCAT73', fixture).without('b.txt');
    assert.equal(archive.size, 1);
    assert.deepEqual(archive.citedBy('07MUSCAT73').items, []);
    assert.equal(archive.without('a.txt').find('07MUSCAT73').length, 0);
  });
});
