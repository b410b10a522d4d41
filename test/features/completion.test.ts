import assert from 'node:assert/strict';
import { completionsAt } from '../../server/src/features/completion';
import { seeds } from '../seeds';
import { readFixture } from './reading';

function complete(text: string, trigger: string | null = null) {
  const { file, reading } = readFixture(text);
  const found = completionsAt(reading, file.caret?.offset ?? -1, trigger);
  return { ...found, file };
}

/** The entries at the caret, as they change the line of the caret, with their details; in their order. */
function checkCompletions(text: string, ...expected: readonly string[]): void {
  const { items, file } = complete(text);
  const shown = items.map(({ text: written, detail, replaces }) => {
    const changed = file.text.slice(0, replaces.start) + written + file.text.slice(replaces.end);
    const line = changed.slice(0, replaces.start).split('\n').length - 1;
    return `${changed.split('\n')[line]?.trim()} | ${detail}`;
  });
  assert.deepEqual(shown, expected);
}

/** Some of the entries at the caret. */
function checkOffers(text: string, ...expected: readonly string[]): void {
  const texts = new Set(complete(text).items.map(item => item.text));
  assert.deepEqual(
    expected.filter(one => !texts.has(one)),
    [],
  );
}

const CABLE = (head: string, body = '1. (C) Text.') => `
    § open.txt
    VZCZCXRO7284
    RR RUEHDE
    DE RUEHMS #0154/01 0451412
    ZNY CCCCC ZZH
    P 141412Z FEB 07
    FM AMEMBASSY MUSCAT
    TO RUEHC/SECSTATE WASHDC 7700
    C O N F I D E N T I A L MUSCAT 000154
    SIPDIS
    E.O. 12958: DECL: 02/14/2017
    ${head}

    ${body}
    § other.txt
    P 141412Z JAN 07
    FM AMEMBASSY TEL AVIV
    C O N F I D E N T I A L TEL AVIV 000140
    TAGS: PHUM
    SUBJECT: OMAN AND ISRAEL

    1. (C) Text.
`;

describe('completion', () => {
  it('offers TAGS by code and by the words of their meaning, and none twice', () => {
    checkCompletions(CABLE('TAGS: PREL PHU▮\n    SUBJECT: TALKS'), 'TAGS: PREL PHUM | Human rights');
    checkOffers(CABLE('TAGS: petrol▮\n    SUBJECT: TALKS'), 'EPET');
    const { items, truncated } = complete(CABLE('TAGS: PREL ▮\n    SUBJECT: TALKS'));
    assert.ok(truncated && items.every(({ text, detail }) => text !== 'PREL' && detail !== ''));
    assert.equal(items[0]?.text, 'PHUM', 'what the archive uses comes first');
  });

  it('opens a list while a person types only where hardly anything else can follow', () => {
    const opens = (text: string, trigger: string) => complete(text, trigger).items.length > 0;
    const added = (line: string) => CABLE('SUBJECT: TALKS').replace('7700', `7700\n    ${line}`);
    assert.ok(opens(CABLE('TAGS: ▮\n    SUBJECT: TALKS'), ' '));
    assert.ok(!opens(CABLE('TAGS: PREL ▮\n    SUBJECT: TALKS'), ' '));
    assert.ok(!opens(CABLE('SUBJECT: TALKS\n    REF: TEL ▮'), ' '));
    assert.ok(opens(added('RUEHMS/▮'), '/'));
    assert.ok(!opens(CABLE('TAGS: PREL/▮\n    SUBJECT: TALKS'), '/'));
  });

  it('offers the letters of the list behind ref in the text', () => {
    const refs = 'SUBJECT: TALKS\n    REF: A. TEL AVIV 140\n         B. SMITH EMAIL OF 02/03/07';
    checkCompletions(
      CABLE(refs, '1. (C) He said so (ref ▮).'),
      '1. (C) He said so (ref A). | 07TELAVIV140 · OMAN AND ISRAEL',
      '1. (C) He said so (ref B). | SMITH EMAIL OF 02/03/07',
    );
    checkOffers(CABLE(refs, '1. (C) He said so (refs A and ▮).'), 'B');
    assert.equal(complete(CABLE(refs, '1. (C) See ref ▮'), ' ').items.length, 2);
    assert.equal(complete(CABLE(refs, '1. (C) He said ▮'), ' ').items.length, 0);
  });

  it('offers cables of the archive in the list of references', () => {
    for (const typed of ['TEL ▮', '07 TEL▮', 'A. TEL AVIV 1▮', 'israel▮'])
      checkOffers(CABLE(`SUBJECT: TALKS\n    REF: ${typed}`), '07 TEL AVIV 140');
    checkCompletions(
      CABLE('SUBJECT: TALKS\n    REF: A. TEL AV▮'),
      'REF: A. 07 TEL AVIV 140 | OMAN AND ISRAEL',
    );
  });

  it('offers cables in the text behind the beginning of an id only', () => {
    checkCompletions(
      CABLE('SUBJECT: TALKS', '1. (C) As in 07 TEL AV▮'),
      '1. (C) As in 07 TEL AVIV 140 | OMAN AND ISRAEL',
    );
    checkCompletions(CABLE('SUBJECT: TALKS', '1. (C) As in israel▮'));
  });

  it('offers captions between class line and E.O. line', () => {
    checkCompletions(
      CABLE('SUBJECT: TALKS').replace('SIPDIS', 'SIPDIS\n    NOF▮'),
      'NOFORN | not releasable to foreign nationals',
    );
    checkOffers(CABLE('SUBJECT: TALKS').replace('SIPDIS', 'SIPDIS\n    ▮'), 'NODIS', 'EXDIS');
    assert.equal(complete(CABLE('SUBJECT: TALKS', 'NO▮')).items.length, 0);
  });

  it('offers precedence before a date-time group and behind an addressee', () => {
    checkCompletions(
      CABLE('SUBJECT: TALKS').replace('P 1414', '▮P 1414'),
      'Z 141412Z FEB 07 | FLASH',
      'O 141412Z FEB 07 | IMMEDIATE',
      'P 141412Z FEB 07 | PRIORITY',
      'R 141412Z FEB 07 | ROUTINE',
    );
    checkCompletions(
      CABLE('SUBJECT: TALKS').replace('WASHDC 7700', 'WASHDC PR▮ 7700'),
      'TO RUEHC/SECSTATE WASHDC PRIORITY 7700 | precedence',
    );
  });

  it('offers stations by their address, with the routing indicator where it belongs', () => {
    checkCompletions(
      CABLE('SUBJECT: TALKS').replace('FM AMEMBASSY MUSCAT', 'FM AMEMBASSY MUSC▮'),
      'FM AMEMBASSY MUSCAT | RUEHMS',
    );
    const added = (line: string) => CABLE('SUBJECT: TALKS').replace('7700', `7700\n    ${line}`);
    checkCompletions(added('INFO MUSC▮'), 'INFO RUEHMS/AMEMBASSY MUSCAT | RUEHMS');
    checkCompletions(added('RUEHMS/▮'), 'RUEHMS/AMEMBASSY MUSCAT | RUEHMS');
  });

  it('is silent in running text, and replaces what is typed on one line only', () => {
    for (const { text } of seeds) {
      const { reading } = readFixture(text);
      const { cable } = reading;
      for (let offset = 0; offset <= text.length; offset += 11) {
        const { items } = completionsAt(reading, offset, ' ');
        const line = cable.lines.lineAt(offset);
        for (const { replaces } of items) {
          assert.ok(replaces.start <= offset && offset <= replaces.end);
          assert.ok(cable.lines.start(line) <= replaces.start && replaces.end <= cable.lines.end(line));
        }
      }
    }
  });
});
