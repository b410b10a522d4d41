import { deepEqual } from 'node:assert/strict';
import { FileNames } from '../../server/src/archive/fileNames';

const namesOf = (...folders: readonly (readonly [below: string, ...names: string[]])[]) => {
  const files = new FileNames();
  for (const [below, ...names] of folders) files.add({ below, packed: names.join('\0') });
  return files;
};

describe('names of files', () => {
  it('lead to a cable with any zeros, extension, folder and spelling of its station', () => {
    const files = namesOf(
      ['', '07MUSCAT73.txt', '07MUSCAT730.txt', '07MUSCAT173.txt', '06MUSCAT73.txt', 'notes.txt'],
      ['2007/', '07MUSCAT00073.cable', '2007-muscat-00073 (1).txt', '07KUWAIT73.txt'],
      ['deep/er/', '07 MUSCAT 73'],
    );
    deepEqual(
      [...files.find('07MUSCAT73')],
      [
        '07MUSCAT73.txt',
        '2007/07MUSCAT00073.cable',
        '2007/2007-muscat-00073 (1).txt',
        'deep/er/07 MUSCAT 73',
      ],
    );
  });

  it('lead to a cable under the other name of a renamed station', () => {
    deepEqual([...namesOf(['', '06KIEV12.txt']).find('06KYIV12')], ['06KIEV12.txt']);
  });

  it('lead nowhere for an id that no name has, and for a text that is no id', () => {
    const files = namesOf(['', '000_2997beacdc0d1d2b.txt', '73.txt']);
    deepEqual([...files.find('07MUSCAT73'), ...files.find('MUSCAT 73')], []);
  });

  it('are searched only from where an earlier search ended', () => {
    const files = namesOf(['a/', '07MUSCAT73.txt'], ['b/', '07MUSCAT73.txt']);
    deepEqual([...files.find('07MUSCAT73', 1)], ['b/07MUSCAT73.txt']);
    deepEqual([...files.find('07MUSCAT73', files.length)], []);
  });
});
