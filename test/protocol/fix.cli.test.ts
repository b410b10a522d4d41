import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import { cableText, withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { reftel, reftelOnFullDisk } from './command';

/** Four letters where five belong, and a caption in the text: two certain fixes. The serial is a contradiction, which has none. */
const WRONG = cableText(73, ['1. (U) One “é” ends', 'SIPDIS', 'here.', '', '2. (U) Two.'])
  .replace('UUUUU', 'UUUU')
  .replace('#0073', '#0074');
const FIXED = WRONG.replace('UUUU', 'UUUUU').replace('SIPDIS\nhere', 'here');
const SUMMARY = 'caption-in-text 1, security-group-length 1';

const codesOf = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map(line => line.split(' ').slice(0, 3).join(' '));
const seedFiles = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));

/** What the golden file says remains: `file:line:column severity code`. */
function expectedRemains(golden: string): string[] {
  let code = '';
  return golden.split('\n').flatMap(line => {
    code = /^([a-z]+(?:-[a-z]+)*): \S/.exec(line)?.[1] ?? code;
    return line.startsWith('  ') ? `${line.trim()} ${code}` : [];
  });
}

describe('reftel check --fix', function () {
  this.timeout(60_000);

  it('makes what is certain, says how much, and reports what remains', async () => {
    await withFolder(
      { 'a.txt': WRONG, 'sub/b.txt': WRONG, 'c.txt': cableText(80), 'd.txt': 'A letter.' },
      folder => {
        const { status, stdout, stderr } = reftel(['check', '--fix'], folder);
        assert.equal(stderr, 'reftel: fixed 2 files: caption-in-text 2, security-group-length 2\n');
        assert.deepEqual(codesOf(stdout), [
          'a.txt:3:12 warning serial-mismatch',
          'sub/b.txt:3:12 warning serial-mismatch',
        ]);
        assert.equal(status, 1);
        assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), FIXED);
        assert.equal(readFileSync(join(folder, 'sub', 'b.txt'), 'utf8'), FIXED);
        assert.deepEqual(readdirSync(folder).sort(), ['a.txt', 'c.txt', 'd.txt', 'sub']);

        const again = reftel(['check', '--fix', '--format', 'json'], folder);
        assert.equal(again.stderr, 'reftel: nothing to fix\n');
        assert.equal(JSON.parse(again.stdout).length, 2);
        assert.equal(reftel(['check', '--fix', 'c.txt'], folder).status, 0);
      },
    );
  });

  it('leaves of the seeds exactly what the golden file lists, each with a reason', async () => {
    const golden = readFileSync('test/golden/fix/seeds.txt', 'utf8');
    await withFolder(seedFiles, folder => {
      const fixed = reftel(['check', '--fix', '--level', 'hint'], folder);
      const after = reftel(['check', '--level', 'hint'], folder);
      assert.equal(after.stdout, fixed.stdout);
      assert.deepEqual(codesOf(after.stdout).sort(), expectedRemains(golden).sort());
    });
  });

  it('shows a diff and writes nothing with --dry-run', async () => {
    const crlf = WRONG.replaceAll('\n', '\r\n');
    await withFolder({ 'a.txt': WRONG, 'b.txt': crlf, 'c.txt': cableText(80) }, folder => {
      const { status, stdout, stderr } = reftel(['check', '--dry-run'], folder);
      assert.equal(
        stderr,
        'reftel: would fix 2 files: caption-in-text 2, security-group-length 2; nothing was written\n',
      );
      assert.equal(status, 1);
      assert.match(stdout, /^--- a\.txt\n\+\+\+ a\.txt\n@@ /);
      assert.match(stdout, /^-ZNR UUUU ZZH$/m);
      const patches = parsePatch(stdout);
      assert.deepEqual(
        patches.map(({ newFileName }) => newFileName),
        ['a.txt', 'b.txt'],
      );
      const [first, second] = patches;
      assert.ok(first && second);
      assert.equal(applyPatch(WRONG, first), FIXED);
      assert.equal(applyPatch(crlf, second), FIXED.replaceAll('\n', '\r\n'));
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), WRONG);
      assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), crlf);
      assert.deepEqual(reftel(['check', '--dry-run', '--fix', 'c.txt'], folder), {
        status: 0,
        stdout: '',
        stderr: 'reftel: nothing to fix; nothing was written\n',
      });
    });
    assert.match(
      reftel(['check', '--dry-run', '--format', 'json']).stderr,
      /--dry-run prints a diff, not json/,
    );
  });

  const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  /** The old archives' encoding, in which the curly quotation marks have bytes of their own. */
  const windows1252 = (text: string) => Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1');
  const encodings: Record<string, (text: string) => Buffer> = {
    'UTF-8': text => Buffer.from(text),
    'UTF-8 with a mark': text => Buffer.from(`\ufeff${text}`),
    'UTF-16 LE': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 BE': utf16be,
    'Windows-1252': windows1252,
  };
  for (const [name, encoded] of Object.entries(encodings))
    for (const [ends, as] of [
      ['LF', (text: string) => text],
      ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ] as const)
      it(`keeps ${name} with ${ends}`, async () => {
        const pilcrows = (text: string) => as(text.replace('1. (U)', '¶1. (U)'));
        await withFolder({ 'a.txt': encoded(pilcrows(WRONG)) }, folder => {
          const { stderr } = reftel(['check', '--fix'], folder);
          assert.equal(stderr, `reftel: fixed 1 file: ${SUMMARY}\n`);
          const bytes = readFileSync(join(folder, 'a.txt'));
          assert.equal(bytes.toString('hex'), encoded(pilcrows(FIXED)).toString('hex'));
        });
      });

  it('says which file it could not write, and goes on', async () => {
    await withFolder(
      { 'a.txt': WRONG, 'b.txt': WRONG, 'half.txt': Buffer.concat([utf16be(WRONG), Buffer.from([0])]) },
      folder => {
        chmodSync(join(folder, 'a.txt'), 0o444);
        const { status, stdout, stderr } = reftel(['check', '--fix'], folder);
        assert.equal(status, 2);
        const said = stderr.split('\n');
        assert.match(
          said[0] ?? '',
          /^reftel: a\.txt: not written: (it is read-only|no permission to write it)$/,
        );
        assert.equal(said[1], 'reftel: half.txt: not written: some of its bytes are no UTF-16');
        assert.equal(said[2], `reftel: fixed 1 file: ${SUMMARY}`);
        assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), WRONG);
        // What stands there is what is reported.
        assert.ok(codesOf(stdout).includes('a.txt:4:5 error security-group-length'));
        assert.ok(!codesOf(stdout).includes('b.txt:4:5 error security-group-length'));
      },
    );
  });

  it('leaves alone what reftel.json switches off or ignores', async () => {
    const settings = {
      diagnostics: { 'caption-in-text': 'off' },
      ignore: [{ file: 'old', code: 'security-group-length', reason: 'as released' }],
    };
    await withFolder(
      { 'a.txt': WRONG, 'old/b.txt': WRONG, 'reftel.json': JSON.stringify(settings) },
      folder => {
        assert.equal(
          reftel(['check', '--fix'], folder).stderr,
          'reftel: fixed 1 file: security-group-length 1\n',
        );
        assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), WRONG.replace('UUUU', 'UUUUU'));
        assert.equal(readFileSync(join(folder, 'old', 'b.txt'), 'utf8'), WRONG);
      },
    );
  });

  it('leaves the old file whole where writing fails in the middle', async function () {
    if (process.platform === 'win32') return this.skip('needs a POSIX system');
    const long = `${WRONG}\n${'A long line of words.\n'.repeat(4000)}`;
    await withFolder({ 'a.txt': long }, folder => {
      const ran = reftelOnFullDisk(['check', '--fix'], folder, 16);
      assert.equal(ran.status, 2);
      assert.match(ran.stderr, /^reftel: a\.txt: not written: /);
      assert.deepEqual(readdirSync(folder), ['a.txt']);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), long);
    });
  });
});
