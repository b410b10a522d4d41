import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { reftel } from './command';

/** How a block of code is run, by its language: the first of these commands that can do what it needs. */
interface Tool {
  /** Commands that take the code from standard input. */
  readonly commands: readonly (readonly string[])[];
  /** Code that runs only where the tool has everything. */
  readonly probe: string;
  /** Words of what the examples print for the seeds. */
  readonly prints: RegExp;
}

const PYTHON = [
  ['python3', '-'],
  ['/usr/bin/python3', '-'],
];
/** Runs what it reads from standard input by the npm package of DuckDB, which is native and no dependency of this project. */
const DUCKDB = `
  const { DuckDBInstance } = require(${JSON.stringify(resolve('.vscode-test/duckdb/node_modules/@duckdb/node-api'))});
  (async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const statements = await connection.extractStatements(require('node:fs').readFileSync(0, 'utf8'));
    for (let i = 0; i < statements.count; i++) {
      const read = await (await statements.prepare(i)).runAndReadAll();
      for (const row of read.getRows()) console.log(row.join(' '));
    }
  })();`;

const tools: Readonly<Record<string, Tool>> = {
  pandas: { commands: PYTHON, probe: 'import pandas', prints: /MUSCAT\s+5[\s\S]*07MUSCAT154\s+07MUSCAT73/ },
  NetworkX: { commands: PYTHON, probe: 'import networkx', prints: /^06MUSCAT1735 2/m },
  SQLite: { commands: [['sqlite3']], probe: 'SELECT 1;', prints: /^MUSCAT,5\r?\n07MUSCAT73,/m },
  DuckDB: {
    commands: [['duckdb'], [process.execPath, '-e', DUCKDB]],
    probe: 'SELECT 1;',
    prints: /MUSCAT\D+5\D[\s\S]*07MUSCAT154\W+07MUSCAT73/,
  },
  R: { commands: [['Rscript', '-']], probe: '1', prints: /CONFIDENTIAL\s+SECRET\s+3\s+2/ },
  jq: { commands: [['sh']], probe: 'jq --version', prints: /^07MUSCAT73\t/m },
};

/** The sections of the page that are not marked as not tried: their titles and blocks of code. */
function sections(): readonly { readonly title: string; readonly code: string }[] {
  return readFileSync('docs/data.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map(section => ({
      title: section.slice(0, section.indexOf('\n')),
      code: /^```\w+\n(.*?)^```/ms.exec(section)?.[1] ?? '',
    }))
    .filter(({ title }) => !title.endsWith('*(not tried)*'));
}

describe('the examples of docs/data.md', function () {
  this.timeout(120_000);

  it('are run or marked as not tried', () => {
    assert.deepEqual(
      sections().map(({ title }) => title),
      Object.keys(tools),
    );
  });

  for (const { title, code } of sections())
    it(`run in ${title}`, async function () {
      const { commands, probe, prints } = tools[title] ?? { commands: [], probe: '', prints: /^$/ };
      const command = commands.find(
        ([program = '', ...args]) => spawnSync(program, args, { input: probe }).status === 0,
      );
      if (!command) {
        console.log(`      left out: ${title} is not installed`);
        this.skip(`${title} is not installed`);
      }
      const [program = '', ...args] = command;
      await withFolder(Object.fromEntries(seeds.map(({ name, text }) => [name, text])), folder => {
        for (const format of ['ndjson', 'csv', 'graphml'])
          writeFileSync(
            join(folder, `cables.${format}`),
            reftel(['export', '.', '--format', format], folder).stdout,
          );
        const { status, stdout, stderr } = spawnSync(program, args, {
          cwd: folder,
          input: code,
          encoding: 'utf8',
        });
        assert.equal(status, 0, stderr);
        assert.match(stdout, prints);
      });
    });
});
