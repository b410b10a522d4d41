import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { buildBase } from '../../server/src/archive/base/build';
import { baseColumnNames } from '../../server/src/archive/base/columns';
import { newPlainReader } from '../../server/src/host/plainReader';
import { FileScanner } from '../../server/src/host/scanFile';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { samples } from '../cable/samples';
import { cableText, withFolder } from './folder';

const filled = (serial: number, bytes: number) =>
  `${cableText(serial)}${'Nothing more was said. '.repeat(bytes / 20)}\n`;

const files = {
  'a.txt': cableText(1),
  'b.txt': filled(2, 200_000),
  'c.txt': 'Dear Sir,\n\nplease find enclosed.\n',
  'd.txt': filled(3, 600_000),
  'e.txt': filled(4, 2_000_000),
  'f.txt': '',
  'g.txt': cableText(5),
};
const ids = ['07MUSCAT1', '07MUSCAT2', null, '07MUSCAT3', '07MUSCAT4', null, '07MUSCAT5'];

/** Scans the file at a path relative to a folder. */
function scanPath(scanner: FileScanner, folder: string, path: string) {
  const name = path.lastIndexOf('/') + 1;
  return scanner.scan(path.slice(0, name), path.slice(name), join(folder, path));
}

/** Scans files of a folder; gives the ids of their cables. */
function scan(scanner: FileScanner, folder: string): (string | null)[] {
  const names = Object.keys(files);
  for (const name of names) equal(scanPath(scanner, folder, name), null);
  const base = buildBase(null, scanner.take());
  return names.map(name => {
    const row = base.rowOf(base.fileOf(name));
    return row < 0 ? null : base.entry(row).mrn;
  });
}

describe('scan of several files', () => {
  for (const [way, reader] of [
    ['with the plain reader', newPlainReader()],
    ['without WebAssembly', null],
  ] as const) {
    it(`keeps files apart that share a buffer, and takes larger ones, ${way}`, async () => {
      await withFolder(files, folder => {
        const scanner = new FileScanner(reader);
        deepEqual(scan(scanner, folder), ids);
        deepEqual(scan(scanner, folder), ids);
      });
    });

    it(`takes out of the archive what is gone or cannot be read, ${way}`, async () => {
      await withFolder({ 'b/c.txt': cableText(1) }, folder => {
        const scanner = new FileScanner(reader);
        equal(scanPath(scanner, folder, 'a.txt')?.kind, 'vanished');
        equal(scanPath(scanner, folder, 'b')?.kind, 'unreadable');
        const [batch, ...others] = scanner.take();
        ok(batch);
        equal(others.length, 0);
        equal(batch.fileRow.length, 2);
        equal(buildBase(null, [batch]).fileCount, 0);
      });
    });
  }

  it('finds the same whether there is a plain reader or none', async () => {
    const plan = planOf(150);
    const texts = Array.from({ length: plan.size }, (_, row) => textOf(plan, row));
    const all = {
      ...files,
      ...Object.fromEntries(samples.map(({ name, text }) => [name, text])),
      ...Object.fromEntries(texts.map((text, row) => [`made/${row % 7}/${row}.txt`, text])),
    };
    await withFolder(all, folder => {
      const [plain, parsed] = [newPlainReader(), null].map(reader => {
        const scanner = new FileScanner(reader);
        for (const path of Object.keys(all)) equal(scanPath(scanner, folder, path), null);
        return buildBase(null, scanner.take()).columns;
      });
      for (const name of baseColumnNames)
        if (name !== 'fileTime') deepEqual(plain?.[name], parsed?.[name], name);
    });
  });

  it('has a plain reader wherever these tests run', () => {
    ok(newPlainReader());
  });
});
