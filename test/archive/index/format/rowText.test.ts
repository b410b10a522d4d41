import assert from 'node:assert/strict';
import { Archive } from '../../../../server/src/archive/archive';
import { joinSubject, splitSubject } from '../../../../server/src/archive/index/format/subject';
import {
  NARROW,
  NumberReader,
  pushNumber,
  putNumber,
} from '../../../../server/src/archive/index/format/wideNumbers';
import { madeFacts, namedBehind } from '../../made';
import { buildBase, madeBase, madeBatch } from '../madeBase';

describe('the texts of a base', () => {
  it('cut subjects into words and gaps and put them together again', () => {
    assert.deepEqual(splitSubject('OIL, GAS AND  WATER'), ['OIL', ', ', 'GAS', 'AND', '  ', 'WATER']);
    assert.deepEqual(splitSubject(' A-1 '), [' ', 'A', '-', '1', ' ']);
    for (const subject of [
      '',
      ' ',
      'A',
      ' A',
      'A ',
      'A  B',
      '. A . B.',
      'É 𝒜𝒜 — ß',
      '\ud835 A \udc9c',
      'Α\u0345 B',
    ])
      assert.equal(joinSubject(splitSubject(subject)), subject);
  });

  it('hold numbers of any size', () => {
    const numbers = [0, 1, NARROW - 1, NARROW, 0xffff, 0x10000, 5_000_000, 2 ** 30 - 1, 7];
    const pushed: number[] = [];
    for (const number of numbers) pushNumber(pushed, number);
    const column = new Uint16Array(pushed.length);
    assert.equal(
      numbers.reduce((at, number) => putNumber(column, at, number), 0),
      column.length,
    );
    assert.deepEqual([...column], pushed);
    const reader = new NumberReader(column);
    assert.deepEqual(
      numbers.map(() => reader.next()),
      numbers,
    );
    assert.equal(reader.at, column.length);
  });

  it('hold more different words than fit in 16 bits, and are searched for each', () => {
    const word = (i: number) => `W${i.toString(36).toUpperCase()}X`;
    const subject = (file: number) => Array.from({ length: 700 }, (_, i) => word(file * 700 + i)).join(' ');
    const files = Array.from(
      { length: 100 },
      (_, i) => [`${i}`, madeFacts({ subject: subject(i), tags: ['MU'] })] as const,
    );
    const base = buildBase(madeBase(files.slice(50)), [madeBatch(files.slice(0, 50))]);
    assert.ok(base.texts.tokens.size > 0x10000);
    const archive = Archive.over({ base, naming: namedBehind('') });
    for (const number of [0, 34_999, 35_000, 49_150, 65_535, 65_537, 69_999]) {
      const [best] = archive.search(word(number), 1).items;
      const file = Math.floor(number / 700);
      assert.equal(best?.uri, String(file));
      assert.ok(best?.subject === subject(file), `subject of ${file}`);
    }
    assert.equal(archive.search('mu', 200).items.length, 100);
  });

  it('are searched to the end where a better one may come', () => {
    const files = Array.from({ length: 20_000 }, (_, i) => {
      const subject = i === 19_990 ? 'OIL' : 'TURMOIL';
      return [`${i}`, madeFacts({ mrn: `07MUSCAT${i + 1}`, subject })] as const;
    });
    const archive = Archive.over({ base: madeBase(files), naming: namedBehind('') });
    const found = archive.search('oil', 3);
    assert.deepEqual(
      found.items.map(({ uri }) => uri),
      ['19990', '0', '1'],
    );
    assert.equal(found.truncated, true);
  });
});
