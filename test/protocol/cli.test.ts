import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { generateArchive } from '../bench/generate';
import { cableText, withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { reftel, reftelInterrupted, reftelIntoClosedPipe, reftelWithOpenInput } from './command';

/** Each test starts several processes, which take their time on a busy machine. */
const PATIENCE = 60_000;

const lines = (text: string) => text.split('\n').slice(0, -1);
const WRONG = cableText(73).replace('UUUUU', 'UUUU').replace('#0073', '#0074');

describe('reftel', function () {
  this.timeout(PATIENCE);

  it('prints its version and its help', () => {
    assert.deepEqual(reftel(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
    const { status, stdout } = reftel(['--help']);
    assert.equal(status, 0);
    for (const command of ['check', 'outline', 'cites', 'cited-by', 'index', 'export', 'lsp']) {
      assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
      const help = reftel([command, '--help']);
      assert.deepEqual([help.status, help.stderr], [0, '']);
      assert.ok(help.stdout.startsWith(`usage: reftel ${command} `), help.stdout);
    }
  });

  it('says which arguments it does not understand', () => {
    const cases: [args: string[], what: RegExp][] = [
      [[], /^usage: /],
      [['chekc'], /no command chekc/],
      [['check', '--levle', 'hint'], /--levle/],
      [['check', '--level', 'fatal'], /--level fatal: expected .*hint/],
      [['check', '--format'], /--format/],
      [['check', '--format', 'xml'], /--format xml: expected text, json or sarif/],
      [['outline'], /FILE is missing/],
      [['outline', 'a', 'b'], /one FILE is enough/],
      [['cites'], /ID is missing/],
      [['cites', 'MUSCAT'], /MUSCAT is no id/],
      [['cited-by', '07MUSCAT73', '--in', 'nowhere'], /nowhere: no such file or folder/],
      [['cites', '07MUSCAT73', '--in', 'package.json'], /package\.json: it is no folder/],
      [['export', '--format', 'yaml'], /--format yaml: expected ndjson, csv or graphml/],
      [['index', 'nowhere'], /nowhere: no such file or folder/],
      [['index', 'seeds', 'docs'], /one DIR is enough/],
      [['index', '--rebuild=yes'], /rebuild/],
      [['lsp'], /expected --stdio/],
    ];
    for (const [args, what] of cases) {
      const { status, stdout, stderr } = reftel(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, what);
      assert.equal(stderr.includes('    at '), false, `a stack trace for ${args.join(' ')}`);
    }
  });

  it('ends quietly when its reader goes away', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, WRONG]));
    await withFolder(files, async folder => {
      for (const args of [
        ['export'],
        ['export', '--format', 'csv'],
        ['export', '--format', 'graphml'],
        ['check'],
        ['check', '--format', 'json'],
      ]) {
        const { status, stdout, stderr } = await reftelIntoClosedPipe(args, folder);
        assert.notEqual(stdout, '');
        assert.deepEqual([status, stderr], [0, ''], args.join(' '));
      }
    });
  });
});

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
        artifactLocation: { uri: 'a%20b%23.txt' },
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

describe('reftel outline', function () {
  this.timeout(PATIENCE);

  it('prints header fields, headings and paragraphs', () => {
    const { status, stdout, stderr } = reftel(['outline', 'seeds/004_f37c22840742bfa9.txt']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^ *25 .*Subject: \S/m);
    assert.match(stdout, /^ *35 .*¶1 \(/m);
    assert.match(stdout, /^60 .*FONTENEAU/m);
  });

  it('prints a tree as JSON', () => {
    const { status, stdout } = reftel(['outline', '--format', 'json', 'seeds/004_f37c22840742bfa9.txt']);
    assert.equal(status, 0);
    const nodes: { name: string; line: number; children: { name: string }[] }[] = JSON.parse(stdout);
    assert.ok(nodes.some(({ children }) => children.some(({ name }) => name === 'Subject')));
    assert.equal(nodes.at(-1)?.line, 60);
  });

  it('refuses what is no cable', async () => {
    await withFolder({ 'a.txt': 'A letter.', 'sub/b.txt': WRONG }, folder => {
      assert.deepEqual(reftel(['outline', 'a.txt'], folder), {
        status: 2,
        stdout: '',
        stderr: 'reftel: a.txt: not a cable\n',
      });
      assert.equal(reftel(['outline', 'sub'], folder).stderr, 'reftel: sub: it is a folder\n');
      assert.equal(reftel(['outline', 'gone'], folder).stderr, 'reftel: gone: no such file or folder\n');
    });
  });
});

describe('reftel cites and cited-by', function () {
  this.timeout(PATIENCE);

  it('follow the references of the sample cables', () => {
    const cites = reftel(['cites', '07 muscat 00154', '--in', 'seeds']);
    assert.deepEqual([cites.status, cites.stderr], [0, '']);
    const cited = lines(cites.stdout).map(line => line.split('\t'));
    assert.deepEqual(
      cited.map(([id, file]) => [id, file]),
      [
        ['07STATE16868', 'not in this folder'],
        ['07MUSCAT73', 'seeds/000_2997beacdc0d1d2b.txt'],
        ['06MUSCAT1735', 'not in this folder'],
      ],
    );
    assert.ok(cited.every(columns => columns.length === 3));
    assert.ok((cited[1]?.[2] ?? '').length > 10);

    assert.equal(reftel(['cites', '--in=seeds', '07', 'MUSCAT', '154']).stdout, cites.stdout);
    const citedBy = reftel(['cited-by', '07MUSCAT73', '--in', 'seeds']);
    assert.deepEqual([citedBy.status, citedBy.stderr], [0, '']);
    const places = lines(citedBy.stdout).map(line => line.split('\t'));
    assert.ok(
      places.some(([place]) => place?.startsWith('seeds/001_d7c79b370b6b1b3a.txt:28:')),
      citedBy.stdout,
    );
    assert.ok(
      places.some(([place]) => place?.startsWith('seeds/001_d7c79b370b6b1b3a.txt:39:')),
      citedBy.stdout,
    );
    assert.ok(places.every(([, id]) => id === '07MUSCAT154'));
  });

  it('know a cable that is only cited, and say which is not known', () => {
    const absent = reftel(['cited-by', '06MUSCAT1735', '--in', 'seeds']);
    assert.equal(absent.status, 0);
    assert.deepEqual(
      new Set(lines(absent.stdout).map(line => line.split('\t')[1])),
      new Set(['07MUSCAT73', '07MUSCAT154']),
    );
    for (const args of [
      ['cites', '06MUSCAT1735'],
      ['cited-by', '99MUSCAT1'],
      ['cites', '99 MUSCAT 1'],
    ]) {
      const { status, stdout, stderr } = reftel([...args, '--in', 'seeds']);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /is not in this folder\n$/);
    }
  });
});

describe('reftel index', function () {
  this.timeout(PATIENCE);

  const files = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));
  const indexed = (folder: string, ...more: readonly string[]) => {
    const { status, stdout, stderr } = reftel([
      'index',
      folder,
      '--format',
      'json',
      '--cache',
      join(folder, '.cache'),
      ...more,
    ]);
    assert.deepEqual([status, stderr], [0, '']);
    return JSON.parse(stdout);
  };

  it('says what a folder holds, the same for a saved archive as for a new one', () =>
    withFolder(files, folder => {
      const first = indexed(folder);
      assert.deepEqual(Object.keys(first), [
        'files',
        'cables',
        'references',
        'resolved',
        'seconds',
        'cacheBytes',
        'peakMemory',
      ]);
      const { seconds, cacheBytes, peakMemory, ...counts } = first;
      assert.deepEqual(counts, { files: 5, cables: 5, references: 12, resolved: 2 });
      assert.ok(seconds > 0 && cacheBytes >= 0 && peakMemory > 1e6, JSON.stringify(first));
      for (const again of [indexed(folder), indexed(folder, '--rebuild')]) {
        const { files, cables, references, resolved } = again;
        assert.deepEqual({ files, cables, references, resolved }, counts);
      }
    }));

  it('sees what has changed since', () =>
    withFolder(files, folder => {
      const before = indexed(folder);
      writeFileSync(join(folder, 'new.txt'), cableText(73, ['1. (U) See 07 MUSCAT 919 and 07 MUSCAT 5000.']));
      rmSync(join(folder, seeds[4]?.name ?? ''));
      const after = indexed(folder);
      assert.deepEqual([after.files, after.cables], [5, 5]);
      assert.notDeepEqual(after.references, before.references);
      assert.deepEqual(indexed(folder, '--rebuild').references, after.references);
      const cache = ['--in', folder, '--cache', join(folder, '.cache')];
      const citing = reftel(['cited-by', '07MUSCAT5000', ...cache]);
      assert.match(citing.stdout, /new\.txt:17:\d+\t07MUSCAT73\tCABLE NUMBER 73\n$/);
      assert.equal(reftel(['cites', '07MUSCAT919', ...cache]).status, 1);
    }));

  it('keeps what it has read when a person stops it', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder({}, async folder => {
      const cables = join(folder, 'cables');
      generateArchive(cables, 3000);
      const args = ['index', cables, '--cache', join(folder, 'cache')];
      const { status, stdout, stderr } = await reftelInterrupted(args, 800);
      // On a quick machine it is done before, on a busy one it has not begun.
      if (status === 2) {
        assert.equal(stdout, '');
        assert.match(
          stderr,
          /^reftel: stopped; \d+ cables are known, and the next index goes on from there\n$/,
        );
      }
      assert.match(reftel(args).stdout, /^files {8}3000\ncables {7}3000\n/);
    });
  });

  it('tells a person the same in words', () =>
    withFolder(files, folder => {
      const { status, stdout } = reftel(['index', folder, '--cache', join(folder, '.cache')]);
      assert.equal(status, 0);
      assert.match(stdout, /^files {8}5\ncables {7}5\nreferences {3}12, of these resolved 2\n/);
    }));
});

describe('reftel export', function () {
  this.timeout(PATIENCE);

  it('prints one record for each cable', async () => {
    const { status, stdout, stderr } = reftel(['export', '--format', 'ndjson', 'seeds']);
    assert.deepEqual([status, stderr], [0, '']);
    const records: { file: string; mrn: string }[] = lines(stdout).map(line => JSON.parse(line));
    assert.deepEqual(
      records.map(({ file, mrn }) => [file.slice(0, 9), mrn]),
      [
        ['seeds/000', '07MUSCAT73'],
        ['seeds/001', '07MUSCAT154'],
        ['seeds/002', '07MUSCAT1065'],
        ['seeds/003', '08MUSCAT789'],
        ['seeds/004', '07MUSCAT919'],
      ],
    );
    await withFolder({ 'a.txt': 'A letter.' }, folder => {
      assert.deepEqual(reftel(['export'], folder), { status: 0, stdout: '', stderr: '' });
      assert.equal(reftel(['export', 'gone'], folder).status, 2);
    });
  });
});

describe('reftel lsp', function () {
  this.timeout(PATIENCE);

  it('needs to be told to use standard input and output', () => {
    assert.equal(reftel(['lsp', '--socket=1']).status, 2);
  });

  it('serves an editor until it is told to exit', async () => {
    const message = (content: object) => {
      const json = JSON.stringify({ jsonrpc: '2.0', ...content });
      return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
    };
    const params = { processId: null, rootUri: null, capabilities: {} };
    const input = [
      message({ id: 1, method: 'initialize', params }),
      message({ id: 2, method: 'shutdown' }),
      message({ method: 'exit' }),
    ];
    const { status, stdout } = await reftelWithOpenInput(['lsp', '--stdio'], input.join(''));
    assert.equal(status, 0);
    assert.ok(stdout.includes(JSON.stringify({ name: 'reftel', version })), stdout);
  });
});
