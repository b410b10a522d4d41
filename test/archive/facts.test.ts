import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { factsOf } from '../../server/src/archive/facts';
import { readIndexDigest } from '../../server/src/cable/indexDigest';
import { parseCable } from '../../server/src/cable/parse';
import { parseFixture } from '../fixture';
import { wholeCables } from '../texts';

/** Facts of the one file of a fixture; its ranges are where its citations must be. */
function checkCitations(fixture: string, ...expected: string[]): void {
  const [file] = parseFixture(fixture).files;
  assert.ok(file);
  const cable = parseCable(file.text);
  const { citations } = factsOf(cable);
  const found = citations.map(({ target, place }) => `${place} ${target}`);
  assert.deepEqual(found, expected);
  assert.deepEqual(
    citations.map(({ range }) => range),
    file.ranges.map(({ start, end }) => ({
      start: cable.lines.positionAt(start),
      end: cable.lines.positionAt(end),
    })),
  );
}

describe('facts of a cable', () => {
  it('are what an answer about it needs', () => {
    const text = readFileSync('seeds/001_d7c79b370b6b1b3a.txt', 'utf8');
    const { subject, completeness, citations, ...rest } = factsOf(parseCable(text));
    assert.deepEqual(rest, {
      mrn: '07MUSCAT154',
      instant: Date.UTC(2007, 1, 14, 14, 12),
      from: 'AMEMBASSY MUSCAT',
      to: ['SECSTATE WASHDC'],
      classification: 'CONFIDENTIAL',
      captions: ['SIPDIS'],
      tags: ['PREL', 'KPAL', 'IS', 'MU'],
      anchor: { start: { line: 12, character: 0 }, end: { line: 12, character: 37 } },
    });
    assert.ok(subject && citations.length > 3);
    assert.ok(completeness > 1000);
  });

  it('are the same for an index, which reads less of it', () => {
    for (const { path, text } of wholeCables)
      assert.deepEqual(factsOf(readIndexDigest(text, path)), factsOf(parseCable(text, path)), path);
  });

  it('hold every citation that names a cable, in the order of the text', () => {
    checkCitations(
      `
      R 131325Z FEB 07
      FM AMEMBASSY MUSCAT
      TO SECSTATE WASHDC

      C O N F I D E N T I A L MUSCAT 000154

      SUBJECT: TALKS

      REF: A. ⟦STATE 16868⟧
           B. ⟦06 MUSCAT 01735⟧
           C. SMITH-JONES EMAIL OF 01/02/07

      1. (C) As reported in ⟦ref B⟧ and by septel, nothing happened.
      `,
      'list 07STATE16868',
      'list 06MUSCAT1735',
      'text 06MUSCAT1735',
    );
  });

  it('hold citations in the order of the text wherever its list stands', () => {
    const cable = parseCable(readFileSync('seeds/001_d7c79b370b6b1b3a.txt', 'utf8'));
    const mentions = cable.mentions.toReversed();
    assert.deepEqual(factsOf({ ...cable, mentions }).citations, factsOf(cable).citations);
  });

  it('hold each tag once, of few and of many', () => {
    const tags = ['PREL', 'KPAL', 'IS', 'MU', 'PGOV', 'ECON', 'ETRD', 'EFIN', 'PHUM', 'MARR', 'SA', 'IR'];
    for (const count of [3, 12]) {
      const each = tags.slice(0, count);
      const text = `S E C R E T MUSCAT 000012\n\nTAGS: ${[...each, ...each.slice(1)].join(' ')}`;
      assert.deepEqual(factsOf(parseCable(text)).tags, each);
    }
  });

  it('are empty where the text says nothing', () => {
    const start = { line: 0, character: 0 };
    assert.deepEqual(factsOf(parseCable('')), {
      mrn: null,
      subject: null,
      instant: null,
      from: null,
      to: [],
      classification: null,
      captions: [],
      tags: [],
      anchor: { start, end: start },
      completeness: 0,
      citations: [],
    });
  });

  it('prefer a file that has the beginning', () => {
    const section = (n: number) => {
      const text = `C O N F I D E N T I A L SECTION 0${n} OF 03 MUSCAT 000154\n\nSUBJECT: X\n\n${n}. (C) ${'Text. '.repeat(n)}\n`;
      return factsOf(parseCable(text)).completeness;
    };
    assert.ok(section(1) > section(2));
    assert.ok(section(2) > section(3));
  });
});
