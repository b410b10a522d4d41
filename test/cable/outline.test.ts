import { deepEqual, equal } from 'node:assert/strict';
import { resolveOrdinals } from '../../server/src/cable/ordinals';
import { cableWith } from './made';

/** What printed numbers mean, null for running text; `!` behind a number is a portion mark. */
function checkNumbers(printed: string, expected: readonly (number | null)[]): void {
  const candidates = printed.split(' ').map(word => ({
    digits: word.replace('!', ''),
    hasMarking: word.endsWith('!'),
    blankBefore: true,
    glued: false,
  }));
  deepEqual(
    resolveOrdinals(candidates, false).map(ordinal => ordinal?.number ?? null),
    expected,
  );
}

describe('paragraph numbers', () => {
  it('are as they stand', () => checkNumbers('1 2 3', [1, 2, 3]));
  it('lose the artefact of a copy', () => checkNumbers('11 12 13', [1, 2, 3]));
  it('keep what is no artefact', () =>
    checkNumbers(
      '9 10 11 12',
      [null, null, null, null].map((_, i) => i + 9),
    ));
  it('change from one way of printing to another', () =>
    checkNumbers('11 12 3 4 5 6 7 8 9 10 11 12 113 114', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]));
  it('may miss one', () => checkNumbers('1! 2! 4! 5!', [1, 2, 4, 5]));
  it('are no years', () => checkNumbers('1! 2006 2! 12006 3!', [1, null, 2, null, 3]));
  it('may be given twice, where a portion mark says that it is a paragraph', () => {
    checkNumbers('1! 2! 3! 3! 4! 5!', [1, 2, 3, 3, 4, 5]);
    checkNumbers('1 2 3 3 4 5', [1, 2, 3, null, 4, 5]);
  });
  it('of a second copy of the page are not told from the first', () =>
    checkNumbers('1! 2 1! 2 3!', [1, 2, null, null, 3]));
  it('are no list inside a paragraph', () => checkNumbers('1! 2! 1 2 3! 4!', [1, 2, null, null, 3, 4]));
  it('go on behind many that a cut document lacks', () =>
    checkNumbers('1 3 8 11 12 13', [1, 3, 8, 11, 12, 13]));
  it('are none alone and far from one', () => checkNumbers('500', [null]));
});

describe('paragraphs', () => {
  const paragraphs = (body: string) =>
    cableWith({ body }).paragraphs.map(
      ({ number, trust, marking }) => `${number} ${trust} ${marking?.value ?? '-'}`,
    );

  it('are numbered in every copied form', () =>
    deepEqual(
      paragraphs('¶1. (C) A.\n\n12. (C) B.\n\n[1](#)3. (S/NF) C.\n\n**1**4. (SBU) D.\n\n- 15. (U) E.'),
      ['1 printed C', '2 repaired C', '3 repaired S/NF', '4 repaired SBU', '5 repaired U'],
    ));

  it('get back a number that one gap explains', () =>
    deepEqual(paragraphs('1. (C) A.\n\n(C) B.\n\n3. (C) C.'), ['1 printed C', '2 guessed C', '3 printed C']));

  it('get back a number between lines of text, if it is the one that is missing', () => {
    deepEqual(paragraphs('1. (C) A.\n(C) B.\n3. (C) C.'), ['1 printed C', '2 guessed C', '3 printed C']);
    deepEqual(paragraphs('1. (C) A:\n(a) B;\n(c) C.\n\n3. (C) D.'), ['1 printed C', '3 printed C']);
    deepEqual(paragraphs('1. (C) A, B and\n(C) wrapped.\n2. (C) C.'), ['1 printed C', '2 printed C']);
  });

  it('are numbered without a full stop, if a portion mark follows', () => {
    deepEqual(paragraphs('1. (C) A.\n\n2  (C) B, of which\n10 remain.\n\n3, (SBU) C.'), [
      '1 printed C',
      '2 printed C',
      '3 printed SBU',
    ]);
  });

  it('are found behind the end of a sentence, if the number is the one expected and marked', () => {
    deepEqual(paragraphs('1. (C) A. 2. (SBU) B?  ¶3. (C) C.\n\n4. (C) D.'), [
      '1 printed C',
      '2 printed SBU',
      '3 printed C',
      '4 printed C',
    ]);
    deepEqual(paragraphs('1. (C) A, see paragraph. 4. (C) is a mark.\n\n2. (C) B.'), [
      '1 printed C',
      '2 printed C',
    ]);
    deepEqual(paragraphs('1. (C) A. 2. Unmarked.\n\n3. (C) and 4. (C) C.'), ['1 printed C', '3 printed C']);
  });

  it('begin behind the classification authority on its line', () => {
    const { paragraphs: all, authority } = cableWith({
      authority: 'Classified By: Jane Q. Doe, DCM. Reason: 1.4 (b), (d) ¶1. (C) A.',
      body: '¶2. (C) B.',
    });
    deepEqual(
      all.map(({ number, marking }) => `${number} ${marking?.value}`),
      ['1 C', '2 C'],
    );
    deepEqual(authority?.reasons, ['1.4(b)', '1.4(d)']);
  });

  it('keep one whose number is out of turn, without a number', () =>
    deepEqual(paragraphs('1. (C) A.\n\n2. (C) B.\n\n5. (C) C.\n\n4. (C) D.\n\n5. (C) E.'), [
      '1 printed C',
      '2 printed C',
      'null guessed C',
      '4 printed C',
      '5 printed C',
    ]));

  it('keep marked parts that no gap explains', () =>
    deepEqual(paragraphs('1. (C) A.\n\n(C) a part.\n\n(C) another.\n\n2. (C) B.'), [
      '1 printed C',
      '2 printed C',
    ]));

  it('go on behind page lines, blank lines and repeated captions', () => {
    const { paragraphs, pageLines, captions } = cableWith({
      body: '1. (C) The text goes\n\nMUSCAT 00000250 002 OF 002\n\non and\n\nSIPDIS\non.\n\n2. (C) B.',
    });
    equal(paragraphs[0]?.segments.length, 3);
    equal(pageLines.length, 1);
    deepEqual(
      captions.filter(({ place }) => place === 'text').map(({ value }) => value),
      ['SIPDIS'],
    );
  });

  it('do not take words in parentheses for a portion mark', () =>
    deepEqual(paragraphs('1. (U.S.) goods.\n\n2. (IRAN) oil.'), ['1 printed -', '2 printed -']));
});

describe('headings', () => {
  it('end where the body does, in front of a signature on their line', () => {
    const { headings, body, signature } = cableWith({ body: '1. (C) A.\n\n----\nEND: MB' });
    equal(signature?.value, 'MB');
    equal(headings[0]?.end, body.end);
  });
  const headings = (body: string) => cableWith({ body }).headings.map(({ value }) => value);

  it('stand between rules', () =>
    deepEqual(headings('-----\nA HEADING\n-----\n\n1. (C) Text.'), ['A HEADING']));
  it('stand above a rule', () =>
    deepEqual(headings('1. (C) Text.\n\nA heading here\n------\n\n2. (C) B.'), ['A heading here']));
  it('stand alone in capitals', () => deepEqual(headings('1. (C) Text.\n\nIRAQ\n\n2. (C) B.'), ['IRAQ']));
  it('are marked as such', () => deepEqual(headings('1. (C) Text.\n\n#### Iraq\n\n2. (C) B.'), ['Iraq']));
  it('are no bounds of a part with its own classification', () =>
    deepEqual(headings('1. (C) A.\n\nBEGIN UNCLASSIFIED\n\n2. (U) B.\n\nEND UNCLASSIFIED\n\n3. (C) C.'), []));
  it('are no head of a table', () =>
    deepEqual(headings('1. (C) Trade:\n\nCountry     2003     2004\n-----\nOman   1   2\n\n2. (C) B.'), []));
  it('are no paragraph that lost its number', () =>
    deepEqual(headings('1. (C) A.\n\n(S/NF) Comment: Will he?\n\n2. (C) B.\n\n3. (C) C.'), []));
  it('are no sentence', () => deepEqual(headings('1. (C) Text.\n\nHe went home.\n\n2. (C) B.'), []));
  it('are cut by a page line', () =>
    deepEqual(headings('1. (C) A.\n\n-----\nTWO VIEWS\n\nMUSCAT 00000250 002 OF 002\n\n-----\n2. (C) B.'), [
      'TWO VIEWS',
    ]));
});

describe('headings of many copies', () => {
  for (const [name, between, expected] of [
    ['with their rule on the same line', '\n- - - The Port - - -\n', ['The Port']],
    ['glued to the text above', 'THE PORT', ['THE PORT']],
    ['in sentence case', '\nVote due in early summer\n', ['Vote due in early summer']],
    [
      'over two lines with a blank one between',
      '\nA PORT:\n\nWILL IT OPEN\n\n----\n',
      ['A PORT: WILL IT OPEN'],
    ],
    ['glued to the end of a sentence in capitals', 'THE PORT IS SHUT.\nA NEW PORT', ['A NEW PORT']],
    ['over two lines', '\n----\nA PORT:\nWILL IT OPEN?\n----\n', ['A PORT: WILL IT OPEN?']],
    ['not at a bullet', '\n--No Date Was Set\n', []],
    ['not at a notice of a web site', '\n****\nVisit Our Website:\nhttp://www.example.gov\n****\n', []],
    ['not at the head of a section', '\nC O N F I D E N T I A L FINAL SECTION OF 03 MUSCAT 250\n', []],
    ['not at the end of a text above a rule', '\nlast words\nof a sentence.\n\n----\n', []],
    ['not at the end of a summary', '\nEND SUMMARY\n', []],
  ] as const)
    it(`are found ${name}`, () => {
      const { headings } = cableWith({
        body: `1. (C) He is new.\n${between}\n2. (C) He left.\n\n3. (C) Slow.`,
      });
      deepEqual(
        headings.map(({ value }) => value),
        expected,
      );
    });
  it('are found between the classification authority and a rule', () => {
    const { headings, authority } = cableWith({
      authority: 'Classified By: DCM Jane Q. Doe for reasons 1.4 (b), (d)\nSummary\n-------\n1. (C) A.',
      body: '2. (C) B.',
    });
    deepEqual(
      headings.map(({ value }) => value),
      ['Summary'],
    );
    equal(authority?.by?.value, 'DCM Jane Q. Doe');
  });
  it('are found behind a redacted paragraph', () =>
    equal(
      cableWith({ body: '1. (C) A.\n\n2. XXXXXXXXXXXX\n\nComment\n\n3. (C) B.' }).headings[0]?.value,
      'Comment',
    ));
});

describe('signatures', () => {
  const signature = (end: string) =>
    cableWith({ body: `1. (C) Text of the cable.\n${end}` }).signature?.value ?? null;

  for (const [end, expected] of [
    ['\nGRAPPO', 'GRAPPO'],
    ['GRAPPO\n\nNNNN', 'GRAPPO'],
    ['\nDE PREE\n', 'DE PREE'],
    ["\nO'DONOHUE", "O'DONOHUE"],
    ['\nSTRAUSZ-HUPE', 'STRAUSZ-HUPE'],
    ['2. (U) He has cleared this cable. SOBEL', 'SOBEL'],
    ['2. (U) End comment. Burns', 'Burns'],
    ['\nMCNAMARA.', 'MCNAMARA'],
    ['\nHORAN##', 'HORAN'],
    ['2. (U) He met Mr. Smith', null],
    ['\nEnd summary', null],
    ['2. (U) The text is cut. The', null],
    ['\n2. (C) It was approved by the Office of the\nGeneral.', null],
    ['\n2. (C) They need help from the rest of the\nworld.', null],
    ['GRAPPO.', 'GRAPPO'],
    ['\n2. (C) They rely on the U.S.\nengagement.', null],
    ['\n2. (U) This was cleared by A/S Feltman.', null],
    ['\n2. (U) See http://www.state.sgov.gov/p/nea/muscat. GRAPPO', 'GRAPPO'],
    ['\nMINIMIZE CONSIDERED', null],
    ['\nHORAN (ACTING)', 'HORAN'],
    ['\nHORAN\n\nCONFIDENTIAL\n\nNNN', 'HORAN'],
    ['\nHORAN\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)', 'HORAN'],
    ['\nHORAN\n\n"Visit the Embassy\'s Web Site at http://www.example.s\ngov/wiki/Portal:Muscat"', 'HORAN'],
    ['\nHORAN\n\n<< END OF DOCUMENT >>\n\nMetadata\n\nArchive: Paper', 'HORAN'],
    ['\nHORAN UNQUOTE GRAPPO', 'GRAPPO'],
    ['2. (U) End comment. GRAPPO 2008-04-10', 'GRAPPO'],
    ['\nGRAPPO • • •\nS.... SS\n\n4 S', 'GRAPPO'],
    ['\nLI', 'LI'],
    ['2. (C) More.', null],
    ['2. (C) He asked why. Money.', null],
    ['2. (U) This answers the question in paragraph\n\n¶1. Burns', 'Burns'],
  ] as const)
    it(`${expected ?? 'none'} in ${JSON.stringify(end)}`, () => equal(signature(end), expected));
});
