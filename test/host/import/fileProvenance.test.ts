import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { citedSource } from '../../../server/src/features/bibliography/source';
import { provenanceOfFile } from '../../../server/src/host/import/fileProvenance';
import { readNotedLine } from '../../../server/src/import/notedLine';
import { provenanceIn } from '../../../server/src/web/provenance';
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
          Array.from({ length: 20_000 }, (_, i) =>
            line(`2007/07MUSCAT${i}.cable`, { source: `${i}.csv` }),
          ).join('') +
          line('2007/other.cable', { fields: { note: '"file":"2007/last.cable",' } }) +
          '{"file":"2007/last.cable", damaged\n' +
          line('2007/last.cable', { source: '7.csv' }),
      },
      folder => {
        for (const i of [0, 7000, 19_999])
          equal(provenanceOfFile(join(folder, `2007/07MUSCAT${i}.cable`))?.source, `${i}.csv`);
        equal(provenanceOfFile(join(folder, '2007/last.cable'))?.source, '7.csv');
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

  it('takes no longer for a line that names the file again and again', () =>
    withFolder(
      {
        'reftel-import.ndjson': `{"x":[${Array.from({ length: 30_000 }, () => '{"file":"a.cable","y":1}').join()}]}\n${line('a.cable')}`,
      },
      folder => {
        equal(provenanceOfFile(join(folder, 'a.cable'))?.source, 'dump.csv');
        equal(
          provenanceIn(uri => readFileSync(join(folder, basename(uri)), 'utf8'), 'file:///x/a.cable')?.source,
          'dump.csv',
        );
      },
    ));

  it('is what texts say, whatever somebody has written there', () => {
    const read = (more: object) => readNotedLine(line('a.cable', more), 'a.cable');
    const other = [5, null, [], {}, ['http://a.b'], { a: 1 }];
    for (const value of other) {
      equal(read({ kind: value }), null);
      equal(read({ source: value }), null);
      const { id, url, fields } = read({ id: value, url: value, fields: { url: value, note: 'x' } }) ?? {};
      deepEqual([id, url, fields], [null, undefined, { note: 'x' }]);
    }
    for (const fields of [5, null, 'x']) ok(read({ fields }));
    for (const kind of ['__proto__', 'constructor', 'toString'])
      equal(citedSource('07MUSCAT73', null, read({ kind }), {}), null);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('kind', 'id', 'url', 'fields', 'source'), fc.jsonValue()),
        more => {
          const noted = read(more);
          if (noted) citedSource('07MUSCAT73', null, noted, {});
        },
      ),
    );
  });
});
