import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seeds } from '../seeds';

/** An editor with the configuration of `editors/` and a script that uses it as a person does. */
interface Client {
  readonly name: string;
  /** The command and its arguments; `output` is a file that a script without standard output writes its lines to. */
  command(script: string, output: string): readonly string[];
  readonly script: string;
  /** What must be there besides the command; it is left out otherwise. */
  readonly needs?: () => string | null;
  /** So many checks its script makes at least. */
  readonly checks: number;
}

const ELPA = '/usr/share/emacs/site-lisp/elpa';
const elpa = () => (existsSync(ELPA) ? readdirSync(ELPA).flatMap(name => ['-L', join(ELPA, name)]) : []);
const plugin =
  (name: string, fallback = '') =>
  () =>
    existsSync(process.env[name] ?? fallback) ? null : `${name} names no folder of the plugin`;

const neovim = (script: string) =>
  ['nvim', '--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${script}`] as const;
const emacs = (script: string) => ['emacs', '--batch', '-Q', ...elpa(), '-l', script];
/** Vim wants a terminal. */
const vim = (script: string) => ['script', '-qec', `vim -N -u NONE -i NONE -n -S ${script}`, '/dev/null'];

const clients: readonly Client[] = [
  { name: 'Neovim', script: 'neovim.lua', command: neovim, checks: 25 },
  { name: 'Neovim at the edges', script: 'neovim-edges.lua', command: neovim, checks: 4 },
  { name: 'Emacs with eglot', script: 'eglot.el', command: emacs, checks: 18 },
  { name: 'Emacs with lsp-mode', script: 'lsp-mode.el', command: emacs, checks: 7 },
  {
    name: 'Vim with ALE',
    script: 'vim-ale.vim',
    command: vim,
    needs: plugin('PLUG_ALE', '/usr/share/vim-ale'),
    checks: 6,
  },
  { name: 'Vim with vim-lsp', script: 'vim-lsp.vim', command: vim, needs: plugin('PLUG_VIM_LSP'), checks: 6 },
  {
    name: 'Helix',
    script: 'helix.sh',
    command: script => ['bash', script],
    needs: () => missing('hx'),
    checks: 8,
  },
];

function missing(command: string): string | null {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0 ? null : `${command} is not installed`;
}

/** A folder of cables: three seeds with an extension of their own, two without, and a text that is no cable. */
function workspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reftel-clients-'));
  for (const [i, { text }] of seeds.entries())
    writeFileSync(join(folder, `00${i}.${i % 2 === 0 ? 'cable' : 'txt'}`), text);
  writeFileSync(join(folder, 'notes.txt'), 'Shopping list\n\nmilk, eggs\n');
  // Emacs watches the files of a repository.
  spawnSync('git', ['init', '-q', folder]);
  spawnSync('git', ['-C', folder, 'add', '-A']);
  return folder;
}

describe('other editors', function () {
  this.timeout(180_000);

  for (const { name, script, command, needs, checks } of clients) {
    it(`${name} does everything that its script asks`, function () {
      const output = join(mkdtempSync(join(tmpdir(), 'reftel-output-')), 'lines');
      const [program = '', ...args] = command(resolve('test/clients', script), output);
      const absent = missing(program === 'script' ? 'vim' : program) ?? needs?.() ?? null;
      if (absent) {
        console.log(`      left out: ${absent}`);
        this.skip(absent);
      }
      const folder = workspace();
      writeFileSync(output, '');
      const { stdout, stderr } = spawnSync(program, args, {
        encoding: 'utf8',
        input: '',
        timeout: 150_000,
        env: {
          PLUG_ALE: '/usr/share/vim-ale',
          ...process.env,
          TERM: 'xterm',
          REFTEL_CLI: resolve('dist/cli.js'),
          REFTEL_EDITORS: resolve('editors'),
          REFTEL_WS: folder,
          WS: folder,
          REFTEL_CACHE: join(folder, '.cache'),
          REFTEL_OUT: output,
        },
      });
      rmSync(folder, { recursive: true, force: true });
      const lines = [stdout, stderr, readFileSync(output, 'utf8')].join('\n').split(/\r?\n|(?=PASS |FAIL )/);
      const passed = lines.filter(line => line.startsWith('PASS '));
      assert.deepEqual(
        lines.filter(line => line.startsWith('FAIL ')),
        [],
      );
      assert.ok(passed.length >= checks, `${passed.length} checks: ${lines.slice(-20).join('\n')}`);
    });
  }
});
