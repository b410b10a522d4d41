import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../../server/src/cable/parse';
import { cslItem } from '../../../server/src/features/bibliography/csl';
import { chicagoEntry, chicagoNote, frusNote } from '../../../server/src/features/bibliography/notes';
import { citedTelegram } from '../../../server/src/features/bibliography/telegram';
import { telegramOf, WHOLE } from './made';

const SOURCE = {
  repository: 'National Archives, College Park, MD',
  collection: 'Central Foreign Policy Files, 1973–79, RG 59',
};

/** Each expected text is made by hand from the rule that the test names. */
describe('citing a telegram', () => {
  it('gives a note of sender, recipient, title, kind, date (CMOS 17, 14.111, 14.222, 14.223)', () => {
    equal(
      chicagoNote(telegramOf(WHOLE)),
      'U.S. Embassy Tel Aviv to Department of State, “A ‘Quiet’ Talk with the GCC,” telegram 07TELAVIV73, February 24, 2007, Secret.',
    );
  });

  it('names the paragraph behind the date', () => {
    equal(
      chicagoNote(telegramOf(WHOLE, 2)),
      'U.S. Embassy Tel Aviv to Department of State, “A ‘Quiet’ Talk with the GCC,” telegram 07TELAVIV73, February 24, 2007, para. 2, Secret.',
    );
  });

  it('ends a note with collection, repository and address (CMOS 17, 14.229, 14.6)', () => {
    const source = { ...SOURCE, url: 'https://example.org/{id}' };
    equal(
      chicagoNote(telegramOf(WHOLE, null, { source })),
      'U.S. Embassy Tel Aviv to Department of State, “A ‘Quiet’ Talk with the GCC,” telegram 07TELAVIV73, February 24, 2007, ' +
        'Secret, Central Foreign Policy Files, 1973–79, RG 59, National Archives, College Park, MD, https://example.org/07TELAVIV73.',
    );
  });

  it('gives an entry of a bibliography for a single item (CMOS 17, 14.222, 14.230)', () => {
    equal(
      chicagoEntry(telegramOf(WHOLE, 2, { source: SOURCE })),
      'U.S. Embassy Tel Aviv. “A ‘Quiet’ Talk with the GCC.” Telegram 07TELAVIV73 to Department of State, February 24, 2007. ' +
        'Central Foreign Policy Files, 1973–79, RG 59. National Archives, College Park, MD.',
    );
  });

  it('keeps the marks of a title that asks or calls out (CMOS 17, 6.9, 6.125)', () => {
    const text = WHOLE.replace('A "QUIET" TALK WITH THE GCC', 'WHO NEXT?');
    equal(
      chicagoNote(telegramOf(text)),
      'U.S. Embassy Tel Aviv to Department of State, “Who Next?” telegram 07TELAVIV73, February 24, 2007, Secret.',
    );
    equal(
      chicagoEntry(telegramOf(text)),
      'U.S. Embassy Tel Aviv. “Who Next?” Telegram 07TELAVIV73 to Department of State, February 24, 2007.',
    );
  });

  it('puts comma and full stop inside both quotation marks (CMOS 17, 6.9)', () => {
    const text = WHOLE.replace('A "QUIET" TALK WITH THE GCC', 'A PORT IS "A STEP"');
    equal(
      chicagoEntry(telegramOf(text)),
      'U.S. Embassy Tel Aviv. “A Port Is ‘A Step.’” Telegram 07TELAVIV73 to Department of State, February 24, 2007.',
    );
  });

  it('leaves the title in capitals where that is wanted', () => {
    equal(
      chicagoEntry(telegramOf(WHOLE, null, { headlineCase: false })),
      'U.S. Embassy Tel Aviv. “A ‘QUIET’ TALK WITH THE GCC.” Telegram 07TELAVIV73 to Department of State, February 24, 2007.',
    );
  });

  it('gives a note in the style of FRUS (Sources and Editorial Methodology: number, post, date, time; then marks)', () => {
    equal(
      frusNote(telegramOf(WHOLE)),
      'Telegram 73 from Tel Aviv to the Department of State, February 24, 2007, 1550Z. Secret; Routine; Noforn; Sipdis.',
    );
    equal(
      frusNote(telegramOf(WHOLE, 1, { source: SOURCE })),
      'Telegram 73 from Tel Aviv to the Department of State, February 24, 2007, 1550Z, paragraph 1. ' +
        'Source: National Archives, College Park, MD, Central Foreign Policy Files, 1973–79, RG 59. Secret; Routine; Noforn; Sipdis.',
    );
  });

  it('gives an item of CSL-JSON', () => {
    const source = { ...SOURCE, release: 'D750001-0002', url: 'https://example.org/a' };
    deepEqual(cslItem(telegramOf(WHOLE, 2, { source })), {
      id: '07TELAVIV73',
      type: 'report',
      genre: 'Telegram',
      title: 'A "Quiet" Talk with the GCC',
      author: [{ literal: 'U.S. Embassy Tel Aviv' }],
      recipient: [{ literal: 'Department of State' }],
      issued: { 'date-parts': [[2007, 2, 24]] },
      number: '07TELAVIV73',
      publisher: 'U.S. Department of State',
      archive: 'National Archives, College Park, MD',
      archive_collection: 'Central Foreign Policy Files, 1973–79, RG 59',
      archive_location: 'Central Foreign Policy Files, 1973–79, RG 59, D750001-0002',
      URL: 'https://example.org/a',
      language: 'en-US',
      note: 'Marked Secret. Paragraph 2.',
    });
  });

  it('leaves out what the copy does not tell', () => {
    const extract = parseCable('C O N F I D E N T I A L MUSCAT 000009\n\n1. (C) Text.\n', '05MUSCAT9.txt');
    const telegram = citedTelegram(extract, null);
    equal(chicagoNote(telegram), 'Muscat, telegram 05MUSCAT9, 2005, Confidential.');
    equal(chicagoEntry(telegram), 'Muscat. Telegram 05MUSCAT9, 2005.');
    equal(frusNote(telegram), 'Telegram 9 from Muscat, 2005. Confidential.');
    const nothing = citedTelegram(parseCable(''), null);
    equal(chicagoNote(nothing), 'telegram.');
    equal(chicagoEntry(nothing), 'Telegram.');
    deepEqual(cslItem(nothing), {
      id: 'telegram',
      type: 'report',
      genre: 'Telegram',
      publisher: 'U.S. Department of State',
      language: 'en-US',
    });
  });
});
