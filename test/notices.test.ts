import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('THIRD_PARTY_NOTICES.txt', () => {
  it('names the packages of which code is built in, with their licences', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/notices.mjs', '--check'], {
      encoding: 'utf8',
    });
    deepEqual([status, stderr], [0, '']);
  });
});
