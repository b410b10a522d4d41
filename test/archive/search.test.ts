import assert from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { madeFacts } from './made';

const archive = Archive.empty.withAll(
  [
    { uri: '1', mrn: '07MUSCAT73', subject: 'CONVERSATIONS WITH OMANI OFFICIALS' },
    { uri: '2', mrn: '07MUSCAT735', subject: 'OMAN: OIL OUTPUT FALLS' },
    { uri: '3', mrn: '06MUSCAT73', subject: 'TURMOIL IN THE MARKET' },
    { uri: '4', mrn: '05TELAVIV12', subject: 'GAS' },
    { uri: '5', mrn: '05KIEV4', subject: 'GAS AND OIL' },
    { uri: '6', subject: 'NO ID, OIL' },
  ].map(made => [made.uri, [madeFacts(made)]]),
);

function checkSearch(query: string, ...uris: string[]): void {
  const { items, truncated } = archive.search(query, 100);
  assert.deepEqual(
    items.map(entry => entry.uri),
    uris,
    query,
  );
  assert.equal(truncated, false);
}

describe('search', () => {
  it('takes an id in any spelling, the exact one first', () => {
    for (const spelling of ['07MUSCAT73', '07muscat73', '07 MUSCAT 00073', '2007 Muscat 73'])
      checkSearch(spelling, '1', '2');
    checkSearch('MUSCAT 73 (07)', '1', '2');
    checkSearch('tel aviv 12', '4');
    checkSearch('05 KYIV 4', '5');
  });

  it('takes an id without its year, and the beginning of one', () => {
    checkSearch('MUSCAT 73', '3', '1', '2');
    checkSearch('muscat 00073', '3', '1', '2');
    checkSearch('muscat', '3', '1', '2');
    checkSearch('2007 musc', '1', '2');
    checkSearch('KYIV 4', '5');
  });

  it('takes words of the subject, all of them, beginnings of words first', () => {
    checkSearch('oil', '5', '2', '6', '3');
    checkSearch('oil gas', '5');
    checkSearch('omani, officials', '1');
    checkSearch('muscat oil', '2', '3');
    checkSearch('oil zebra');
  });

  it('gives all for an empty query, in the order of their ids', () => {
    checkSearch('', '5', '4', '3', '1', '2', '6');
    checkSearch(' - ', '5', '4', '3', '1', '2', '6');
  });

  it('cuts at the limit and says so', () => {
    const { items, truncated } = archive.search('oil', 2);
    assert.deepEqual(
      items.map(entry => entry.uri),
      ['5', '2'],
    );
    assert.equal(truncated, true);
    assert.deepEqual(archive.search('oil', 0), { items: [], truncated: true });
  });
});
