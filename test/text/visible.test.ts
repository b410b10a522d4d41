import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { shown } from '../../server/src/cli/output';
import { visible, visibleJson, visibleLine } from '../../server/src/text/visible';

/** By the Unicode categories, another way than the code's. */
const CONTROL = /\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const isHarmless = (text: string) => !CONTROL.test(text.replace(/[\t\n]|\r\n/g, ''));

const text = fc.string({
  unit: fc.oneof(
    fc.nat(0x2fff).map(code => String.fromCharCode(code)),
    fc.constantFrom('\r\n', '\u2066', '😀'),
  ),
});

describe('text on a terminal', () => {
  it('has a visible sign for each control character', () => {
    equal(
      visible('\x1b[31mRED\x07 \x9b2J \u202eabc\u2028\x7f\0 a\tb\r\nc\rd'),
      '␛[31mRED␇ �2J �abc�␡␀ a\tb\r\nc␍d',
    );
    fc.assert(fc.property(text, some => isHarmless(visible(some))));
  });

  it('is one line where it has to be', () => {
    equal(visibleLine('a\tb\r\nc\x1bd'), 'a␉b␍␊c␛d');
    fc.assert(fc.property(text, some => !CONTROL.test(visibleLine(some))));
  });

  it('is the same value where it is JSON', () =>
    fc.assert(
      fc.property(text, some => {
        const json = visibleJson(JSON.stringify([some]));
        deepEqual(JSON.parse(json), [some]);
        equal(isHarmless(json), true);
      }),
    ));

  it('is exact where it is data for a program', () => {
    equal(shown('\x1b', 'data', false), '\x1b');
    equal(shown('\x1b', 'data', true), '␛');
    equal(shown('\x1b[1m', 'styled', true), '\x1b[1m');
  });
});
