import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCable } from '../../server/src/cable/parse';
import { type Diagnostic, runChecks } from '../../server/src/checks';
import { fixAll, fixesAt } from '../../server/src/features/fixAll';
import { applyEdits } from '../../server/src/text/edit';
import { damaged, loss, noise } from '../cable/damage';
import { wholeCables } from '../texts';

const diagnose = (text: string) => runChecks(parseCable(text));
const whole = (text: string) => ({ start: 0, end: text.length });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code).sort();

const texts = wholeCables.map(({ text }) => text);
const webCopies = texts.filter(text => parseCable(text).dialect === 'cablegate');
const others = texts.filter(text => !webCopies.includes(text));

/** What brings about the faults that have fixes. */
const planted: fc.Arbitrary<string> = fc.constantFrom(
  'SIPDIS\n',
  '&one phrase8 ',
  '[1](#)',
  '**1**',
  '1',
  '- ',
  '#### ',
  '\\\n',
  '[PREL](#)',
  ' B. 07 MUSCAT 5',
  ' [1](#)B. 07 MUSCAT 5',
  'E',
);

/** A whole cable in any state, with either kind of line break. */
const anyText: fc.Arbitrary<string> = fc
  .tuple(
    // Most fixes are for web copies.
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...webCopies) }, fc.constantFrom(...others)),
    fc.array(fc.oneof(loss, noise), { maxLength: 3 }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), planted), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([text, damages, plants, crlf]) => {
    const planted = plants.reduce(
      (rest, [place, what]) => {
        const at = Math.floor(place * rest.length);
        return rest.slice(0, at) + what + rest.slice(at);
      },
      damaged(text, damages),
    );
    return crlf ? planted.replace(/\r\n|\r|\n/g, '\r\n') : planted;
  });

/** Checks that a text has the line breaks that it had, or fewer or more of the same. */
function assertSameBreaks(before: string, after: string): void {
  const kinds = (text: string) => new Set(text.match(/\r\n|\r|\n/g));
  const known = kinds(before);
  if (known.size > 0) for (const kind of kinds(after)) assert.ok(known.has(kind), JSON.stringify(kind));
}

function offersFix({ fix }: Diagnostic): boolean {
  const { edits = [], rename } = fix?.() ?? {};
  return edits.length > 0 || rename !== undefined;
}

describe('fixes', () => {
  for (const { path, text } of wholeCables)
    it(`all keep their word in ${path}`, () => {
      for (const crlf of [false, true]) {
        const printed = crlf ? text.replace(/\r?\n/g, '\r\n') : text;
        const fixes = fixesAt(printed, whole(printed), diagnose).map(({ diagnostic }) => diagnostic);
        assert.deepEqual(codes(fixes), codes(diagnose(printed).filter(offersFix)));
      }
    });

  it('take their diagnostic away, bring no other, and keep line ends, whatever the damage', () => {
    let offered = 0;
    let withheld = 0;
    fc.assert(
      fc.property(anyText, text => {
        const before = diagnose(text);
        const fixes = fixesAt(text, whole(text), diagnose);
        for (const { diagnostic: one, fix } of fixes) {
          const after = applyEdits(text, fix.edits);
          const left = codes(before.filter(other => other !== one));
          const now = codes(diagnose(after));
          for (const code of new Set(now)) {
            const count = (list: readonly string[]) => list.filter(other => other === code).length;
            assert.ok(count(now) <= count(left), `${one.code} brings ${code}`);
          }
          assertSameBreaks(text, after);
          // What is gone is not fixed again.
          assert.notEqual(after, text);
        }
        offered += fixes.length;
        withheld += before.filter(offersFix).length - fixes.length;
      }),
      { seed: 20070124, numRuns: 400 },
    );
    assert.ok(offered > 300, `only ${offered} fixes were tried`);
    assert.ok(withheld * 50 < offered, `${withheld} of ${offered} fixes would break something`);
  });

  it('that are certain are made together, and then there are none left', () => {
    fc.assert(
      fc.property(anyText, text => {
        const fixed = fixAll(text, diagnose);
        assert.equal(applyEdits(text, fixed.edits), fixed.text);
        assert.equal(fixed.edits.length === 0, fixed.codes.length === 0);
        assert.deepEqual(fixAll(fixed.text, diagnose), { text: fixed.text, edits: [], codes: [] });
        assertSameBreaks(text, fixed.text);
        const before = codes(diagnose(text));
        for (const code of codes(diagnose(fixed.text))) {
          const at = before.indexOf(code);
          assert.ok(at >= 0, `${code} is new`);
          before.splice(at, 1);
        }
      }),
      { seed: 20070209, numRuns: 300 },
    );
  });
});

describe('the certain fixes', () => {
  const fix = (code: string, start: number, end: number, newText: string, certain = true): Diagnostic => ({
    code,
    severity: 'hint',
    message: '',
    start,
    end,
    fix: () => ({ title: '', edits: [{ span: { start, end }, newText }], certain }),
  });

  it('are made in passes where they get in one another’s way', () => {
    const diagnosePairs = (text: string): Diagnostic[] => [
      ...(text.includes('ab') ? [fix('first', text.indexOf('ab'), text.indexOf('ab') + 2, 'b')] : []),
      ...(text.includes('bc') ? [fix('second', text.indexOf('bc'), text.indexOf('bc') + 2, 'b')] : []),
      ...(text.includes('d') ? [fix('doubtful', text.indexOf('d'), text.length, '', false)] : []),
    ];
    assert.deepEqual(fixAll('abcd', diagnosePairs), {
      text: 'bd',
      edits: [{ span: { start: 0, end: 3 }, newText: 'b' }],
      codes: ['first', 'second'],
    });
  });

  it('are tried at a place up to a number, so that a selection of everything costs no more than the parses of that many', () => {
    let asked = 0;
    const each = (text: string): Diagnostic[] => {
      asked++;
      return [...text].flatMap((letter, i) => (letter === 'a' ? [fix('a', i, i + 1, 'b')] : []));
    };
    assert.equal(fixesAt('a'.repeat(500), { start: 0, end: 500 }, each).length, 20);
    assert.equal(asked, 21);
    assert.equal(fixAll('a'.repeat(500), each).text, 'b'.repeat(500));
  });

  it('that would bring something new are not made', () => {
    const worse = (text: string): Diagnostic[] =>
      text === 'a' ? [fix('a', 0, 1, 'bb')] : [...text].map((_, i) => fix('b', i, i + 1, 'b'));
    assert.equal(fixAll('a', worse).text, 'a');
    assert.deepEqual(fixesAt('a', whole('a'), worse), []);
  });
});
