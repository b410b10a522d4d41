import assert from 'node:assert/strict';
import { type Folder, holdsCables } from '../../client/src/cablesHere';
import { seeds } from '../seeds';

const CABLE = seeds[0]?.text ?? '';
const PROSE = 'Dear Ann,\n\nSubject: the cable car\nFrom: Bob\n\nWe took it up, and walked down.\n';

/** A folder with these files, by their paths, and how much of it was looked at. */
function folderOf(files: Readonly<Record<string, string>>) {
  const looked = { folders: 0, files: 0 };
  const folder: Folder = {
    async list(path) {
      looked.folders++;
      const below = Object.keys(files).filter(file => path === '' || file.startsWith(`${path}/`));
      const names = below.map(file => file.slice(path === '' ? 0 : path.length + 1));
      return [...new Set(names.map(name => name.replace(/\/.*/, '/')))].map(name => ({
        name: name.replace('/', ''),
        isFolder: name.endsWith('/'),
      }));
    },
    async read(path, longest) {
      looked.files++;
      const text = files[path] ?? '';
      return text.length > longest ? null : new TextEncoder().encode(text);
    },
  };
  return { folder, looked };
}

const holds = (files: Readonly<Record<string, string>>, byText = true) =>
  holdsCables(folderOf(files).folder, byText);

describe('a look at a folder that was opened', () => {
  it('finds cables by what texts say, whatever their names', async () => {
    assert.equal(await holds({ 'a.txt': PROSE, 'b.txt': CABLE }), true);
    assert.equal(await holds({ '07MUSCAT73': CABLE }), true);
    assert.equal(await holds({ 'notes/read.md': PROSE, 'cables/2007/a.log': CABLE }), true);
  });

  it('finds them by names of our own without reading anything', async () => {
    for (const name of ['2007/x.cable', 'reftel.json', 'cables/reftel-import.ndjson'])
      assert.equal(await holds({ 'a.txt': PROSE, [name]: '' }, false), true, name);
  });

  it('finds none in other folders, and leaves texts alone where they are not to be recognised', async () => {
    assert.equal(await holds({}), false);
    assert.equal(await holds({ 'a.txt': PROSE, 'src/main.ts': CABLE, 'package.json': '{}' }), false);
    assert.equal(await holds({ '.git/a.txt': CABLE, 'node_modules/a/b.txt': CABLE }), false);
    assert.equal(await holds({ 'a.txt': CABLE }, false), false);
  });

  it('finds them deep in a tree, and beside other trees', async () => {
    const days = Array.from({ length: 12 }, (_, i) => `2007/${10 + i}/01/x/${i}.txt`);
    assert.equal(await holds(Object.fromEntries(days.map(path => [path, CABLE]))), true);
    const code = Array.from({ length: 12 }, (_, i) => `code/${i}/src/lib/${i}.ts`);
    assert.equal(
      await holds({ ...Object.fromEntries(code.map(path => [path, ''])), 'cables/2007/a.txt': CABLE }),
      true,
    );
  });

  it('costs little, however much there is', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`${i % 60}/${i % 7}/${i}.txt`, PROSE]),
    );
    const { folder, looked } = folderOf(many);
    assert.equal(await holdsCables(folder, true), false);
    assert.ok(looked.folders <= 24 && looked.files <= 16, JSON.stringify(looked));
    let time = 0;
    const slow = folderOf({ 'a/b/c.txt': CABLE });
    assert.equal(await holdsCables(slow.folder, true, () => (time += 2000)), false);
  });
});
