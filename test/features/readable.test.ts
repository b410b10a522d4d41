import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../server/src/cable/document';
import { recordOf } from '../../server/src/cable/record';
import { readableEdits } from '../../server/src/features/readable';
import { makeReadable } from '../../server/src/import/readable';
import { applyEdits } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import { cableWith } from '../checks/check';
import { parseFixture } from '../fixture';
import { wholeCables } from '../texts';

function readable(text: string, isCable = true, span?: Span): string {
  return applyEdits(text, readableEdits(text, makeReadable, isCable, span));
}

const records = (text: string) => parseDocument(text).map(cable => recordOf('x', cable));

/** What telegrams say, and not where. */
function sense(text: string) {
  return records(text).map(
    ({ mrn, dtg, classification, captions, from, to, info, tags, subject, ...more }) => ({
      ...{ mrn, dtg, classification, captions, from, to, info, tags, subject, signature: more.signature },
      references: more.references.map(({ kind, mrn, label }) => [kind, mrn, label]),
      mentions: more.mentions.map(({ kind, mrn }) => [kind, mrn]),
      paragraphs: more.paragraphs.map(({ number, marking }) => [number, marking]),
    }),
  );
}

describe('making readable with the marks of copies', () => {
  it('takes HTML and marks away at once', () =>
    assert.equal(
      readable(
        cableWith({
          tags: 'TAGS: <a href="/t">[PREL](#)</a> MU',
          body: '[1](#)1. (C) &quot;One&quot;.<br>\n',
        }),
      ),
      cableWith({ tags: 'TAGS: PREL MU', body: '¶1. (C) "One".\n' }),
    ));

  it('keeps to a selection', () => {
    const [file] = parseFixture(
      cableWith({ body: '[1](#)1. (C) A &amp; B.\n\n⟦[1](#)2. (C) C &amp; D.⟧' }),
    ).files;
    assert.ok(file);
    assert.equal(
      readable(file.text, true, file.ranges[0]),
      cableWith({ body: '[1](#)1. (C) A &amp; B.\n\n¶2. (C) C & D.' }),
    );
  });

  it('keeps the line ends of the text', () => {
    const text = cableWith({ body: '[1](#)1. (C) A <b>and</b> B.' }).replaceAll('\n', '\r\n');
    assert.equal(readable(text), cableWith({ body: '¶1. (C) A and B.' }).replaceAll('\n', '\r\n'));
    // An editor takes the two characters of a line end for one.
    for (const { span, newText } of readableEdits(text, makeReadable, true))
      assert.doesNotMatch(newText + text.slice(span.end, span.end + 1), /\r\n$/);
  });

  it('changes no more lines than it must', () => {
    const text = cableWith({ body: '1. (C) One.\n\n2. (C) A &amp; B.\n\n3. (C) Three.' });
    const [edit, ...more] = readableEdits(text, makeReadable, true);
    assert.deepEqual(more, []);
    assert.equal(edit?.newText, '2. (C) A & B.');
  });

  it('takes marks off cables only', () => {
    const text = '#### A recipe\n\n[1](#)1. Boil &amp; stir.\n';
    assert.equal(readable(text, false), text.replace('&amp;', '&'));
  });

  it('leaves an empty text alone', () => assert.deepEqual(readableEdits('', makeReadable, true), []));

  for (const { path, text } of wholeCables)
    it(`changes nothing that ${path} says, as it is and as a page`, () => {
      assert.deepEqual(sense(readable(text)), sense(text));
      const source = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const page = `<html><body><div><pre>${source}</pre></div></body></html>`;
      assert.deepEqual(sense(readable(page, false)), sense(text));
    });

  it('brings lost lines back, and no id is another', () => {
    let same = 0;
    for (const { path, text } of wholeCables) {
      const [first] = sense(text);
      const [again] = sense(readable(text.replace(/\s*\n\s*/g, ' '), false));
      assert.ok(again === undefined || again.mrn === null || again.mrn === first?.mrn, path);
      if (first?.mrn === again?.mrn && String(first?.tags) === String(again?.tags)) same++;
    }
    // What a scanner has misread is uncertain, and stays.
    assert.ok(same >= 0.7 * wholeCables.length, `${same} of ${wholeCables.length}`);
  });

  it('is enough once, whatever stands where', () => {
    const piece = fc.constantFrom(
      ...['<br>', '<p>', '</p>', '<b>', '</b>', '<pre>', '</pre>', '<div>', '</div>', '<a href="#">', '</a>'],
      ...['&amp;', '&lt;', '&gt;', '&lt;br&gt;', '&amp;lt;', '&nbsp;', '&#182;', '&para;', '<', '>', '&'],
      ...['[1](#)', '**1**', '- ', '#### ', '\\\n', '[MU](#)', '¶', '\n', '\r\n', ' ', '1. (C) ', '2. '],
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...wholeCables.map(({ text }) => text)),
        fc.array(fc.tuple(place, piece), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', ' ', '<br>', '<br>\n', '\r\n'),
        (original, pieces, end) => {
          let text = original;
          for (const [at, what] of pieces) {
            const offset = Math.floor(at * text.length);
            text = text.slice(0, offset) + what + text.slice(offset);
          }
          const once = readable(text.replaceAll('\n', end));
          assert.equal(readable(once), once);
        },
      ),
      { seed: 20070124, numRuns: Number(process.env.REFTEL_RUNS ?? 200) },
    );
  });
});
