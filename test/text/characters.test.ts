import { equal } from 'node:assert/strict';
import { capitalsOf, isPlainWord, isWhite } from '../../server/src/text/characters';

describe('characters', () => {
  it('become the capitals that JavaScript makes of them', () => {
    for (const text of ['', 'SIPDIS', 'sipdis', 'SIPDIs', 'É', 'é', 'CAFé', 'ß', 'ıİ', 'ﬁ', '𐐨', '\ud801'])
      equal(capitalsOf(text), text.toUpperCase(), text);
  });

  it('are white where a pattern finds them so', () => {
    for (let code = 0; code <= 0xffff; code++)
      equal(isWhite(code), /\s/.test(String.fromCharCode(code)), code.toString(16));
  });

  it('make a plain word where all are letters of the alphabet', () => {
    for (const word of ['A', 'z', 'Doe']) equal(isPlainWord(word), true, word);
    for (const word of ['', 'A1', '@', '[', '`', '{', 'É', 'A B']) equal(isPlainWord(word), false, word);
  });
});
