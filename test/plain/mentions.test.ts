import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/body.wasm';
import { readFrame } from '../../server/src/cable/frame';
import { splitMrn } from '../../server/src/cable/identity';
import { findMentions } from '../../server/src/cable/mentions';
import type { PreambleField } from '../../server/src/cable/preamble';
import { parseReferences } from '../../server/src/cable/references';
import { stationAliases } from '../../server/src/reference/posts';
import { knownPosts } from '../../server/src/reference/stations';
import { LineTable } from '../../server/src/text/lineTable';
import type { Span } from '../../server/src/text/span';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';
import { instantiate } from './assembly';

const reader = instantiate<{
  readonly read: (length: number) => number;
  readonly station: (length: number) => number;
  readonly postLetters: (post: number) => number;
  readonly postLength: (post: number) => number;
  readonly cite: (post: number, year: number, serial: number, start: number, end: number) => number;
  readonly mentions: (start: number, end: number, post: number) => number;
  readonly mentionAt: (index: number) => number;
}>(wasm);

const SOURCES = ['', 'printed', 'inherited', 'same-year', 'year-before'];

const pick = (list: string) => fc.constantFrom(...list.split('~'));

const read = (text: string) => reader.read(reader.put(text)) === 1;

function mentionAt(index: number) {
  const at = reader.mentionAt(index);
  const [start, end, post = 0, year, serial, source = 0] = new Int32Array(reader.memory.buffer, at, 6);
  const letters = Buffer.from(reader.memory.buffer, reader.postLetters(post), reader.postLength(post));
  return { start, end, year, post: letters.toString(), serial, yearSource: SOURCES[source] };
}

interface Cited extends Span {
  readonly mrn: string;
  /** The list of references: so many characters at the beginning of the text. */
  readonly list: number;
}

/** Whether the reader is sure of the mentions between two offsets of a text; they must be those that the parser finds. */
function isFound(text: string, { mrn, list, start, end }: Cited): boolean {
  const citing = splitMrn(mrn);
  if (!citing) throw new RangeError(mrn);
  const post = reader.station(reader.put(citing.post));
  if (!read(text) || reader.cite(post, citing.year, citing.serial, 0, list) === 0) return false;
  const count = reader.mentions(start, end, post);
  if (count < 0) return false;
  const field: PreambleField = {
    keyword: 'references',
    keywordSpan: { start: 0, end: 0 },
    parts: [{ start: 0, end: list }],
  };
  const items = parseReferences(text, [field], citing)?.references.items ?? [];
  const expected = findMentions(text, { start, end }, items, citing).flatMap(found =>
    found.mrn
      ? [{ start: found.start, end: found.end, ...splitMrn(found.mrn), yearSource: found.yearSource }]
      : [],
  );
  deepEqual(
    Array.from({ length: count }, (_, i) => mentionAt(i)),
    expected,
  );
  return true;
}

/** The same for the whole running text of a telegram with a list of references. */
const isFoundBehind = (list: string, text: string, mrn: string) =>
  isFound(`${list}\n\n${text}`, {
    mrn,
    list: list.length,
    start: list.length + 2,
    end: list.length + 2 + text.length,
  });

const names = pick(
  'MUSCAT~Muscat~muscat~CASA~CASABLANCA~casa~TEL AVIV~Tel Aviv~TELAVIV~TEL~KL~STATE~SECSTATE WASHDC~B0GOTA~' +
    "BOG0TA~0ROME~ADDIS ABABA~N'DJAMENA~N’DJAMENA~N”DJAMENA~MADRID SP~UNKNOWN~USUN~U.S. MISSION",
);
const blank = pick("~~ ~ ~ ~  ~\n~-~.~'~’");
const year = pick('~~~07 ~2007 ~O7 ~07~1907-~in 2006 ');
const serial = pick('12~123~00123~1234567~12345678~9~#45~12 AND 13~12, 456~12 TOSEC 1234');
const behind = pick('~.~)~ and~ andes~ percent.~%~ million~ (08)~ (2006).~ 2006.~\n~,~ troops~  )~   )');
const odd = fc.oneof(
  pick('ref A~septel~reftel~of~in~ ~ ~é~😀~('),
  fc.string({ unit: fc.constantFrom(..."AB0127 .'’-#(/\n"), maxLength: 4 }),
);

/** Some text with what may name cables in it. */
const running = fc
  .array(fc.tuple(odd, year, names, blank, serial, behind, fc.constantFrom('', ' ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map(pieces => pieces.flat().join(''));

const lists = pick(
  'A. SANAA 12 B. 07 MUSCAT 34 C. DOE EMAIL 3/4/08~A. 06 ROME 1~07 ROME 5~~A. STATE 5; 6 B. 06 PARIS 77 C. 77 D. OSLO 3~H. LIMA 1 I. LIMA 2 J. LIMA 3~A. EMAIL~A) LIMA 1 B) LIMA 2 B) LIMA 3',
);
const letter = pick('A~B~C~D~I~(A)~(B)~(c)~a~b~A)~Z');
const joint = pick(
  ', ~ and ~, and ~,and ~ & ~-~ - ~/~ through ~ thru ~,~\n~  ~   ~and~ AND\n~, aNd~;~through',
);
const word = pick(
  'ref ~refs ~reftel ~reftels ~Reftels ~REF\n~ref(~reftel (~refs  ~ref   ~ref    ~ref~septel~septels ~sep~reform ~refs-~preftel ~ref  (',
);
const letters = fc
  .tuple(
    word,
    letter,
    fc.array(fc.tuple(joint, letter), { maxLength: 3 }),
    pick("~~~ ~)~.~,~'s~’s~-based~s~ and ~; ~x"),
  )
  .map(([before, first, more, behind]) => before + first + more.flat().join('') + behind);

describe('the mentions of the plain reader', () => {
  it('are those of the parser in cables', () => {
    const plan = planOf(3000);
    const generated = Array.from({ length: 300 }, (_, i) => textOf(plan, 10 * i));
    for (const text of [...generated, ...samples.map(sample => sample.text)]) {
      const { body } = readFrame(text, new LineTable(text), '', true);
      if (read(text)) equal(isFound(text, { mrn: '07CASABLANCA100', list: 0, ...body }), true);
    }
  });

  it('are those of the parser in damaged cables', () => {
    const text = fc.tuple(fc.constantFrom(...samples), fc.array(fc.oneof(loss, noise), { maxLength: 4 }));
    fc.assert(
      fc.property(
        text,
        ([sample, damages]) => void isFoundBehind('', damaged(sample.text, damages), '07CASABLANCA100'),
      ),
      { numRuns: 500 },
    );
  });

  it('are those of the parser, whatever stands in the text', () => {
    fc.assert(
      fc.property(
        running,
        fc.constantFrom('07MUSCAT100', '07CASABLANCA100', '08TELAVIV2'),
        (some, mrn) => void isFoundBehind('', some, mrn),
      ),
      { numRuns: 5000 },
    );
  });

  it('are those of the parser, whatever they call the references', () => {
    const words = fc.array(fc.oneof(letters, letters, odd, fc.constant(' LIMA 12, ')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lists, words, (list, some) => void isFoundBehind(list, some.join(''), '07LIMA1')),
      { numRuns: 5000 },
    );
  });

  it('name every station that is known', () => {
    for (const name of [...knownPosts(), ...stationAliases().keys()])
      for (const text of [`(07 ${name} 123)`, `as ${name} 123.`])
        equal(isFoundBehind('', text, '07LIMA1'), true, name);
  });
});
