import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, plainText } from '../../server/src/features/markdown';
import { cutWords } from '../../server/src/features/words';

describe('words', () => {
  it('are cut between words', () => {
    equal(cutWords('one two three', 13), 'one two three');
    equal(cutWords('one two three', 12), 'one two…');
    equal(cutWords('one two three', 7), 'one two…');
    equal(cutWords('one two three', 6), 'one…');
  });

  it('are cut within a long word, but not within a character', () => {
    equal(cutWords('abcdef', 3), 'abc…');
    equal(cutWords('ab😀ef', 3), 'ab…');
  });
});

describe('Markdown of a text from a cable', () => {
  const cases: readonly (readonly [text: string, markdown: string])[] = [
    ['OMAN-ISRAEL RELATIONS: A "STEP"', 'OMAN-ISRAEL RELATIONS: A "STEP"'],
    ['*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['[PREL](#) ![x](y)', '\\[PREL\\](#) !\\[x\\](y)'],
    ['<img src=x> &amp;', '\\<img src=x\\> \\&amp;'],
    ['# heading\n- item\n1. one\n===', '\\# heading\n\\- item\n1\\. one\n\\==='],
    ['    code', 'code'],
    ['see http://a.b or www.a.b', 'see http\\://a.b or www\\.a.b'],
    ['command:run', 'command:run'],
    ['a\\b', 'a\\\\b'],
  ];
  for (const [text, markdown] of cases) {
    it(`escapes ${JSON.stringify(text)}`, () => equal(escapeMarkdown(text), markdown));
  }

  it('leaves no sign that begins a link, HTML or emphasis unescaped', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const unescaped = escapeMarkdown(text).replace(/\\[^\n]/g, '');
        ok(!/[\\*_`<>[\]&~|@]/.test(unescaped));
      }),
    );
  });

  it('reads as the text where Markdown is not shown', () => {
    equal(plainText(`**${escapeMarkdown('07A1')}** · ${escapeMarkdown('*x*')}`), '07A1 · *x*');
  });
});
