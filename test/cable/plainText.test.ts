import { deepEqual, equal } from 'node:assert/strict';
import { readIndexDigest } from '../../server/src/cable/indexDigest';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { cableWith } from '../checks/check';

const SOUND = cableWith({ body: '1. (C) Opened.\n\nThe New Harbor\n\n2. (C) Closed.' });
const fieldsOf = (text: string) => {
  const {
    mrn,
    dtg,
    from,
    to,
    info,
    tags,
    classification,
    section,
    precedence,
    references,
    paragraphs,
    classifiedBy,
  } = recordOf('a.txt', parseCable(text));
  const ids = references.map(({ label, mrn: id }) => [label, id]);
  const marks = paragraphs.map(({ number, marking }) => [number, marking]);
  return { mrn, dtg, from, to, info, tags, classification, section, precedence, classifiedBy, ids, marks };
};

describe('a copy whose lines end in tags of HTML', () => {
  for (const tag of ['<br>', '<BR>', '<br />', '</br>']) {
    it(`reads like any other: ${tag}`, () => {
      const text = SOUND.replace(/$/gm, tag);
      deepEqual(fieldsOf(text), fieldsOf(SOUND));
      equal(parseCable(text).subject?.value, 'MINISTER VISITS THE NEW HARBOR');
      equal(parseCable(text).signature?.value, 'DOE');
    });
  }
});

describe('a copy in lower case', () => {
  const text = SOUND.toLowerCase();
  const cable = parseCable(text);

  it('reads like any other', () => {
    const { classifiedBy: _, ...fields } = fieldsOf(text);
    const { classifiedBy: __, ...sound } = fieldsOf(SOUND);
    deepEqual(fields, sound);
  });

  it('gives words as they are printed', () => {
    equal(cable.subject?.value, 'minister visits the new harbor');
    equal(cable.signature?.value, 'doe');
    equal(cable.text, text);
    equal(readIndexDigest(text, '').subject?.value, 'minister visits the new harbor');
  });

  it('is not one of which only the text is in lower case', () => {
    const half = cableWith({
      classLine: 'S e c r e t muscat 000412',
      subject: 'Subject: minister visits Sanaa',
    });
    equal(parseCable(half).subject?.value, 'minister visits Sanaa');
    equal(parseCable(half).mrn, '07MUSCAT412');
  });
});
