import { deepEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { FileScanner } from '../../server/src/host/scanFile';
import { cableText, withFolder } from './folder';

describe('scan of several files', () => {
  it('keeps files apart that share a buffer, fill it, and are larger than it', async () => {
    const filled = (serial: number, bytes: number) =>
      `${cableText(serial)}${'Nothing more was said. '.repeat(bytes / 20)}\n`;
    const files = {
      'a.txt': cableText(1),
      'b.txt': filled(2, 600_000),
      'c.txt': 'Dear Sir,\n\nplease find enclosed.\n',
      'd.txt': filled(3, 600_000),
      'e.txt': filled(4, 2_000_000),
      'f.txt': '',
      'g.txt': cableText(5),
    };
    await withFolder(files, folder => {
      const scanner = new FileScanner();
      const paths = [...Object.keys(files), 'gone.txt'].map(name => join(folder, name));
      const scan = () =>
        scanner.scan(paths).map(one => (one.kind === 'file' ? (one.facts?.mrn ?? null) : one.problem.kind));
      const ids = ['07MUSCAT1', '07MUSCAT2', null, '07MUSCAT3', '07MUSCAT4', null, '07MUSCAT5', 'vanished'];
      deepEqual(scan(), ids);
      deepEqual(scan(), ids);
      const [first] = scanner.scan(paths.slice(0, 1));
      deepEqual(scanner.scan(paths)[0], first);
    });
  });
});
