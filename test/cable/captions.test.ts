import { deepEqual, equal } from 'node:assert/strict';
import { readIndexDigest } from '../../server/src/cable/indexDigest';
import { parseCable } from '../../server/src/cable/parse';
import { captionPhrases } from '../../server/src/reference/captions';
import { cableWith } from './made';

/** The captions of 08MUSCAT250 with a line below its classification line: SIPDIS stands there already. */
const below = (line: string) =>
  cableWith({ classLine: `C O N F I D E N T I A L MUSCAT 000250\n\n${line}` }).captions.map(
    ({ value }) => value,
  );

describe('captions', () => {
  for (const [line, expected] of [
    ['NOFORN', ['NOFORN']],
    ['NOFORN ORCON', ['NOFORN', 'ORCON']],
    ['NOFORN/ORCON', ['NOFORN', 'ORCON']],
    ['NODIS, CHEROKEE', ['NODIS', 'CHEROKEE']],
    ['noforn', ['NOFORN']],
    ['SECRET/NOFORN', ['NOFORN']],
    ['SECRET//NOFORN', ['NOFORN']],
    ['CONFIDENTIAL NODIS', ['NODIS']],
    ['UNCLASSIFIED SENSITIVE', ['SENSITIVE']],
    ['TOP SECRET EXDIS', ['EXDIS']],
    ['LIMITED OFFICIAL USE EXDIS', ['EXDIS']],
    ['ROGER CHANNEL', ['ROGER CHANNEL']],
    ['NOFORN EYES ONLY', ['NOFORN', 'EYES ONLY']],
    ['REL TO USA, GBR', ['REL TO USA GBR']],
    ['EXDIS, FOR THE AMBASSADOR', ['EXDIS']],
    ['LIMDIS/SALT', ['LIMDIS']],
    ['C O R R E C T E D  C O P Y (TEXT PARA 2)', ['CORRECTED COPY']],
    ['CORRECTED COPY - TEXT', ['CORRECTED COPY']],
    ['REL TO', []],
    ['CHANNEL', []],
    ['NOFORN FOR EUR', []],
    ['NOFORNS', []],
  ] as const)
    it(`are read: ${line}`, () => deepEqual(below(line), [...expected, 'SIPDIS']));

  for (const { phrase } of captionPhrases)
    it(`know ${phrase}`, () => deepEqual(below(`EXDIS ${phrase}`), ['EXDIS', phrase, 'SIPDIS']));

  // The words themselves, so that none can go from the table unnoticed.
  it('are these', () => {
    const known = new Set(captionPhrases.map(({ phrase }) => phrase));
    for (const phrase of [
      ...['SIPDIS', 'NODIS', 'EXDIS', 'STADIS', 'LIMDIS', 'CHEROKEE', 'EYES ONLY', 'NOFORN', 'NOCONTRACTOR'],
      ...['NOCONTRACT', 'ORCON', 'PROPIN', 'FOUO', 'SENSITIVE', 'EFTO', 'ROGER CHANNEL', 'DISSENT CHANNEL'],
      ...['MED CHANNEL', 'DS CHANNEL', 'TERREP', 'AIDAC', 'DSX', 'FODAG', 'VISAS', 'OFFICIAL INFORMAL'],
      ...['CORRECTED COPY', 'SPECAT', 'NOT FOR INTERNET DISTRIBUTION'],
    ])
      equal(known.has(phrase), true, phrase);
  });

  for (const word of [
    'NOFORN',
    'EFTO',
    'SENSITIVE',
    'ORCON',
    'NOCONTRACTOR',
    'SIPDIS',
    'EXDIS',
    'NODIS',
    'LIMDIS',
    'STADIS',
    'FOR OFFICIAL USE ONLY',
  ])
    it(`are read on the classification line: ${word}`, () => {
      for (const classLine of [
        `SECRET ${word} MUSCAT 000250`,
        `SECRET SECTION 01 OF 02 ${word} MUSCAT 000250`,
      ]) {
        const { mrn, captions } = cableWith({ classLine });
        deepEqual(
          [mrn, captions.map(({ value, place }) => `${value} ${place}`)],
          ['08MUSCAT250', [`${word} class-line`, 'SIPDIS caption']],
        );
      }
    });

  for (const line of ['SIPDIS', '  NOFORN', 'exdis', 'NODIS', 'LIMDIS/NOFORN', 'STADIS, EXDIS'])
    it(`are repeated in the text, and kept by an archive: ${line}`, () => {
      const { text } = cableWith({ body: `1. (C) They say so.\n${line}\nAnd more than that.` });
      const values = line
        .trim()
        .toUpperCase()
        .split(/[/, ]+/);
      for (const { captions } of [parseCable(text), readIndexDigest(text, '')])
        deepEqual(
          captions.flatMap(({ value, place }) => (place === 'text' ? value : [])),
          values,
        );
    });
  for (const line of [
    'NOFORN material was shared.',
    'State said so.',
    'STADISTICS',
    'CHEROKEE',
    'NODIS, CHEROKEE',
  ])
    it(`are not repeated by: ${line}`, () => {
      const { text } = cableWith({ body: `1. (C) They say so.\n${line}\nAnd more than that.` });
      for (const { captions } of [parseCable(text), readIndexDigest(text, '')])
        equal(
          captions.some(({ place }) => place === 'text'),
          false,
        );
    });

  it('are read on the classification line with blanks between their letters', () =>
    deepEqual(
      cableWith({ classLine: 'UNCLAS E F T O MUSCAT 000250' }).captions.map(({ value }) => value),
      ['EFTO', 'SIPDIS'],
    ));
});
