import { deepEqual } from 'node:assert/strict';
import type { Found } from '../../server/src/import/model';
import { readTextSource } from '../../server/src/import/textReader';
import { checkImport, type ImportCase } from './importing';
import { madeTelegram, wholeText } from './made';

const one = wholeText(madeTelegram(73));
const other = wholeText(madeTelegram(154));

const cases: Readonly<Record<string, ImportCase>> = {
  'one telegram': { sources: { 'cable.txt': one } },
  'two telegrams': { sources: { 'cables.txt': `${one}\n\n\n${other}\n` } },
  'CRLF and a byte order mark': {
    sources: { 'cables.txt': `\ufeff${one}\n\n${other}`.replaceAll('\n', '\r\n') },
  },
  'Windows-1252': { sources: { 'cable.txt': Buffer.from(one.replaceAll('¶', '\xb6'), 'latin1') } },
  'UTF-16': { sources: { 'cable.txt': Buffer.from(`\ufeff${one}`, 'utf16le') } },
  'cut in the header of the second': { sources: { 'cables.txt': `${one}\n\n${other.slice(0, 90)}` } },
  'cut in the text': { sources: { 'cable.txt': one.slice(0, -80) } },
  'two files with equal text and one with another': {
    sources: { 'a.txt': one, 'b.txt': one, 'c.txt': `${one}Corrected copy.\n` },
  },
  'no id': {
    sources: { 'note.txt': one.replace('UNCLAS MUSCAT 000073', 'UNCLAS').replace('#0073', '#0000') },
    from: 'text',
  },
  'names that no system allows': {
    sources: { '..what is this.v2.txt': 'Nothing that has an id.\n', '...': 'Nor this.\n' },
    from: 'text',
  },
};

describe('import of texts', () => {
  for (const [name, each] of Object.entries(cases)) {
    it(name, () => checkImport(`text/${name.replace(/[^\w]+/g, '-')}`, each));
  }

  it('divides a long text in windows as it would divide it whole', async () => {
    const telegrams = Array.from({ length: 1500 }, (_, i) =>
      wholeText(
        madeTelegram(
          i + 1,
          Array.from({ length: 60 }, () => 'A line of sixty characters, which is how long lines are. '),
        ),
      ),
    );
    const text = telegrams.map(each => `${each}\n\n`).join('');
    const found: Found[] = [];
    for await (const each of readTextSource(pieces(text, 70_001))) found.push(each);
    deepEqual(
      found.map(each => each.kind === 'telegram' && each.text),
      telegrams.map(each => `${each}\n\n`),
    );
  });
});

function* pieces(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
