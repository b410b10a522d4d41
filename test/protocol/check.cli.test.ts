import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

/** Each test starts several processes, which take their time on a busy machine. */
const PATIENCE = 60_000;

const lines = (text: string) => text.split('\n').slice(0, -1);
const WRONG = cableText(73).replace('UUUUU', 'UUUU').replace('#0073', '#0074');

describe('reftel check', function () {
  this.timeout(PATIENCE);

  it('prints a line for each diagnostic, by path as walked', async () => {
    await withFolder({ 'sub/a.txt': WRONG, 'b.txt': cableText(73), 'c.txt': 'A letter.' }, folder => {
      const { status, stdout, stderr } = reftel(['check'], folder);
      assert.deepEqual([status, stderr], [1, '']);
      const found = lines(stdout);
      assert.ok(found.length >= 2, stdout);
      for (const line of found) assert.match(line, /^sub\/a\.txt:\d+:\d+ (error|warning) [a-z-]+ \S.*$/);
      assert.ok(
        found.some(line => line.startsWith('sub/a.txt:4:5 error security-group-length ')),
        stdout,
      );
      assert.match(reftel(['check', './sub'], folder).stdout, /^\.\/sub\/a\.txt:/);
      assert.match(reftel(['check', join(folder, 'sub')]).stdout.slice(folder.length), /^\/sub\/a\.txt:/);
    });
  });

  it('reports from the level on, and says so by its exit code', async () => {
    await withFolder({ 'good.txt': cableText(73), 'wrong.txt': WRONG }, folder => {
      assert.deepEqual(reftel(['check', 'good.txt'], folder), { status: 0, stdout: '', stderr: '' });
      const severities = (level: string) => {
        const { status, stdout } = reftel(['check', '--format', 'json', '--level', level], folder);
        const found: { severity: string }[] = JSON.parse(stdout);
        return { status, severities: new Set(found.map(({ severity }) => severity)) };
      };
      assert.deepEqual(severities('error'), { status: 1, severities: new Set(['error']) });
      assert.deepEqual(severities('warning'), { status: 1, severities: new Set(['error', 'warning']) });
      const only = reftel(['check', '--level', 'hint', 'seeds/004_f37c22840742bfa9.txt']);
      assert.equal(only.status, 1);
      assert.deepEqual(reftel(['check', 'seeds/004_f37c22840742bfa9.txt']), {
        status: 0,
        stdout: '',
        stderr: '',
      });
    });
  });

  it('prints lines as compilers and GitHub Actions have them', () => {
    const only = ['check', 'seeds/002_e523bbbbf2932a18.txt'];
    assert.match(
      reftel([...only, '--format', 'unix']).stdout,
      /^seeds\/002_\w+\.txt:7:5: error: Security group .* \[security-group-length\]$/m,
    );
    assert.match(
      reftel([...only, '--format', 'github']).stdout,
      /^::error file=seeds\/002_\w+\.txt,line=7,endLine=7,col=5,endColumn=\d+,title=reftel security-group-length::Security group /m,
    );
  });

  it('fails for too many warnings only, where it is told how many', async () => {
    const warned = cableText(73).replace('#0073', '#0074');
    await withFolder({ 'warned.txt': warned, 'wrong.txt': WRONG }, folder => {
      const warnings = lines(reftel(['check', 'warned.txt'], folder).stdout).length;
      assert.ok(warnings > 0);
      const statusOf = (file: string, most: number) =>
        reftel(['check', file, '--max-warnings', `${most}`], folder).status;
      assert.deepEqual([statusOf('warned.txt', warnings), statusOf('warned.txt', warnings - 1)], [0, 1]);
      assert.equal(statusOf('wrong.txt', 99), 1);
      assert.deepEqual(reftel(['check', '--quiet', 'warned.txt'], folder), {
        status: 0,
        stdout: '',
        stderr: '',
      });
    });
  });

  it('colours its lines where it is told to, and never in a pipe', () => {
    const only = ['check', 'seeds/002_e523bbbbf2932a18.txt'];
    assert.equal(reftel(only).stdout.includes('\x1b'), false);
    assert.match(reftel([...only, '--color', 'always']).stdout, /\x1b\[31merror\x1b/);
    assert.match(reftel([...only, '--color=always']).stdout, /\x1b\[31merror\x1b/);
  });

  it('expands globs that the shell has left, and shows the files by their paths', async () => {
    await withFolder({ 'a/1.txt': WRONG, 'a/2.txt': WRONG, 'a/b/3.txt': WRONG, 'c.txt': WRONG }, folder => {
      const filesOf = (glob: string) => [
        ...new Set(lines(reftel(['check', glob], folder).stdout).map(line => line.split(':')[0])),
      ];
      assert.deepEqual(filesOf('a/*.txt'), ['a/1.txt', 'a/2.txt']);
      assert.deepEqual(filesOf('**/{1,3}.txt'), ['a/1.txt', 'a/b/3.txt']);
      assert.deepEqual(filesOf('./?'), ['./a/1.txt', './a/2.txt', './a/b/3.txt']);
    });
  });

  it('prints one JSON array, also of nothing', async () => {
    await withFolder({ 'a.txt': WRONG, 'empty/none.txt': '' }, folder => {
      const none = reftel(['check', 'empty', '--format', 'json'], folder);
      assert.deepEqual([none.status, JSON.parse(none.stdout)], [0, []]);
      const { stdout } = reftel(['check', '--format=json'], folder);
      const found: Record<string, unknown>[] = JSON.parse(stdout);
      const group = found.find(({ code }) => code === 'security-group-length');
      const { message, ...rest } = group ?? {};
      assert.deepEqual(rest, {
        file: 'a.txt',
        line: 4,
        column: 5,
        endLine: 4,
        endColumn: 9,
        severity: 'error',
        code: 'security-group-length',
      });
      assert.equal(typeof message, 'string');
    });
  });

  it('prints SARIF 2.1.0', async () => {
    await withFolder({ 'a b#.txt': WRONG }, folder => {
      const { status, stdout } = reftel(['check', '--format', 'sarif'], folder);
      const log = JSON.parse(stdout);
      assert.equal(status, 1);
      assert.equal(log.version, '2.1.0');
      assert.equal(log.runs.length, 1);
      const [{ tool, results }] = log.runs;
      assert.equal(tool.driver.name, 'reftel');
      const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'security-group-length');
      assert.equal(tool.driver.rules[result.ruleIndex].id, 'security-group-length');
      assert.equal(result.level, 'error');
      assert.deepEqual(result.locations[0].physicalLocation, {
        artifactLocation: { uri: 'a%20b%23.txt', uriBaseId: '%SRCROOT%' },
        region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 9 },
      });
      const empty = JSON.parse(
        reftel(['check', '--format', 'sarif', '--level', 'error', 'seeds/004_f37c22840742bfa9.txt']).stdout,
      );
      assert.deepEqual(empty.runs[0].results, []);
    });
  });

  it('says what is no cable and what cannot be read, and goes on', async () => {
    const files = {
      'letter.txt': 'A letter.',
      'empty.txt': '',
      'x.bin': new Uint8Array([0, 1]),
      'wrong.txt': WRONG,
    };
    await withFolder(files, folder => {
      for (const name of ['letter.txt', 'empty.txt', 'x.bin']) {
        const ran = reftel(['check', name], folder);
        assert.deepEqual(ran, { status: 0, stdout: '', stderr: `reftel: ${name}: not a cable\n` });
      }
      const { status, stdout, stderr } = reftel(['check', 'gone.txt', 'wrong.txt'], folder);
      assert.equal(status, 2);
      assert.match(stdout, /^wrong\.txt:4:5 /m);
      assert.equal(stderr, 'reftel: gone.txt: no such file or folder\n');
    });
  });

  it('survives a line of 10 MB, links in a circle, and a folder without permission', async () => {
    const files = {
      'long.cable': 'A'.repeat(10_000_000),
      'blanks.cable': `S${' '.repeat(3_000_000)}`,
      'sub/wrong.txt': WRONG,
    };
    await withFolder(files, folder => {
      symlinkSync(folder, join(folder, 'sub', 'loop'), 'dir');
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      writeFileSync(join(closed, 'a.txt'), WRONG);
      const locked = process.getuid?.() !== 0 && process.platform !== 'win32';
      if (locked) chmodSync(closed, 0);
      const { status, stdout, stderr } = reftel(['check'], folder);
      chmodSync(closed, 0o700);
      assert.equal(status, 1);
      assert.match(stdout, /^sub\/wrong\.txt:4:5 /m);
      assert.equal(stdout.includes('loop'), false);
      assert.equal(stderr, locked ? 'reftel: closed: no permission to read it\n' : '');
    });
  });
});
