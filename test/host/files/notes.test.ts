import { deepEqual, equal } from 'node:assert/strict';
import { BatchWriter } from '../../../server/src/archive/index/build/batch';
import { type NoteJob, noteLists } from '../../../server/src/host/files/noteNames';
import { readNotes } from '../../../server/src/host/files/notes';
import { scanCable } from '../../../server/src/host/scan/scanFile';
import { buildBase } from '../../archive/index/madeBase';
import { cableText, withFolder } from '../folder';

const FILES = {
  'a.txt': cableText(1),
  'b.TXT': 'Dear Ann,',
  'c.log': 'See 07 MUSCAT 1.',
  'n/a.txt': cableText(2),
  'n/b.md': '07 MUSCAT 2',
  'n/c.txt': 'Dear Bob,',
  'old/d.md': '07 MUSCAT 3',
};

/** The archive of these files. */
const archive = () => {
  const writer = new BatchWriter();
  for (const [path, text] of Object.entries(FILES))
    writer.add(path, 1, 1, scanCable(Buffer.from(text), path));
  return buildBase(null, [writer.finish()]);
};

const pathsOf = (job: NoteJob) =>
  [...noteLists(job)].flatMap(({ below, names }) => names.map(name => below + name));

describe('notes in a folder', () => {
  it('are named as such, and no cables of the archive', () =>
    withFolder(FILES, folder => {
      const known = archive().columns;
      const all = ['a.txt', 'b.TXT', 'n/a.txt', 'n/b.md', 'n/c.txt', 'old/d.md'];
      deepEqual(pathsOf({ folder, exclude: [], known: null }), all);
      deepEqual(pathsOf({ folder, exclude: ['old'], known }), ['b.TXT', 'n/b.md', 'n/c.txt']);
    }));

  it('are read where they are wanted, until that is cancelled', () =>
    withFolder(FILES, async folder => {
      const read: string[] = [];
      const cancelling = new AbortController();
      const options = { exclude: ['old'], known: archive(), signal: cancelling.signal };
      const reader = {
        wants: (path: string) => path !== 'n/c.txt',
        onNote: (path: string, text: string) => read.push(`${path} ${text}`),
      };
      equal(await readNotes(folder, reader, options), true);
      deepEqual(read, ['b.TXT Dear Ann,', 'n/b.md 07 MUSCAT 2']);
      cancelling.abort();
      equal(await readNotes(folder, reader, options), false);
      equal(read.length, 2);
    }));
});
