import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CableFolder } from '../../../server/src/host/import/cableFolder';
import { callsOf } from '../faults';
import { withFolder } from '../folder';

const nameOf = (copy: number) => `2007/07MUSCAT73${copy > 1 ? `-${copy}` : ''}.cable`;
const MANY = 200;
const numbers = Array.from({ length: MANY }, (_, i) => i + 1);

describe('a folder of many copies of one cable', () => {
  for (const dryRun of [false, true])
    it(`has each text once, in files with numbers${dryRun ? ', or would have it' : ''}`, () =>
      withFolder({}, folder => {
        const cables = new CableFolder(join(folder, 'to'), dryRun);
        for (const n of numbers)
          deepEqual(cables.place(`TEXT ${n}`, nameOf), { file: nameOf(n), isNew: true });
        for (const n of numbers)
          deepEqual(cables.place(`TEXT ${n}`, nameOf), { file: nameOf(n), isNew: false });
        if (dryRun) return;
        // What an earlier run has written is known to the next.
        const next = new CableFolder(join(folder, 'to'), false);
        for (const n of numbers.toReversed())
          deepEqual(next.place(`TEXT ${n}`, nameOf), { file: nameOf(n), isNew: false });
        deepEqual(next.place('ANOTHER', nameOf), { file: nameOf(MANY + 1), isNew: true });
        equal(readdirSync(join(folder, 'to', '2007')).length, MANY + 1);
        equal(readFileSync(join(folder, 'to', nameOf(MANY)), 'utf8'), `TEXT ${MANY}`);
      }));

  it('is not looked through for each of them', async () => {
    let calls = 0;
    await withFolder({}, async folder => {
      const cables = new CableFolder(folder, false);
      const counts = await callsOf(() => {
        for (let n = 1; n <= 1000; n++) cables.place(`TEXT ${n}`, nameOf);
      });
      calls = counts.get('lstatSync') ?? 0;
    });
    ok(calls > 0 && calls < 40_000, `${calls} calls`);
  });
});
