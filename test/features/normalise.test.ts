import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cable } from '../../server/src/cable/model';
import { parseCable } from '../../server/src/cable/parse';
import { runChecks } from '../../server/src/checks';
import { normaliseEdits } from '../../server/src/features/normalise';
import { applyEdits } from '../../server/src/text/edit';
import { cableWith } from '../checks/check';
import { parseFixture } from '../fixture';
import { wholeCables } from '../texts';

/** Checks what a text becomes; with `⟦ ⟧` only what these hold. */
function checkNormalised(marked: string, expected: string): void {
  const [file] = parseFixture(marked).files;
  assert.ok(file);
  const [selection] = file.ranges;
  assert.equal(applyEdits(file.text, normaliseEdits(parseCable(file.text), selection)), expected);
}

/**
 * What a cable says, marks of copies left aside. Without headings: a mark may have been all that told a heading in the case of
 * a sentence from the text above it.
 */
function sense({ tags, references, paragraphs, mrn, subject, signature, mentions }: Cable) {
  return {
    mrn,
    tags: tags?.tags.map(({ value, kind }) => [value, kind]),
    references: references?.items.map(({ label, kind, mrn }) => [label?.value, kind, mrn]),
    paragraphs: paragraphs.map(({ number, marking }) => [number, marking?.value]),
    subject: subject?.value,
    signature: signature?.value,
    mentions: mentions.map(({ value, mrn }) => [value, mrn]),
  };
}

describe('normalising', () => {
  it('numbers paragraphs plainly with the number that they mean', () =>
    checkNormalised(
      cableWith({ body: '11. (C) One.\n\n[1](#)2. (C) Two.\n\n- **1**3. (C) Three.\n\n¶4. (C) Four.' }),
      cableWith({ body: '¶1. (C) One.\n\n¶2. (C) Two.\n\n¶3. (C) Three.\n\n¶4. (C) Four.' }),
    ));

  it('makes plain words of links, headings and broken lines', () => {
    checkNormalised(
      cableWith({
        tags: 'TAGS: [PREL](#)[EPET](#), [MU](#)\\',
        subject: 'SUBJECT: MINISTER VISITS\\\nTHE NEW HARBOR\\\\',
        body: '1. (C) One.\\\n\n#### What comes next\n\n2. (C) Two.',
      }),
      cableWith({
        tags: 'TAGS: PREL EPET, MU',
        subject: 'SUBJECT: MINISTER VISITS\nTHE NEW HARBOR',
        body: '1. (C) One.\n\nWhat comes next\n\n2. (C) Two.',
      }),
    );
  });

  it('gives references that were run together lines of their own, with the line ends of the text', () => {
    const before = cableWith({ references: 'REF: A. SANAA 7 **1**B. 06 MUSCAT 1512\n[1](#)C. MUSCAT 11' });
    const after = cableWith({ references: 'REF: A. SANAA 7\nB. 06 MUSCAT 1512\n¶C. MUSCAT 11' });
    checkNormalised(before, after);
    const withCrlf = before.replaceAll('\n', '\r\n');
    assert.equal(applyEdits(withCrlf, normaliseEdits(parseCable(withCrlf))), after.replaceAll('\n', '\r\n'));
  });

  it('keeps to a selection', () =>
    checkNormalised(
      cableWith({ tags: 'TAGS: [PREL](#) [MU](#)', body: '[1](#)1. (C) One.\n\n⟦[1](#)2⟧. (C) Two.' }),
      cableWith({ tags: 'TAGS: [PREL](#) [MU](#)', body: '[1](#)1. (C) One.\n\n¶2. (C) Two.' }),
    ));

  it('leaves a plain text alone', () => {
    assert.deepEqual(normaliseEdits(parseCable(cableWith())), []);
    assert.deepEqual(normaliseEdits(parseCable('')), []);
  });

  for (const { path, text } of wholeCables)
    it(`changes nothing that ${path} says, and once is enough`, () => {
      const cable = parseCable(text);
      const after = parseCable(applyEdits(text, normaliseEdits(cable)));
      assert.deepEqual(sense(after), sense(cable));
      assert.deepEqual(normaliseEdits(after), []);
      const artefacts = runChecks(after).filter(({ code }) => code === 'transcription-artefacts');
      assert.deepEqual(artefacts, []);
    });

  it('is enough once, wherever marks stand', () => {
    const mark = fc.constantFrom(
      '[1](#)',
      '**1**',
      '1',
      '¶1',
      '- ',
      '#### ',
      '### #',
      '\\\n',
      '[MU](#)',
      '¶',
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...wholeCables.map(({ text }) => text)),
        fc.array(fc.tuple(place, mark), { minLength: 1, maxLength: 8 }),
        (original, marks) => {
          const lines = original.split('\n');
          for (const [at, what] of marks) {
            const line = Math.floor(at * lines.length);
            lines[line] = what === '\\\n' ? `${lines[line]}\\` : what + lines[line];
          }
          const text = lines.join('\n');
          const after = applyEdits(text, normaliseEdits(parseCable(text)));
          assert.deepEqual(normaliseEdits(parseCable(after)), []);
        },
      ),
      { seed: 20071106, numRuns: 300 },
    );
  });
});
