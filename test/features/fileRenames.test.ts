import { deepEqual } from 'node:assert/strict';
import { parseDocument } from '../../server/src/cable/document';
import { FileRenames } from '../../server/src/features/fileRenames';
import { cableWith } from '../checks/check';

/** The cable 07MUSCAT412. */
const cable = cableWith();
const other = cableWith({ classLine: 'UNCLAS MUSCAT 000413', de: null });

/** Names files of one folder: `old → new`, `old: reason`, and how many have their names already. */
function checkRenames(
  files: Readonly<Record<string, string | null>>,
  expected: readonly string[],
  { named = 0, taken = [] }: { readonly named?: number; readonly taken?: readonly string[] } = {},
): void {
  const plan = new FileRenames((_folder, name) => taken.includes(name));
  for (const [name, text] of Object.entries(files))
    plan.add('file:///a', `file:///a/${name}`, name, text === null ? [] : parseDocument(text));
  const renames = plan.renames.map(({ name, newName }) => `${name} → ${newName}`);
  const kept = plan.kept.map(({ name, reason }) => `${name}: ${reason}`);
  deepEqual([...renames, ...kept], expected);
  deepEqual(plan.named, named);
}

describe('names of files after their ids', () => {
  it('take the place of hashes and numbers, and keep the extension', () => {
    checkRenames({ '000_2997beacdc0d1d2b.txt': cable, '9c1185a5c5e9fc54.cable': other, 'scan.12': cable }, [
      '000_2997beacdc0d1d2b.txt → 07MUSCAT412.txt',
      '9c1185a5c5e9fc54.cable → 07MUSCAT413.cable',
      'scan.12 → 07MUSCAT412',
    ]);
  });

  it('take the place of another id within a name', () =>
    checkRenames({ 'x 07PARIS412_b.txt': cable }, ['x 07PARIS412_b.txt → x 07MUSCAT412_b.txt']));

  it('leave names that hold the id in any spelling', () =>
    checkRenames({ '07MUSCAT412.txt': cable, '2007-muscat-00412 (1).txt': cable }, [], { named: 2 }));

  it('are numbered where several files have one id, or the name is taken', () => {
    checkRenames({ 'a.txt': cable, 'b.TXT': cable, 'c.txt': cable, 'd.txt': other }, [
      'a.txt → 07MUSCAT412.txt',
      'b.TXT → 07MUSCAT412-2.TXT',
      'c.txt → 07MUSCAT412-3.txt',
      'd.txt → 07MUSCAT413.txt',
    ]);
    checkRenames({ 'a.txt': cable }, ['a.txt → 07MUSCAT412-3.txt'], {
      taken: ['07MUSCAT412.txt', '07MUSCAT412-2.txt'],
    });
  });

  it('are not given where the text does not prove one id', () =>
    checkRenames(
      {
        'no-year.txt': cableWith({ dtg: null }),
        'two.txt': `${cable}\n\n${other}`,
        'note.txt': null,
        'mixed.txt': cableWith({ from: 'FM AMEMBASSY PARIS', de: null }),
      },
      ['no-year.txt: unproven', 'two.txt: several', 'note.txt: not-a-cable', 'mixed.txt: unproven'],
    ));
});
