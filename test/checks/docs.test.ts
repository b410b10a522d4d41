import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checks } from '../../server/src/checks';

describe('the pages about diagnostics', () => {
  it('are one for each check, and their table is up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('begin with code and severity', () => {
    for (const { code, severity } of checks) {
      const page = readFileSync(`docs/diagnostics/${code}.md`, 'utf8').toLowerCase();
      assert.ok(page.startsWith(`# \`${code}\`\n\n${severity}: `), code);
    }
  });
});
