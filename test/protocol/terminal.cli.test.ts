import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withFolder } from '../host/folder';
import { reftel } from './command';

const EVIL = '\x1b[31mRED\x1b]0;TITLE\x07\x1b[2J\x9b2J\x7f\u202eabc\u2066\u061c\u2028';
const NAME = 'a\x1b[31m\u202e.txt';

/** A cable that has what a terminal obeys in each of its fields, and in its name. */
const cable = [
  'VZCZCXYZ0000',
  'RR RUEHWEB',
  'DE RUEHMS #0073/01 0241550',
  'ZNY CCCCC ZZH',
  'R 241550Z JAN 07',
  `FM AMEMBASSY MUSCAT ${EVIL}`,
  `TO RUEHC/SECSTATE WASHDC ${EVIL} 7816`,
  `INFO RUEHDE/AMCONSUL ${EVIL} 1`,
  'C O N F I D E N T I A L MUSCAT 000073',
  '',
  `NOFORN//${EVIL}`,
  '',
  `E.O. 12958: DECL: ${EVIL}`,
  `TAGS: PREL ${EVIL} XXXX`,
  `SUBJECT: TALKS ${EVIL} GO ON`,
  '',
  `REF: A. MUSCAT 12 ${EVIL}`,
  '     B. MUSCAT 73',
  '',
  `Classified By: Ambassador ${EVIL} for reasons 1.4 (b).`,
  '',
  `1. (C) Talks ${EVIL} as in ref A. "&quoted8`,
  '',
  `### HEADING ${EVIL}`,
  '',
  `[1](#)2. (C) More ${EVIL} talks \\`,
  '',
  `DOE ${EVIL}`,
  '',
].join('\n');

const settings = `{"diagnostics": {"no${EVIL.replaceAll('\x07', '').replaceAll(/[\0-\x1f]/g, '')}": "off"}, "x\\u001b[31m": 1}`;

/** Each command, with what it prints for people and for programs. */
const COMMANDS: readonly (readonly string[])[] = [
  ...['text', 'unix', 'github', 'json', 'sarif'].map(format => [
    'check',
    '.',
    '--level',
    'hint',
    '--format',
    format,
  ]),
  ['check', '--color', 'never', NAME],
  ['check', 'nowhere\x1b[31m'],
  ['outline', NAME],
  ['outline', NAME, '--format', 'json'],
  ['cites', '07MUSCAT73', '--in', '.'],
  ['cited-by', '07MUSCAT12', '--in', '.'],
  ['cited-by', '07MUSCAT73', '--in', '.'],
  ['cites', '\x1b[31m'],
  ['search', 'talks', '--in', '.'],
  ['search', '\x1b[31m:x', '--in', '.'],
  ['search', 'talks', '--in', '.', '--format', 'ndjson'],
  ['missing', '--in', '.'],
  ['missing', '--in', '.', '--format', 'ndjson'],
  ['index', '.'],
  ['index', '.', '--format', 'json'],
  ['export', '.'],
  ['export', '.', '--format', 'csl-json'],
  ['import', '.', '--to', 'to', '--dry-run'],
  ['import', '.', '--to', 'to', '--dry-run', '--format', 'json'],
  ['import', 'damaged\x1b[31m.csv', '--to', 'to', '--dry-run'],
  ...['chicago', 'frus', 'bibtex', 'csl-json'].map(style => ['cite', '07MUSCAT73', '--style', style]),
  ['cite', '07MUSCAT73', '--paragraph', '1', '--as-printed'],
  ['cite', '\x1b[31m'],
  ['cite', '07MUSCAT73', '--style', '\x1b[31m'],
  ['compare', NAME, 'other\u202e.txt'],
  ['compare', NAME, 'other\u202e.txt', '--format', 'json'],
  ['compare', NAME, '\x1b[31m'],
  ['check', '--fix', '--dry-run', NAME],
  ['check', '--config', '\x1b[31m'],
  ['export', '.', '--format', '\x1b[31m'],
  ['outline', '--limit', '\x1b[31m'],
  ['completion', '\x1b[31m'],
  ['mcp', '\x1b[31m'],
  ['mcp', '--in', '\x1b[31m'],
  ['lsp', '\x1b[31m'],
  ['explain', '\x1b[31m'],
  ['\x1b[31m'],
  ['help', '\x1b[31m'],
];

const HARMFUL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const harmIn = (text: string) => HARMFUL.exec(text.replaceAll('\r\n', '\n'))?.[0] ?? null;

describe('what commands print', function () {
  this.timeout(120_000);

  it('holds nothing that a terminal would obey', async function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    const files = {
      [NAME]: cable,
      'other\u202e.txt': cable.replace('TALKS', 'MORE'),
      'damaged\x1b[31m.csv': `"1","1/24/2007 15:50","07MUSCAT73","Embassy ${EVIL}","SECRET","","DE","${EVIL}\n"2","1/24/2007`,
      'reftel.json': settings,
    };
    await withFolder(files, folder => {
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('x\xff\x1b[31m.txt', 'latin1')]),
        'x',
      );
      for (const args of COMMANDS) {
        const { stdout, stderr } = reftel(args, folder);
        deepEqual([args, harmIn(stdout), harmIn(stderr)], [args, null, null]);
        ok((stdout + stderr).length > 0, args.join(' '));
      }
      // The folder is as it was: nothing was written under such a name.
      equal(readdirSync(folder).length, 5);
    });
  });

  it('is tried of every command', () => {
    const listed = [...reftel(['--help']).stdout.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name]) => name);
    ok(listed.length > 10);
    deepEqual(
      listed.filter(name => !COMMANDS.some(([tried]) => tried === name)),
      [],
    );
  });

  it('is made harmless on a terminal even where it is exact for programs', async function () {
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0)
      this.skip('needs Linux and the program script');
    await withFolder({ [NAME]: cable }, folder => {
      for (const args of [
        ['export', '.', '--format', 'csv'],
        ['export', '.', '--format', 'graphml'],
        ['export', '.', '--format', 'bibtex'],
        ['search', 'talks', '--in', '.', '--format', 'csv'],
        ['check', '--fix', '--dry-run', '.'],
      ]) {
        const command = [process.execPath, resolve('dist/cli.js'), ...args].join(' ');
        const env = { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: join(folder, '.cache') };
        const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
          cwd: folder,
          env,
          encoding: 'utf8',
        });
        const printed = stdout.replaceAll('\r\n', '\n').replaceAll('\r\x1b[K', '');
        ok(printed.length > 0, args.join(' '));
        deepEqual([args, harmIn(printed.replaceAll('\r', '\n'))], [args, null]);
      }
    });
  });

  it('keeps a line of output one line, whatever a file is called', function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    const name = 'a\nb.txt:1:1 error\tx.cable';
    return withFolder({ [name]: cable, 'z.cable': cable }, folder => {
      for (const args of [
        ['check', '--level', 'hint'],
        ['check', '--level', 'hint', '--format', 'unix'],
        ['search', 'talks'],
        ['cited-by', '07MUSCAT12'],
        ['missing'],
        ['compare', name, 'z.cable'],
        ['import', name, '--to', 'out', '--dry-run'],
        ['outline', `${name}.gone`],
      ]) {
        const { stdout, stderr } = reftel(args, folder);
        ok(`${stdout}${stderr}`.includes('a\u240ab.txt') || args[0] === 'missing', args.join(' '));
        equal(/^b\.txt/m.test(stdout + stderr), false, args.join(' '));
      }
    });
  });
});
