import assert from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { type OtherFile, runChecks } from '../../server/src/checks';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { cableWith, checkAmong, checkSilent } from './check';

const MARKED = cableWith({ classLine: 'C O N F I D E N T I A L ⟦MUSCAT 000412⟧' });

const copy = (name: string): OtherFile => ({
  uri: `file:///w/${name}`,
  name,
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 20 } },
});

describe('duplicate-cable', () => {
  const among = (...names: readonly string[]) => ({
    ...NO_CONTEXT,
    otherFilesOf: (mrn: string) => (mrn === '07MUSCAT412' ? names.map(copy) : []),
  });

  it('names another file with the same id', () => {
    checkAmong(among('b.txt'), 'duplicate-cable', MARKED, '07MUSCAT412 is also in b.txt.');
    checkAmong(
      among('b.txt', 'c.txt', 'd.txt'),
      'duplicate-cable',
      MARKED,
      '07MUSCAT412 is also in b.txt and 2 more.',
    );
  });

  it('leads to the other file', () => {
    const [found] = runChecks(parseCable(cableWith()), {}, among('b.txt'));
    assert.deepEqual(found?.relatedLocations, [
      { uri: 'file:///w/b.txt', range: copy('b.txt').range, message: '07MUSCAT412 in b.txt.' },
    ]);
  });

  it('is silent about the only file, and about a text without an id', () => {
    checkSilent('duplicate-cable', cableWith());
    const nameless = cableWith({ classLine: 'C O N F I D E N T I A L', de: null, dtg: null });
    checkAmong({ ...NO_CONTEXT, otherFilesOf: () => [copy('b.txt')] }, 'duplicate-cable', nameless);
  });

  it('is silent about a text joined from two, which another finding says', () => {
    const joined = cableWith({ from: 'FM AMEMBASSY PARIS' });
    checkAmong(among('b.txt'), 'duplicate-cable', joined);
  });
});

describe('file-name-mismatch', () => {
  const named = (fileName: string) => ({ ...NO_CONTEXT, fileName });

  it('reports a name with the id of another telegram', () => {
    for (const [name, id] of [
      ['07PARIS412.txt', '07PARIS412'],
      ['07MUSCAT413.txt', '07MUSCAT413'],
      ['2006 Muscat 00412.txt', '06MUSCAT412'],
      ['copy of 07-TELAVIV-0009 (2).html', '07TELAVIV9'],
    ] as const)
      checkAmong(named(name), 'file-name-mismatch', MARKED, `File is named ${id}; the text is 07MUSCAT412.`);
  });

  it('is silent about the same id in another form, and about names without one', () => {
    for (const name of [
      '07MUSCAT412.txt',
      '2007MUSCAT000412_b.txt',
      '07 Muscat 412.cable',
      '07MUSCAT412 and 07PARIS1.txt',
      '07MUSC412.txt',
      'notes.txt',
      '20070308.txt',
      '07MARCH2007.txt',
      '000_2997beacdc0d1d2b.txt',
    ])
      checkAmong(named(name), 'file-name-mismatch', cableWith());
    checkAmong(named('07KYIV5.txt'), 'file-name-mismatch', cableWith({ classLine: 'UNCLAS KIEV 000005' }));
    checkAmong(named('07PARIS1.txt'), 'file-name-mismatch', 'No telegram at all.');
  });

  it('offers the name that the file should have, and leaves the text alone', () => {
    const [found] = runChecks(parseCable(cableWith()), {}, named('x 07PARIS412_b.txt'));
    assert.deepEqual(found?.fix?.(), {
      title: 'Rename the file to x 07MUSCAT412_b.txt',
      edits: [],
      certain: false,
      rename: 'x 07MUSCAT412_b.txt',
    });
  });
});

describe('reference-unresolved', () => {
  it('names each reference that no file holds', () => {
    checkAmong(
      { ...NO_CONTEXT, isHere: mrn => mrn === '07SANAA7' },
      'reference-unresolved',
      cableWith({ references: 'REF: A. SANAA 7\n     B. ⟦06 MUSCAT 1512⟧\n     C. DOE EMAIL OF MARCH 6' }),
      '06MUSCAT1512 is not in the workspace.',
    );
  });

  it('is silent where nobody knows what there is', () => {
    checkSilent('reference-unresolved', cableWith());
  });
});
