import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, plainText } from '../../server/src/features/markdown';

/** What a cable may try in a hover. */
const TRIES = [
  ...[
    '[click](command:x)',
    '![i](http://evil/p.png)',
    '[a]: http://evil',
    '<img src=x onerror=y>',
    '<http://evil>',
  ],
  ...[
    'https://evil',
    'www.evil.com',
    'a@evil.com',
    '**b**',
    '__b__',
    '`code`',
    '~~~',
    '&lt;b&gt;',
    'a | b',
    '\\[x](y)',
  ],
];

/** What means something to Markdown anywhere and has no backslash before it. */
function bareIn(escaped: string): readonly string[] {
  const rest = escaped.replace(/\\[!-/:-@[-`{-~]/g, '');
  return rest.match(/[\\`*_[\]<>&~|@]|:\/\/|\bwww\./gi) ?? [];
}

describe('words of a cable in Markdown', () => {
  it('are no link, picture, element or emphasis', () => {
    for (const text of TRIES) deepEqual([text, bareIn(escapeMarkdown(text))], [text, []]);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...TRIES), fc.string({ maxLength: 4 }))), parts =>
        deepEqual(bareIn(escapeMarkdown(parts.join(''))), []),
      ),
    );
  });

  it('begin no heading, list or rule', () => {
    for (const line of ['# A', '- A', '+ A', '1. A', '12) A', '---', '===', ': A'])
      equal(/^(?:[#+=:-]|\d{1,9}[.)])/.test(escapeMarkdown(line)), false, line);
  });

  it('are as they were for a reader without Markdown', () => {
    for (const text of TRIES.filter(each => !/\*\*|\\/.test(each)))
      equal(plainText(escapeMarkdown(text)), text);
  });
});
