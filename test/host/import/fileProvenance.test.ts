import { deepEqual, equal } from 'node:assert/strict';
import { join } from 'node:path';
import { provenanceOfFile } from '../../../server/src/host/import/fileProvenance';
import { withFolder } from '../folder';

const line = (file: string, more: object = {}) =>
  `${JSON.stringify({ file, id: null, source: 'dump.csv', kind: 'cablegate-csv', row: 1, sha256: 'aa', ...more })}\n`;

describe('what an import noted of a file', () => {
  it('is found from the folder of the file or from the one above a year', () =>
    withFolder(
      {
        'reftel-import.ndjson': `${line('2007/07MUSCAT73.cable', { id: '07MUSCAT73' })}${line('loose.cable')}`,
      },
      folder => {
        equal(provenanceOfFile(join(folder, '2007/07MUSCAT73.cable'))?.id, '07MUSCAT73');
        equal(provenanceOfFile(join(folder, 'loose.cable'))?.source, 'dump.csv');
        equal(provenanceOfFile(join(folder, '07MUSCAT73.cable')), null);
        equal(provenanceOfFile(join(folder, 'notes/loose.cable')), null);
      },
    ));

  it('is found anywhere in a long list, and only where the line is about the file', () =>
    withFolder(
      {
        'reftel-import.ndjson':
          Array.from({ length: 20_000 }, (_, i) => line(`2007/07MUSCAT${i}.cable`, { row: i })).join('') +
          line('2007/other.cable', { fields: { note: '"file":"2007/last.cable",' } }) +
          '{"file":"2007/last.cable", damaged\n' +
          line('2007/last.cable', { row: 7 }),
      },
      folder => {
        for (const i of [0, 7000, 19_999])
          equal(provenanceOfFile(join(folder, `2007/07MUSCAT${i}.cable`))?.row, i);
        equal(provenanceOfFile(join(folder, '2007/last.cable'))?.row, 7);
        equal(provenanceOfFile(join(folder, '2007/nothing.cable')), null);
      },
    ));

  it('is nothing where there is no list, or one that is no list', () =>
    withFolder({ 'a/reftel-import.ndjson': 'null\n"file":"x.cable",\n', 'b/x.cable': '' }, folder => {
      deepEqual(
        ['a/x.cable', 'b/x.cable', 'c/x.cable'].map(file => provenanceOfFile(join(folder, file))),
        [null, null, null],
      );
    }));
});
