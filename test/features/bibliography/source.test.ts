import { deepEqual, equal } from 'node:assert/strict';
import { citedSource, type Provenance } from '../../../server/src/features/bibliography/source';

const imported = (kind: string, source: string, id: string | null = '07MUSCAT73'): Provenance => ({
  kind,
  source,
  id,
});
const sourceOf = (provenance: Provenance | null, chosen = {}) =>
  citedSource('07MUSCAT73', null, provenance, chosen);

describe('where a cited telegram can be looked up', () => {
  it('follows from the import', () => {
    const cablegate = sourceOf(imported('cablegate-csv', 'cables.csv'));
    deepEqual(
      [cablegate?.repository, cablegate?.url],
      ['WikiLeaks', 'https://wikileaks.org/plusd/cables/07MUSCAT73_a.html'],
    );
    equal(
      sourceOf(imported('frus', '/books/frus1969-76v30.xml'))?.url,
      'https://history.state.gov/historicaldocuments/frus1969-76v30',
    );
    equal(sourceOf(imported('frus', '/books/notes.xml'))?.url, null);
    equal(sourceOf(imported('text', 'a.txt')), null);
    equal(sourceOf(null), null);
  });

  it('has no address where the source and the text differ in the id', () => {
    equal(sourceOf(imported('cablegate-csv', 'cables.csv', '07MUSCAT74'))?.url, null);
    equal(sourceOf(imported('cablegate-csv', 'cables.csv', null))?.url, null);
  });

  it('has the numbers that a release has stamped on the paper', () => {
    const release = { document: 'C09000053', case: 'F-1986-04261', stamp: 'RELEASED IN FULL' };
    equal(citedSource(null, release, null, {})?.release, 'Doc. No. C09000053, Case No. F-1986-04261');
    equal(citedSource(null, { document: null, case: null, stamp: 'x' }, null, {}), null);
  });

  it('is what the user says first of all, part by part', () => {
    const chosen = { repository: ' My archive ', collection: '', url: 'https://example.org/{id}?a=1' };
    deepEqual(sourceOf(imported('aad', 'table.csv'), chosen), {
      repository: 'My archive',
      collection: 'Electronic Telegrams, Central Foreign Policy Files, RG 59',
      release: null,
      url: 'https://example.org/07MUSCAT73?a=1',
    });
  });

  it('takes no address that is none', () => {
    for (const url of ['javascript:alert(1)', 'https://a b', 'file:///etc', 'https://a/"><b'])
      equal(sourceOf(null, { url }), null, url);
    equal(citedSource(null, null, null, { url: 'https://example.org/{id}' }), null);
    equal(
      sourceOf({ ...imported('text', 'a.txt'), url: 'https://example.org/b' })?.url,
      'https://example.org/b',
    );
  });
});
