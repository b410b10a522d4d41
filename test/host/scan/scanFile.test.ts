import { deepEqual, equal } from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { FileScanner } from '../../../server/src/host/scan/scanFile';
import { buildBase } from '../../archive/index/madeBase';
import { cableText, withFolder } from '../folder';

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
const scanPath = (scanner: FileScanner, folder: string, path: string) =>
  scanner.scan(path, join(folder, path));

/** Scans files of a folder; gives the ids of their cables. */
function scan(scanner: FileScanner, folder: string): (string | null)[] {
  const names = Object.keys(files);
  for (const name of names) equal(scanPath(scanner, folder, name), null);
  const base = buildBase(null, [scanner.take()]);
  return names.map(name => {
    const row = base.rowsOfFile(base.fileOf(name))[0] ?? -1;
    return row < 0 ? null : base.entry(row).mrn;
  });
}

describe('scan of several files', () => {
  it('keeps files apart that share a buffer, and takes larger ones', async () => {
    await withFolder(files, folder => {
      const scanner = new FileScanner();
      deepEqual(scan(scanner, folder), ids);
      deepEqual(scan(scanner, folder), ids);
    });
  });

  it('takes out of the archive what is gone or cannot be read', async () => {
    await withFolder({ 'b/c.txt': cableText(1) }, folder => {
      const scanner = new FileScanner();
      equal(scanPath(scanner, folder, 'a.txt')?.kind, 'vanished');
      equal(scanPath(scanner, folder, 'b')?.kind, 'unreadable');
      const batch = scanner.take();
      equal(batch.fileRow.length, 2);
      equal(buildBase(null, [batch]).fileCount, 0);
    });
  });

  it('keeps no time of a file that may change again within the tick of a clock', async () => {
    const { now } = Date;
    const NOW = Date.UTC(2020, 0, 1);
    const ages = { 'a.txt': 3000, 'c.txt': 2000, 'e.txt': 1000, 'g.txt': 0, 'b.txt': -5000 };
    await withFolder(files, folder => {
      const scanner = new FileScanner();
      Date.now = () => NOW;
      try {
        for (const [name, age] of Object.entries(ages)) {
          utimesSync(join(folder, name), new Date(NOW - age), new Date(NOW - age));
          equal(scanPath(scanner, folder, name), null);
        }
      } finally {
        Date.now = now;
      }
      deepEqual([...scanner.take().fileTime], [NOW - 3000, NOW - 2000, 0, 0, 0]);
    });
  });
});
