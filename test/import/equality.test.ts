import { deepEqual, equal } from 'node:assert/strict';
import { parseDocument } from '../../server/src/cable/document';
import { recordOf } from '../../server/src/cable/record';
import type { Found } from '../../server/src/import/model';
import { readers } from '../../server/src/import/readers';
import { samples } from '../cable/samples';
import { madeTelegram, wholeText } from './made';
import { escaped, pageAround } from './madePage';

type Kind = keyof typeof readers;

/** Texts with what containers and their pages have too. */
const odd = [
  wholeText(
    madeTelegram(73, [
      'Status: talks go on. ',
      'Type: harbour. ',
      'Copy: none. ',
      'Status: done. ',
      '',
      'More. ',
    ]),
  ),
  wholeText(madeTelegram(73, ['First page.\f', 'Second page. '])),
  wholeText(madeTelegram(73)).replace('\n\nUNCLAS', '\n\n\n \nUNCLAS'),
  `INFO  LOG-00   EEB-00   AF-00\n      NEA-00   A-00     /000W\n${wholeText(madeTelegram(73))}`,
];

const texts = [...samples.map(({ text }) => text), ...odd].map(text =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd(),
);

/** Header and text, as tables and pages have them: at the first blank line. */
function divided(text: string): readonly [string, string] {
  const at = text.search(/\n[ \t]*\n/);
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at).replace(/^\n[ \t]*\n/, '')];
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const sql = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
const row = (text: string) => ['2007-01-24 15:50', '07MUSCAT73', 'Embassy', 'SECRET', '', ...divided(text)];
const preformatted = (text: string) => escaped(text).replaceAll('\n', '&#x000A;');

const containers: Readonly<Record<string, readonly [Kind, (text: string) => string]>> = {
  'rows with commas': ['cablegate-csv', text => `${['1', ...row(text)].map(quoted).join(',')}\n`],
  INSERTs: ['cablegate-csv', text => `INSERT INTO cable VALUES (1,${row(text).map(sql).join(',')});\n`],
  'a WikiLeaks page': [
    'wikileaks-html',
    text =>
      pageAround(
        divided(text)
          .map(part => `<code><pre>${preformatted(part).replace(/^&#x000A;/, '&#x000A;$&')}</pre></code>`)
          .join('\n'),
      ),
  ],
  'a PlusD page': [
    'plusd',
    text =>
      `<html><body><div>Raw content Metadata</div><div>Canonical ID:</div><div>2007MUSCAT00073_a</div>\n<pre>${escaped(text)}</pre>\n<div>Raw content Metadata</div></body></html>`,
  ],
  'a PlusD page saved as text': [
    'plusd',
    text =>
      `TITLE\n2007MUSCAT00073_a\n\nRaw content\nMetadata\nPrint\nShare\n\n${text}\n\nRaw content\nMetadata\n`,
  ],
  'a table': [
    'aad',
    text => `DOC_NBR,SUBJECT,TAGS,MSGTEXT\n2007MUSCAT00073,X,Y,"${text.replaceAll('"', '""')}"\n`,
  ],
  'a table in XML': [
    'aad',
    text =>
      `<?xml version="1.0"?><r><row><DOC_NBR>2007MUSCAT00073</DOC_NBR><TAGS>Y</TAGS><SUBJECT/><MSGTEXT>${escaped(text)}</MSGTEXT></row></r>`,
  ],
  'a text': ['text', text => text],
};

const recordsOf = (text: string) => parseDocument(text).map(cable => recordOf('', cable));

describe('a telegram that was imported', () => {
  for (const [name, [kind, put]] of Object.entries(containers))
    it(`reads like its plain text: ${name}`, async () => {
      const reader = await readers[kind]();
      for (const text of texts) {
        // The number of the page stays above a text that does not tell its id, and goes where the text begins with it.
        if (kind === 'plusd' && (recordsOf(text)[0]?.mrn === null || /^\d{4}[A-Z]/.test(text))) continue;
        const found: Found[] = [];
        for await (const each of reader([put(text)])) found.push(each);
        equal(found.length, 1);
        const [telegram] = found;
        deepEqual(telegram?.kind === 'telegram' ? recordsOf(telegram.text) : telegram, recordsOf(text));
      }
    });
});
