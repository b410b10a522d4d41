import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { cableText, withFolder } from '../host/folder';
import { reftel, reftelIntoClosedPipe, reftelWithOpenInput } from './command';

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
    for (const command of [
      'check',
      'outline',
      'cites',
      'cited-by',
      'index',
      'export',
      'explain',
      'lsp',
      'completion',
    ]) {
      assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
      const help = reftel([command, '--help']);
      assert.deepEqual([help.status, help.stderr], [0, '']);
      assert.ok(help.stdout.startsWith(`usage: reftel ${command} `), help.stdout);
      assert.deepEqual(reftel(['help', command]), help);
    }
    assert.deepEqual(reftel(['-V']), reftel(['--version']));
    assert.deepEqual(reftel(['help']), reftel(['--help']));
  });

  it('says which arguments it does not understand', () => {
    const cases: [args: string[], what: RegExp][] = [
      [[], /^usage: /],
      [['chekc'], /no command chekc; did you mean check\?/],
      [['help', 'chekc'], /no command chekc; did you mean check\?/],
      [['frobnicate'], /no command frobnicate; see/],
      [['check', '--levle', 'hint'], /unknown option --levle; did you mean --level\?/],
      [['check', '--frobnicate'], /unknown option --frobnicate; see/],
      [['check', '--max-warnings', 'few'], /--max-warnings few: expected a whole number/],
      [['check', '--fix', '-'], /cannot rewrite standard input/],
      [['check', '--color', 'sometimes'], /--color sometimes: expected auto, always or never/],
      [['check', 'seeds/*.doc'], /seeds\/\*\.doc: no file matches/],
      [['export', '--bom'], /--bom is for --format csv alone/],
      [['completion', 'zhs'], /zhs: expected bash, zsh, fish or powershell; did you mean zsh\?/],
      [['check', '--level', 'fatal'], /--level fatal: expected .*hint/],
      [['check', '--format'], /--format/],
      [['check', '--format', 'xml'], /--format xml: expected text, json, sarif, unix or github/],
      [['outline'], /FILE is missing/],
      [['outline', 'a', 'b'], /expected one FILE, unexpected b/],
      [['cites'], /ID is missing/],
      [['cites', 'MUSCAT'], /MUSCAT is not a cable id/],
      [['cited-by', '07MUSCAT73', '--in', 'nowhere'], /nowhere: no such file or folder/],
      [['cites', '07MUSCAT73', '--in', 'package.json'], /package\.json: it is no folder/],
      [['export', '--format', 'yaml'], /--format yaml: expected ndjson, csv, graphml, csl-json or bibtex/],
      [['index', 'nowhere'], /nowhere: no such file or folder/],
      [['index', 'seeds', 'docs'], /expected one DIR, unexpected docs/],
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

describe('reftel reading standard input', function () {
  this.timeout(PATIENCE);

  it('checks, outlines and exports it under the name that it is given', () => {
    const named = ['-', '--stdin-name', 'in/07MUSCAT73.txt'];
    const check = reftel(['check', ...named], '.', WRONG);
    assert.equal(check.status, 1);
    assert.match(check.stdout, /^in\/07MUSCAT73\.txt:4:5 error security-group-length /m);
    assert.match(reftel(['outline', '-'], '.', WRONG).stdout, /Header: .*AMEMBASSY MUSCAT/);
    const record = JSON.parse(reftel(['export', ...named], '.', WRONG).stdout);
    assert.deepEqual([record.file, record.mrn], ['in/07MUSCAT73.txt', '07MUSCAT73']);
    assert.equal(JSON.parse(reftel(['export', '-'], '.', WRONG).stdout).file, 'stdin');
  });

  it('says that it is not a cable where it is none', () => {
    const { status, stdout, stderr } = reftel(['outline', '-'], '.', 'A letter.');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^reftel: stdin: /);
  });

  it('prints a diff of what would be fixed', () => {
    assert.match(reftel(['check', '--dry-run', '-'], '.', WRONG).stdout, /^-.*UUUU[^U]/m);
  });
});

describe('reftel explain', function () {
  this.timeout(PATIENCE);

  it('prints the page of a diagnostic', () => {
    const { status, stdout } = reftel(['explain', 'caption-in-text']);
    assert.equal(status, 0);
    assert.equal(stdout, readFileSync('docs/diagnostics/caption-in-text.md', 'utf8'));
  });

  it('knows which one was probably meant', () => {
    const { status, stdout, stderr } = reftel(['explain', 'caption-in-txt']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /no diagnostic caption-in-txt; did you mean caption-in-text\?/);
    assert.equal(reftel(['explain', '../README']).status, 1);
  });
});

describe('reftel completion', function () {
  this.timeout(PATIENCE);

  it('completes commands, options and values in bash', function () {
    if (spawnSync('bash', ['--version']).error) this.skip('bash is not installed');
    const complete = (...words: string[]): string[] => {
      const script = `${reftel(['completion', 'bash']).stdout}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _reftel; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return lines(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout);
    };
    assert.deepEqual(complete('reftel', 'ch'), ['check']);
    assert.deepEqual(complete('reftel', 'check', '--ma'), ['--max-warnings']);
    assert.deepEqual(complete('reftel', 'check', '--format', 's'), ['sarif']);
    assert.deepEqual(complete('reftel', 'completion', 'po'), ['powershell']);
  });

  it('names every command and option in every shell', () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { status, stdout } = reftel(['completion', shell]);
      assert.equal(status, 0);
      for (const word of ['cited-by', 'dry-run', 'stdin-name', 'information'])
        assert.ok(stdout.includes(word), `${word} for ${shell}`);
    }
  });
});

describe('the manual page', () => {
  it('is built from the help', () => {
    const page = readFileSync('dist/reftel.1', 'utf8');
    for (const words of ['.SS reftel check ', '.BR \\-\\-max\\-warnings " " N', '.SH ENVIRONMENT'])
      assert.ok(page.includes(words), words);
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
