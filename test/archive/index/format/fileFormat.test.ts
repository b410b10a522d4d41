import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BaseEncoder } from '../../../../server/src/archive/index/build/baseEncoder';
import type { Base } from '../../../../server/src/archive/index/format/base';
import { decodeBase } from '../../../../server/src/archive/index/format/decodeBase';
import { madeFacts } from '../../made';
import { buildBase, encoded, madeBase } from '../madeBase';

const LABEL = 'folder /cables, program 1.2.3';

const base = madeBase([
  ['a/1.txt', madeFacts({ mrn: '07MUSCAT73', subject: 'Oil — and gas', tags: ['MU'], cites: ['06ROME1'] })],
  ['a/2.txt', madeFacts({ subject: 'NO ID' })],
  ['3.txt', null],
]);

function bytesOf(of: Base, label = LABEL): Uint8Array<ArrayBuffer> {
  return encoded(of, label);
}

const bytes = bytesOf(base);

function decode(damaged: Uint8Array<ArrayBuffer>, label = LABEL): Base | null {
  return decodeBase(damaged.slice().buffer, label);
}

describe('a base as bytes', () => {
  it('comes back as it was', () => {
    assert.deepEqual(decode(bytes)?.columns, base.columns);
    assert.deepEqual(decode(bytesOf(buildBase(null, [])))?.columns, buildBase(null, []).columns);
  });

  it('is not taken for another folder or another program', () => {
    assert.equal(decode(bytes, 'folder /others, program 1.2.3'), null);
    assert.equal(decode(bytes, ''), null);
  });

  it('is not taken when cut anywhere, or when there is more', () => {
    for (let length = 0; length < bytes.length; length++) assert.equal(decode(bytes.slice(0, length)), null);
    for (const more of [1, 16, 4096]) {
      const longer = new Uint8Array(bytes.length + more);
      longer.set(bytes);
      assert.equal(decode(longer), null);
    }
  });

  it('is not taken when any one bit is another', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (decode(damaged)) assert.fail(`bit ${bit} of ${bytes.length * 8}`);
    }
  });

  it('is not taken with several bytes changed, or with parts of another one', () => {
    const other = bytesOf(madeBase([['a/1.txt', madeFacts({ mrn: '07MUSCAT74' })]]));
    const at = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(at, fc.integer({ min: 1, max: 255 })), { minLength: 1 }), changes => {
        const damaged = bytes.slice();
        for (const [i, value] of changes) damaged[i] = (damaged[i] ?? 0) ^ value;
        const same = Buffer.from(damaged).equals(bytes);
        assert.equal(decode(damaged) !== null, same);
      }),
    );
    fc.assert(
      fc.property(at, at, (from, length) => {
        const damaged = bytes.slice();
        damaged.set(other.slice(from, from + length).subarray(0, bytes.length - from), from);
        const same = Buffer.from(damaged).equals(bytes);
        assert.equal(decode(damaged) !== null, same);
      }),
    );
  });

  it('is not taken when half of it was never written', () => {
    for (let start = 0; start < bytes.length; start += 16) {
      const damaged = bytes.slice().fill(0, start);
      assert.equal(decode(damaged) !== null, Buffer.from(damaged).equals(bytes));
    }
  });

  it('is not taken with the byte order of another machine', () => {
    const swapped = Buffer.from(bytes).swap32();
    assert.equal(decode(new Uint8Array(swapped)), null);
  });
});

describe('a base that is written while it is put together', () => {
  it('has the same bytes in whatever parts its columns come', () => {
    const entries = Object.entries(base.columns);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.nat(entries.length),
        (shuffled, first) => {
          const written = new Uint8Array(bytes.length);
          const encoder = new BaseEncoder(LABEL, (pieces, start) =>
            written.set(Buffer.concat(pieces), start),
          );
          encoder.add(Object.fromEntries(shuffled.slice(0, first)));
          encoder.add(Object.fromEntries(shuffled.slice(first)));
          encoder.add(base.columns);
          encoder.finish();
          assert.deepEqual(written, bytes);
        },
      ),
    );
  });

  it('gives each of its columns once', () => {
    const given: [string, unknown][] = [];
    const built = buildBase(base, [], columns => given.push(...Object.entries(columns)));
    assert.deepEqual(given.map(([name]) => name).sort(), Object.keys(built.columns).sort());
    for (const [name, column] of given)
      assert.equal(column, Object.entries(built.columns).find(([each]) => each === name)?.[1]);
  });

  it('is not ended without all of its columns', () => {
    const encoder = new BaseEncoder(LABEL, () => {});
    assert.throws(() => encoder.finish());
  });
});
