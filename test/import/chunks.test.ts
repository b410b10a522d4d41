import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { Chunks, Found, Reader } from '../../server/src/import/model';
import { readers } from '../../server/src/import/readers';
import { madeRow, madeTelegram, wholeText } from './made';

const rows = [73, 154, 1065].map((serial, i) => madeRow(madeTelegram(serial), i + 1));
const aadRow = (serial: number) => `1975LISBON0${serial},"TALKS, ""OPEN""","${madeTelegram(serial).text}"\n`;

/** A source of each kind that is read in pieces, with damage in the middle. */
const sources: Readonly<Record<string, readonly [keyof typeof readers, string]>> = {
  rows: ['cablegate-csv', rows.join('').replace('\\"nearly', '"nearly')],
  INSERTs: [
    'cablegate-csv',
    [1, 2, 3]
      .map(
        n =>
          `INSERT INTO cable VALUES (${n},'2007-01-24 15:50','07MUSCAT${n}','M','U','','H','${n === 2 ? "it's" : "it''s"}\nTEXT');\n`,
      )
      .join(''),
  ],
  texts: ['text', [73, 154].map(serial => `${wholeText(madeTelegram(serial))}\n\n`).join('')],
  table: [
    'aad',
    `DOC_NBR,SUBJECT,MSGTEXT\n${[4321, 4322, 4323].map(aadRow).join('').replace('""OPEN""', '"OPEN"')}`,
  ],
  XML: [
    'aad',
    `<?xml version="1.0"?><r>${[1, 2].map(n => `<row><DOC_NBR>1975LISBON0432${n}</DOC_NBR><TAGS>A &amp; B & C</TAGS><SUBJECT/><MSGTEXT>FM A&#10;B ¶ ${n}</MSGTEXT></row>\n`).join('')}</r>`,
  ],
  TEI: [
    'frus',
    `<TEI xml:id="frus1"><div type="document"><head>1. Telegram From the <gloss type="from">Embassy in Portugal</gloss></head><p>One &amp; two.</p></div><div type="document"><head>Telegram From X</head><p>Three.`,
  ],
};

async function itemsOf(reader: Reader, chunks: Chunks): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const each of reader(chunks)) found.push(each);
  return found;
}

describe('a source that is read in pieces', () => {
  for (const [name, [kind, text]] of Object.entries(sources)) {
    it(`gives the same items however it is divided: ${name}`, async () => {
      const reader = await readers[kind]();
      const whole = await itemsOf(reader, [text]);
      deepEqual(await itemsOf(reader, [...text]), whole, 'character by character');
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 6 }), async cuts => {
          const at = [0, ...cuts.sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
          deepEqual(await itemsOf(reader, pieces), whole);
        }),
        { numRuns: Number(process.env.REFTEL_RUNS ?? 100) },
      );
    });

    it(`never throws for what is left of it: ${name}`, async () => {
      const reader = await readers[kind]();
      await fc.assert(
        fc.asyncProperty(fc.nat(text.length), fc.nat(text.length), fc.string(), async (a, b, inserted) => {
          await itemsOf(reader, [text.slice(0, a) + inserted + text.slice(b)]);
        }),
        { numRuns: Number(process.env.REFTEL_RUNS ?? 100) },
      );
    });
  }
});
