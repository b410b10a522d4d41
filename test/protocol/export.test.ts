import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { DirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { readCsv } from '../cli/csv';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

describe('reftel export', function () {
  this.timeout(60_000);

  it('prints a table', async () => {
    const files = {
      'a,b.txt': cableText(73),
      '=c.txt': cableText(74, ['REF: MUSCAT 73']),
      'd.txt': 'A letter.',
    };
    await withFolder(files, folder => {
      const { status, stdout, stderr } = reftel(['export', '--format', 'csv'], folder);
      deepEqual([status, stderr], [0, '']);
      const [head = [], ...rows] = readCsv(stdout);
      deepEqual(
        rows.map(row => [
          row[head.indexOf('file')],
          row[head.indexOf('mrn')],
          row[head.indexOf('references')],
        ]),
        [
          ["'=c.txt", '07MUSCAT74', '07MUSCAT73'],
          ['a,b.txt', '07MUSCAT73', ''],
        ],
      );
    });
  });

  it('prints the head of a table, or a graph, also of nothing', async () => {
    await withFolder({ 'd.txt': 'A letter.' }, folder => {
      const table = reftel(['export', '--format', 'csv'], folder);
      match(table.stdout, /^file,mrn,.*\r\n$/);
      const graph = reftel(['export', '--format', 'graphml'], folder);
      equal(parse(DirectedGraph, graph.stdout).order, 0);
      deepEqual([table.status, graph.status], [0, 0]);
      equal(reftel(['export', '--format', 'graphml', 'gone'], folder).status, 2);
    });
  });

  it('prints a graph that a reader of GraphML loads', () => {
    const { status, stdout, stderr } = reftel(['export', '--format', 'graphml', 'seeds']);
    deepEqual([status, stderr], [0, '']);
    const graph = parse(DirectedGraph, stdout);
    deepEqual([graph.hasNode('06MUSCAT1735'), graph.hasEdge('07MUSCAT73', '06MUSCAT1735')], [true, true]);
  });

  it('gives each entry of a bibliography a key of its own', () =>
    withFolder(
      { 'a.txt': cableText(73), 'b.txt': `${cableText(73)}\nMORE`, 'c.txt': cableText(74) },
      folder => {
        const { stdout } = reftel(['export', '--format', 'bibtex'], folder);
        deepEqual(stdout.match(/^@.*/gm), ['@techreport{07MUSCAT73,', '@techreport{07MUSCAT74,']);
        const items: unknown = JSON.parse(reftel(['export', '--format', 'csl-json'], folder).stdout);
        ok(Array.isArray(items));
        deepEqual(
          items.map(({ id }) => id),
          ['07MUSCAT73', '07MUSCAT74'],
        );
      },
    ));

  it('numbers the entries of telegrams without an id', () => {
    const unnamed = cableText(73)
      .replaceAll(/MUSCAT 0*73/g, 'MUSCAT')
      .replaceAll('#0073', '#');
    return withFolder({ 'a.txt': unnamed, 'b.txt': unnamed }, folder => {
      const { stdout } = reftel(['export', '--format', 'bibtex'], folder);
      deepEqual(stdout.match(/^@.*/gm), ['@techreport{telegram,', '@techreport{telegram2,']);
    });
  });

  it('says how its cells and nodes are to be read', () => {
    const { stdout } = reftel(['export', '--help']);
    match(stdout, /apostrophe/);
    match(stdout, /sameAs/);
  });

  it('needs no more memory for many files than for one', async () => {
    // The heap holds neither the texts nor the records of all files, if they were kept.
    const heap = 16;
    const words = 'Words that say little, one after the other. '.repeat(10);
    const paragraphs = Array.from({ length: 150 }, (_, i) => `${i + 1}. (U) ${words}\n\nHEADING ${i}\n`);
    const texts = Array.from({ length: 300 }, (_, i) => cableText(i + 1, paragraphs));
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    ok(size > 1.2 * heap * 1024 * 1024, `${size}`);
    await withFolder(Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text])), folder => {
      for (const format of ['ndjson', 'csv', 'graphml']) {
        const command = [resolve('dist/cli.js'), 'export', '--format', format, folder];
        const { status, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, ...command], {
          stdio: ['ignore', 'ignore', 'pipe'],
          encoding: 'utf8',
        });
        deepEqual([format, status, stderr], [format, 0, '']);
      }
    });
  });
});
