import { equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { sentenceAt } from '../../server/src/features/sentences';
import { caretOf, parseFixture } from '../fixture';

/** The sentence at the caret is the range of the fixture. */
function checkSentence(body: string): void {
  const fixture = parseFixture(`§ a.txt\nC O N F I D E N T I A L MUSCAT 000154\n\nSUBJECT: TALKS\n\n${body}`);
  const { file, offset } = caretOf(fixture);
  const span = sentenceAt(parseCable(file.text), offset);
  const [expected] = file.ranges;
  equal(
    span && file.text.slice(span.start, span.end),
    expected ? file.text.slice(expected.start, expected.end) : null,
  );
}

describe('sentences', () => {
  it('end at a stop before a capital', () => {
    checkSentence('1. (C) They came. ⟦They ▮talked in\nMuscat.⟧ They went.\n');
    checkSentence('1. (C) ⟦They ▮came.⟧ They talked.\n');
    checkSentence('1. (C) They came. ⟦They w▮ent⟧\n');
  });

  it('do not end behind initials, titles and what is no stop', () => {
    checkSentence('1. (C) ⟦The U.S. Ambassador, Gary A. Grappo, met Mr. Said on ▮No. 5 Street.⟧ He left.\n');
    checkSentence('1. (C) ⟦It cost 3.5 million, s▮ee ref. B above.⟧ "He left."\n');
  });

  it('take their quotation marks along', () => {
    checkSentence('1. (C) ⟦He said "we ▮came."⟧ "We saw," she said.\n');
  });

  it('are in paragraphs only', () => {
    checkSentence('SOME ▮HEADING\n\n1. (C) Text.\n');
    checkSentence('▮1. (C) Text.\n');
  });
});
