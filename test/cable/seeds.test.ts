import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { seeds } from '../seeds';

/** The structure of the samples, line by line; lines count from 1. */
const expected = [
  {
    mrn: '07MUSCAT73',
    dtg: '2007-01-24T15:50Z',
    classification: 'SECRET',
    classLine: 23,
    section: { n: 1, of: 2 },
    pageLines: [49],
    captions: ['SIPDIS', 'NOFORN'],
    tags: [31, ['PINR', 'PREL', 'IS', 'MU']],
    subject: [33, 33],
    references: [
      ['A', '06STATE203034'],
      ['B', '06MUSCAT1735'],
    ],
    notal: [],
    authority: [37, 37],
    paragraphs: [39, 40, 41, 42, 46, 47],
    continued: { 4: [44], 6: [51] },
    headings: [],
    passages: ['summary in words of 1', 'comment in words of 6'],
    mentions: ['ref B 40 06MUSCAT1735'],
    signature: 'GRAPPO 53',
  },
  {
    mrn: '07MUSCAT154',
    dtg: '2007-02-14T14:12Z',
    classification: 'CONFIDENTIAL',
    classLine: 13,
    section: null,
    pageLines: [],
    captions: ['SIPDIS'],
    tags: [21, ['PREL', 'KPAL', 'IS', 'MU']],
    subject: [23, 24],
    references: [
      ['A', '07STATE16868'],
      ['B', '07MUSCAT73'],
      ['C', '06MUSCAT1735'],
    ],
    notal: [],
    authority: [32, 32],
    paragraphs: [34, 39, 41, 43],
    continued: {},
    headings: [36],
    passages: ['summary in words of 1'],
    mentions: ['septels 39 null', 'ref B 39 07MUSCAT73', 'ref A 43 07STATE16868', 'septel 43 null'],
    signature: 'GRAPPO 45',
  },
  {
    mrn: '07MUSCAT1065',
    dtg: '2007-11-20T14:23Z',
    classification: 'SECRET',
    classLine: 19,
    section: { n: 1, of: 4 },
    pageLines: [60, 83, 103],
    captions: ['SIPDIS', 'NOFORN'],
    tags: [27, ['PARM', 'PREL', 'PTER', 'MASS', 'KNNP', 'MU']],
    subject: [28, 28],
    references: [[null, '07MUSCAT984']],
    notal: [],
    authority: [32, 32],
    paragraphs: [38, 47, 55, 63, 65, 67, 71, 73, 81, 87, 89, 97, 99, 101, 109, 113, 119, 121, 123],
    continued: { 1: [41], 2: [49], 6: [69], 8: [75], 9: [85], 11: [91], 15: [111] },
    headings: [35, 44, 52, 58, 78, 94, 106, 116],
    passages: ['summary in heading of 1'],
    mentions: [],
    signature: 'GRAPPO 125',
  },
  {
    mrn: '08MUSCAT789',
    dtg: '2008-11-18T11:49Z',
    classification: 'CONFIDENTIAL',
    classLine: 17,
    section: { n: 1, of: 2 },
    pageLines: [57],
    captions: ['SIPDIS'],
    tags: [22, ['PREL', 'PTER', 'KPAL', 'GCC', 'PK', 'IN', 'IZ', 'MU']],
    subject: [23, 24],
    references: [
      ['A', '08STATE111596'],
      ['B', '08STATE113956'],
    ],
    notal: ['A', 'B'],
    authority: [29, 29],
    paragraphs: [31, 37, 39, 45, 47, 53, 55, 63, 67],
    continued: { 5: [49], 7: [59] },
    headings: [33, 41, 51, 61, 65],
    passages: ['summary in words of 1', 'comment in heading of 9'],
    mentions: ['reftel 37 null'],
    signature: null,
  },
  {
    mrn: '07MUSCAT919',
    dtg: '2007-09-29T07:07Z',
    classification: 'CONFIDENTIAL',
    classLine: 15,
    section: { n: 1, of: 2 },
    pageLines: [51],
    captions: ['SIPDIS'],
    tags: [23, ['PREL', 'IR', 'IZ', 'MU']],
    subject: [25, 26],
    references: [[null, '07MUSCAT870']],
    notal: [],
    authority: [30, 31],
    paragraphs: [35, 39, 41, 45, 49, 55, 57, 59],
    continued: { 3: [43], 5: [53] },
    headings: [33, 37, 47],
    passages: ['summary in heading of 1'],
    mentions: [],
    signature: 'FONTENEAU 60',
  },
];

describe('the five seeds', () => {
  seeds.forEach((seed, i) => {
    it(`${seed.name} has exactly its structure`, () => {
      const record = recordOf(seed.path, parseCable(seed.text));
      deepEqual(
        {
          mrn: record.mrn,
          dtg: record.dtg,
          classification: record.classification,
          classLine: record.lines.classLine?.[0],
          section: record.section,
          pageLines: record.pageLines,
          captions: record.captions,
          tags: [record.lines.tags?.[0], record.tags],
          subject: record.lines.subject,
          references: record.references.map(({ label, mrn }) => [label, mrn]),
          notal: record.references.flatMap(({ notal, label }) => (notal ? label : [])),
          authority: record.lines.authority,
          paragraphs: record.paragraphs.map(({ line }) => line),
          continued: Object.fromEntries(
            record.paragraphs.flatMap(({ number, continuedAt }) =>
              continuedAt.length > 0 ? [[number, continuedAt]] : [],
            ),
          ),
          headings: record.headings.map(({ line }) => line),
          passages: record.passages.map(
            ({ kind, form, paragraphs }) => `${kind} in ${form} of ${paragraphs}`,
          ),
          mentions: record.mentions.map(({ text, line, mrn }) => `${text} ${line} ${mrn}`),
          signature: record.signature && `${record.signature} ${record.lines.signature?.[0]}`,
        },
        expected[i],
      );
      deepEqual(
        record.paragraphs.map(({ number }) => number),
        record.paragraphs.map((_, n) => n + 1),
      );
    });
  });

  it('are five', () => equal(seeds.length, expected.length));
});
