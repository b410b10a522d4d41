import { deepEqual, equal, ok } from 'node:assert/strict';
import { LineTable } from '../../server/src/text/lineTable';

/** A text that counts how many characters are looked at: searches count each one they pass. */
class CountedText {
  looks = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  charCodeAt(index: number): number {
    this.looks++;
    return this.#text.charCodeAt(index);
  }

  indexOf(sought: string, from = 0): number {
    const found = this.#text.indexOf(sought, from);
    this.looks += (found < 0 ? this.#text.length : found) - from + 1;
    return found;
  }

  includes(sought: string): boolean {
    return this.indexOf(sought) >= 0;
  }
}

const linesOf = (text: string) => {
  const table = new LineTable(text);
  return Array.from({ length: table.count }, (_, i) => text.slice(table.start(i), table.end(i)));
};

describe('line table', () => {
  it('gives the empty text one line', () => deepEqual(linesOf(''), ['']));
  it('ends a line at LF, CR LF and a lone CR', () =>
    deepEqual(linesOf('a\nb\r\nc\rd'), ['a', 'b', 'c', 'd']));
  it('has an empty last line behind a final break', () => deepEqual(linesOf('a\n'), ['a', '']));
  it('grows past its first guess', () => equal(new LineTable('\n'.repeat(1000)).count, 1001));

  it('turns offsets into positions and back', () => {
    const table = new LineTable('ab\r\ncde');
    deepEqual(table.positionAt(5), { line: 1, character: 1 });
    equal(table.offsetAt({ line: 1, character: 1 }), 5);
  });

  it('moves what lies outside into the text', () => {
    const table = new LineTable('ab\ncd');
    deepEqual(table.positionAt(99), { line: 1, character: 2 });
    deepEqual(table.positionAt(-1), { line: 0, character: 0 });
    equal(table.offsetAt({ line: 0, character: 99 }), 2);
    equal(table.offsetAt({ line: 7, character: 0 }), 5);
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CR', '\r'],
    ['CR LF', '\r\n'],
  ] as const)
    it(`looks at each character a few times at most where lines end with ${name} and an LF stands far behind`, () => {
      const text = `${`A${lineEnd}`.repeat(1000)}B\n`;
      const counted = new CountedText(text);
      equal(new LineTable(counted as unknown as string).count, 1002);
      ok(counted.looks < 6 * text.length, `${counted.looks} looks at ${text.length} characters`);
    });

  it('reads a mix of line ends', () => {
    deepEqual(linesOf('a\rb\n\rc\r\r\n\nd\r'), ['a', 'b', '', 'c', '', '', 'd', '']);
  });
});
