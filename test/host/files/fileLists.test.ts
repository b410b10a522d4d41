import { deepEqual, equal } from 'node:assert/strict';
import { filesOf, ListPacker, namesOf } from '../../../server/src/host/files/fileLists';

describe('lists of files', () => {
  it('have the files of one folder that come one behind the other', () => {
    const packer = new ListPacker();
    const files = ['a.txt', 'b.txt', 'in/a.txt', 'in/ü b.txt', 'in/deep/a.txt', 'z'];
    for (const [i, path] of files.entries()) {
      const name = path.lastIndexOf('/') + 1;
      equal(packer.add(path.slice(0, name), path.slice(name)), i + 1);
    }
    const lists = packer.take();
    deepEqual(
      lists.map(list => [list.below, namesOf(list)]),
      [
        ['', ['a.txt', 'b.txt']],
        ['in/', ['a.txt', 'ü b.txt']],
        ['in/deep/', ['a.txt']],
        ['', ['z']],
      ],
    );
    deepEqual(
      [...filesOf(lists)].map(({ below, name }) => below + name),
      files,
    );
  });

  it('begin anew once they are taken', () => {
    const packer = new ListPacker();
    packer.add('in/', 'a.txt');
    packer.take();
    deepEqual([packer.size, packer.take()], [0, []]);
    packer.add('in/', 'b.txt');
    deepEqual([...filesOf(packer.take())], [{ below: 'in/', name: 'b.txt' }]);
  });
});
