import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type FileFacts, factsOf } from '../../../server/src/archive/facts';
import { cableByName } from '../../../server/src/cable/byName';
import { parseDocument } from '../../../server/src/cable/document';
import { looksLikeCable } from '../../../server/src/cable/recognise';
import { decode } from '../../../server/src/host/files/decode';
import { scanCable } from '../../../server/src/host/scan/scanFile';
import { damaged, loss, noise } from '../../cable/damage';
import { samples } from '../../cable/samples';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

/** What a whole reading of a file gives. */
function factsByParse(bytes: Buffer, path: string): FileFacts {
  const text = decode(bytes);
  if (text === null || (cableByName(path) !== 'always' && !looksLikeCable(text))) return [];
  return parseDocument(text, path).map(factsOf);
}

/** The encodings in which a text may lie on a disk. */
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 with a mark': text => Buffer.from(`\ufeff${text}`),
  'UTF-16': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'Windows-1252': text => Buffer.from(text.replaceAll('¶', '\u00b6').replaceAll('’', '\u0092'), 'latin1'),
};

describe(`scan of a file (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  for (const [encoding, encode] of Object.entries(encodings)) {
    it(`gives the facts of cables in ${encoding}`, () => {
      for (const { name, text } of samples) {
        for (const printed of [text, text.replace(/\r?\n/g, '\r\n')]) {
          const bytes = encode(printed);
          deepEqual(scanCable(bytes, name), factsByParse(bytes, name), name);
        }
      }
    });
  }

  it('gives the facts of whatever is left of a cable', () => {
    const sample = fc.constantFrom(...samples).map(one => ({ ...one, toString: () => one.name }));
    const damages = fc.array(fc.oneof(loss, noise), { maxLength: 6 });
    fc.assert(
      fc.property(
        sample,
        damages,
        fc.constantFrom(...Object.values(encodings)),
        ({ name, text }, chain, encode) => {
          const bytes = encode(damaged(text, chain));
          deepEqual(scanCable(bytes, name), factsByParse(bytes, name));
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });

  const folder = process.env.REFTEL_CABLES;
  if (folder !== undefined) {
    it(`gives the facts of every file in ${folder} (REFTEL_CABLES)`, () => {
      const names = readdirSync(folder);
      for (const name of names) {
        const bytes: Buffer = readFileSync(join(folder, name));
        deepEqual(scanCable(bytes, name), factsByParse(bytes, name), name);
      }
      ok(names.length > 0);
    });
  }

  it('takes a text of any length', () => {
    const [{ text } = { text: '' }] = samples;
    const long = Buffer.from(text + 'As reported in 07 MUSCAT 154.\n'.repeat(20_000));
    const facts = scanCable(long, 'long.txt');
    deepEqual(facts, factsByParse(long, 'long.txt'));
    ok((facts[0]?.citations.length ?? 0) >= 20_000);
  });

  it('tells what is no cable, unless its name says that it is one', () => {
    const letter = Buffer.from('Dear Sir,\n\nplease find enclosed.\n');
    deepEqual(scanCable(letter, 'a.txt'), []);
    deepEqual(scanCable(Buffer.alloc(0), 'a.txt'), []);
    deepEqual(scanCable(Buffer.from([86, 90, 67, 0, 1]), 'a.cable'), []);
    equal(scanCable(letter, 'a.cable')[0]?.mrn, null);
  });
});
