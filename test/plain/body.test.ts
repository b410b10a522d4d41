import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/body.wasm';
import { repeatedCaptions } from '../../server/src/cable/bodyLines';
import { readFrame } from '../../server/src/cable/frame';
import { Source } from '../../server/src/cable/source';
import { LineTable } from '../../server/src/text/lineTable';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { made, samples } from '../cable/samples';
import { seeds } from '../seeds';
import { instantiate } from './assembly';

const reader = instantiate<{
  readonly read: (length: number) => number;
  readonly captions: (from: number, to: number) => number;
  readonly captionStart: (index: number) => number;
  readonly captionEnd: (index: number) => number;
  readonly codeAt: (at: number) => number;
  readonly findBody: (line: number) => number;
  readonly line: () => number;
  readonly glued: () => number;
  readonly nameStart: () => number;
  readonly start: () => number;
  readonly end: () => number;
  readonly endLine: () => number;
}>(wasm);

const pick = (list: string) => fc.constantFrom(...list.split('~'));

const read = (text: string) => reader.read(reader.put(text)) === 1;

/** Whether the reader tells where the running text of a cable ends; it must be where the parser finds it. */
function isFound(text: string): boolean {
  if (!read(text)) return false;
  const { copy, opening, signature, bodyEnd, body } = readFrame(text, new LineTable(text), '', true);
  if (copy.source.text !== text || opening.closing || reader.findBody(opening.bodyLine) === 0) return false;
  const found = reader.line() < 0 ? null : { line: reader.line(), glued: reader.glued() === 1 };
  deepEqual(found, signature && { line: signature.line, glued: signature.glued });
  if (signature) equal(reader.nameStart(), signature.start);
  equal(reader.endLine(), bodyEnd);
  equal(reader.end() - reader.start(), body.end - body.start);
  if (body.end > body.start) equal(reader.start(), body.start);
  return true;
}

/** A pick of what last lines hold. */
const tail = fc
  .array(
    fc.oneof(
      pick(
        "SMITH~Smith~smith~McCain~MCCAIN~O'HARA~O’HARA~de la Cruz~J. P. Jones~Al-Badr~van~der~Jr.~XXXX~The~Mr~" +
          'U.S~X~END~COMMENT~END COMMENT~END TEXT~NNNN~BT~#0001~CABLE ENDS~SECRET~SECRET//NOFORN~PAGE 02 ROME~' +
          'SELECT * FROM x~ROME 00000073 002 OF 002~talks ended~www.state.gov/portal/x~cfm~***~-----~====~>~”~’~"~)~' +
          '.~.~. ~: ~?~!~#~-~ ~ ~\n~\n\n~\\~  ~/~_~é~😀',
      ),
      fc.string({ unit: fc.constantFrom(...'ABXabx.\'’”")(- #>*=_/é\n'), maxLength: 5 }),
    ),
    { maxLength: 9 },
  )
  .map(pieces => pieces.join(''));

/** Lines that may repeat captions. */
const captionLines = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', ' ', '    '),
      fc.array(
        fc.tuple(
          pick('SIPDIS~sipdis~NOFORN~EXDIS~NODIS~LIMDIS~STADIS~SENSITIVE~NOT~EYES ONLY~LIMA~SIPDISX~É~1~'),
          pick(' ~ ~/~, ~//~  ~.~'),
        ),
        { maxLength: 4 },
      ),
      pick('\n~\n~\r\n~ \n~\\\n~ and no other line is as long as this one at all\n'),
    ),
    { maxLength: 8 },
  )
  .map(lines => lines.flat(3).join(''));

describe('the running text of the plain reader', () => {
  it('ends where the parser ends it in cables', () => {
    for (const { name, text } of [...seeds, ...made]) equal(isFound(text), true, name);
    const plan = planOf(3000);
    for (let row = 0; row < 3000; row += 10) equal(isFound(textOf(plan, row)), true);
  });

  it('ends where the parser ends it in damaged cables', () => {
    const text = fc.tuple(fc.constantFrom(...samples), fc.array(fc.oneof(loss, noise), { maxLength: 4 }));
    fc.assert(
      fc.property(text, ([sample, damages]) => void isFound(damaged(sample.text, damages))),
      { numRuns: 600 },
    );
  });

  it('ends where the parser ends it, whatever the last lines hold', () => {
    const head =
      'VZCZCXRO\nOO RUEHC\nDE RUEHRO #0001 0021200\nZNR UUUUU ZZH\nO 021200Z JAN 07\nFM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC\nUNCLAS ROME 000001\n\nSUBJECT: TEXT\n\n1. The text begins.';
    fc.assert(
      fc.property(
        fc.constantFrom('', ' It ends.', '\n', '\n\n'),
        tail,
        (middle, last) => void isFound(head + middle + last),
      ),
      { numRuns: 5000 },
    );
  });

  it('repeats the captions that the parser finds', () => {
    fc.assert(
      fc.property(captionLines, text => {
        if (!read(text)) throw new Error('not plain');
        const source = new Source(text);
        const count = reader.captions(0, source.count);
        if (count < 0) return;
        const found = Array.from({ length: count }, (_, i) => [reader.captionStart(i), reader.captionEnd(i)]);
        deepEqual(
          found,
          repeatedCaptions(source, 0, source.count).map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('knows every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.nat(60)), (text, places) => {
        if (!read(text)) return;
        for (const at of places.filter(place => place < text.length)) {
          const code = text.charCodeAt(at);
          if ((code & 0xf800) !== 0xd800) equal(reader.codeAt(at), code);
        }
      }),
    );
  });
});
