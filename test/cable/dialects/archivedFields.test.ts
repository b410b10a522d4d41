import { deepEqual, equal } from 'node:assert/strict';
import { scanText } from '../../../server/src/archive/scan';
import { parseCable } from '../../../server/src/cable/parse';
import { runChecks } from '../../../server/src/checks';
import { assertNested } from '../nesting';

/** A telegram of 1975 that has lost what stands above its text, with the archive's attributes below. */
const record = (head: string, attributes: string) => `CONFIDENTIAL
PAGE 01        LISBON 04321  181600Z
ACTION EUR-12

${head}C O N F I D E N T I A L LISBON 4321

1. THE HARBOR WORKERS RETURNED.
DOE
CONFIDENTIAL

Message Attributes
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Document Number: 1975LISBON04321
${attributes}
Type: TE
`;

describe('what a telegram of the 1970s has lost', () => {
  it('is read from the attributes of the archive', () => {
    const text = record(
      '',
      'Executive Order: 11652 GDS\nFrom: LISBON\nSubject: HARBOR WORKERS RETURN\n TO WORK\nTAGS: PINT, PO\nTo: STATE, MADRID',
    );
    const cable = parseCable(text);
    const { subject, tags, transmission, executiveOrder } = cable;
    deepEqual(
      [
        subject?.value,
        tags?.tags.map(({ value }) => value),
        transmission.from?.value,
        transmission.to.map(({ name }) => name.value),
        executiveOrder?.number?.value,
      ],
      ['HARBOR WORKERS RETURN TO WORK', ['PINT', 'PO'], 'LISBON', ['STATE', 'MADRID'], '11652'],
    );
    const start = text.indexOf('Message Attributes');
    for (const field of [subject, tags, transmission.from, ...transmission.to, executiveOrder])
      equal((field?.start ?? 0) > start, true);
    assertNested(cable);
    const [facts] = scanText(text, '');
    deepEqual(
      [facts?.subject, facts?.tags, facts?.from, facts?.to],
      ['HARBOR WORKERS RETURN TO WORK', ['PINT', 'PO'], 'LISBON', ['STATE', 'MADRID']],
    );
  });

  it('is still missed by the checks', () => {
    const cable = parseCable(record('', 'Subject: HARBOR WORKERS RETURN\nTAGS: PINT, PO\nFrom: MADRID'));
    deepEqual(
      runChecks(cable).map(({ code }) => code),
      ['tags-missing', 'subject-missing'],
    );
  });

  it('stays lost where they say nothing', () => {
    const { subject, tags, transmission, executiveOrder } = parseCable(
      record('', 'Executive Order: GS\nFrom: n/a\nSubject: n/a\nTAGS: N/A\nTo: n/a'),
    );
    deepEqual(
      [subject, tags, transmission.from, transmission.to, executiveOrder],
      [null, null, null, [], null],
    );
  });

  it('is not asked of them where the text has it', () => {
    const head = 'R 181530Z OCT 75\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC 5120\n';
    const { transmission } = parseCable(record(head, 'From: MADRID\nTo: ROME'));
    deepEqual(
      [transmission.from?.value, transmission.to.map(({ name }) => name.value)],
      ['AMEMBASSY LISBON', ['SECSTATE WASHDC']],
    );
  });
});
