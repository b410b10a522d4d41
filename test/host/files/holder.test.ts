import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DUMP_CABLES } from '../../../server/src/cable/container';
import { holderWords } from '../../../server/src/host/files/holder';
import { readCable } from '../../../server/src/host/files/read';
import { cableText, withFolder } from '../folder';

const ADVICE = '; reftel import FILE --to DIR makes a file of each cable';
const row = (i: number) =>
  `"${i}","2/18/2007 14:00","07VALLETTA${i}","Embassy Valletta","UNCLASSIFIED","","R 181400Z FEB 07\nFM AMEMBASSY VALLETTA\nTO SECSTATE WASHDC","UNCLAS VALLETTA ${i}\n\nSUBJECT: BOATS\n1. Text."\n`;
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(100_000 + i)).join('');

describe('what a file is that is no cable', () => {
  it('is said by its content, with what to do', () =>
    withFolder(
      {
        'page.html': '<!DOCTYPE html><html><body><pre>R 181400Z FEB 07</pre></body></html>',
        'paper.pdf': new Uint8Array([...Buffer.from('%PDF-1.4\n'), 0, 1, 2]),
        'one.csv': rows(1),
        'table.csv': rows(60),
        'rows.sql': `INSERT INTO cable VALUES (1,'2007','x\\nFM AMEMBASSY VALLETTA\\nTO'),(2,'2007','x\\nFM AMEMBASSY ROME\\nTO');\n`,
        'bank.csv': 'date,amount,name,text\n2007-02-18,12.50,Harbor Ltd,Buoys\n',
        'letter.txt': 'Dear Sir,\n',
        'empty.txt': '',
      },
      folder => {
        const words = (name: string) => holderWords(join(folder, name));
        assert.deepEqual(['page.html', 'paper.pdf', 'one.csv', 'table.csv', 'rows.sql'].map(words), [
          `HTML page${ADVICE}`,
          `PDF${ADVICE}`,
          `dump of about 1 cable${ADVICE}`,
          `dump of about 60 cables${ADVICE}`,
          `dump of about 2 cables${ADVICE}`,
        ]);
        assert.deepEqual(['bank.csv', 'letter.txt', 'empty.txt', 'gone.txt'].map(words), [
          null,
          null,
          null,
          null,
        ]);
      },
    ));

  it('is estimated from the beginning of a large one', () =>
    withFolder({ 'large.csv': rows(40_000) }, folder => {
      const words = holderWords(join(folder, 'large.csv')) ?? '';
      assert.match(words, /^dump of about (?:39|40|41),000 cables; /);
    }));
});

describe('a text of many telegrams', () => {
  const telegrams = (count: number) =>
    Array.from({ length: count }, (_, i) => `${cableText(i + 1)}\n\n`).join('');

  it('is read up to a point, and a dump from there on', () =>
    withFolder({ 'few.txt': telegrams(DUMP_CABLES - 1), 'many.txt': telegrams(DUMP_CABLES) }, folder => {
      assert.equal(readCable(join(folder, 'few.txt')).kind, 'text');
      const path = join(folder, 'many.txt');
      const message = `dump of about 2,000 cables${ADVICE}`;
      assert.deepEqual(readCable(path), { kind: 'problem', problem: { path, kind: 'too-large', message } });
    }));

  it('is a dump when it is larger than VS Code hands over', () =>
    withFolder({ 'one.txt': cableText(1) + ' '.repeat(9000), 'many.txt': telegrams(3000) }, folder => {
      const message = (name: string) => {
        truncateSync(join(folder, name), 50 * 2 ** 20 + 1);
        const result = readCable(join(folder, name));
        return result.kind === 'problem' ? result.problem.message : null;
      };
      assert.equal(message('one.txt'), 'it is larger than 50 MB');
      assert.match(
        message('many.txt') ?? '',
        /^it is larger than 50 MB: dump of about [\d,]+ cables; reftel import /,
      );
    }));
});
