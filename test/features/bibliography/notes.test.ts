import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../../server/src/cable/parse';
import { cslItem } from '../../../server/src/features/bibliography/csl';
import { chicagoNote, frusNote } from '../../../server/src/features/bibliography/notes';
import { type CitedTelegram, citedTelegram } from '../../../server/src/features/bibliography/telegram';
import { dedent } from '../../fixture';

const WHOLE = `
  R 241550Z JAN 07
  FM AMEMBASSY TEL AVIV
  TO RUEHC/SECSTATE WASHDC PRIORITY 7816
  S E C R E T TEL AVIV 000073
  NOFORN
  SIPDIS
  TAGS: PREL
  SUBJECT: A "QUIET" TALK

  1. (S) Summary: They talked.

  2. (S) They ate.
`;

function telegramOf(text: string, paragraph: number | null = null): CitedTelegram {
  const cable = parseCable(dedent(text));
  return citedTelegram(cable, cable.paragraphs.find(({ number }) => number === paragraph) ?? null);
}

describe('citing a telegram', () => {
  it('gives a note in Chicago style, with the paragraph where one is meant', () => {
    const note =
      'U.S. Embassy Tel Aviv to Department of State, “A ‘QUIET’ TALK,” telegram 07TELAVIV73, January 24, 2007';
    equal(chicagoNote(telegramOf(WHOLE)), `${note}, Secret.`);
    equal(chicagoNote(telegramOf(WHOLE, 2)), `${note}, para. 2, Secret.`);
  });

  it('gives a note in the style of FRUS', () => {
    equal(
      frusNote(telegramOf(WHOLE)),
      'Telegram 73 from Tel Aviv to the Department of State, January 24, 2007, 1550Z. Secret; Routine; Noforn; Sipdis.',
    );
  });

  it('gives an item of CSL-JSON', () => {
    deepEqual(cslItem(telegramOf(WHOLE, 2)), {
      id: '07TELAVIV73',
      type: 'report',
      genre: 'Telegram',
      title: 'A "QUIET" TALK',
      author: [{ literal: 'U.S. Embassy Tel Aviv' }],
      recipient: [{ literal: 'Department of State' }],
      issued: { 'date-parts': [[2007, 1, 24]] },
      number: '07TELAVIV73',
      publisher: 'U.S. Department of State',
      note: 'Marked Secret. Paragraph 2.',
    });
  });

  it('leaves out what the copy does not tell', () => {
    const extract = parseCable('C O N F I D E N T I A L MUSCAT 000009\n\n1. (C) Text.\n', '05MUSCAT9.txt');
    const telegram = citedTelegram(extract, null);
    equal(chicagoNote(telegram), 'Muscat, telegram 05MUSCAT9, 2005, Confidential.');
    equal(frusNote(telegram), 'Telegram 9 from Muscat, 2005. Confidential.');
    const nothing = citedTelegram(parseCable(''), null);
    equal(chicagoNote(nothing), 'telegram.');
    deepEqual(cslItem(nothing), {
      id: 'telegram',
      type: 'report',
      genre: 'Telegram',
      publisher: 'U.S. Department of State',
    });
  });
});
