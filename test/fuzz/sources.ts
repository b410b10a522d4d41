import { deepEqual, equal, ok } from 'node:assert/strict';
import { readableEdits } from '../../server/src/features/readable';
import type { Found, Reader } from '../../server/src/import/model';
import { makeReadable } from '../../server/src/import/readable';
import { cablesOfPage, readers } from '../../server/src/import/readers';
import { applyEdits } from '../../server/src/text/edit';
import { Random } from '../mutations/random';
import { inputOf } from './inputs';

/** What means something in pages, tables and documents. */
const TOKENS: readonly string[] = [
  ...[
    '<html>',
    '<body>',
    '<table class="cable">',
    '<td>07MUSCAT73</td>',
    '</table>',
    '<pre>',
    '</pre>',
    '<code>',
  ],
  ...[
    '<br>',
    '<p>',
    '<div class="footer">',
    '</div>',
    '<b>',
    '</i>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<svg/>',
  ],
  ...[
    '&amp;',
    '&amp;amp;quot;',
    '&lt;',
    '&nbsp;',
    '&#182;',
    '&#xD800;',
    '&',
    '<',
    '>',
    '<a href="',
    '">',
    "='",
  ],
  ...[
    '"1","1/24/2007 15:50","07MUSCAT73","Embassy Muscat","SECRET","","DE","',
    '"\n',
    '","',
    '\\"',
    '""',
    "','",
  ],
  ...["INSERT INTO cable VALUES (1,'2007-01-24 15:50','07MUSCAT73','M','U','','H','", "');\n", "'),(", "\\'"],
  ...['DOC_NBR,SUBJECT,MSGTEXT\n', '1975LISBON04321,"', '\t', '<?xml version="1.0"?>', '<TEI>', '</TEI>'],
  ...[
    '<div type="document">',
    '<head>Telegram From X</head>',
    '<row>',
    '</row>',
    '<DOC_NBR>',
    '<MSGTEXT>',
    '<![CDATA[',
  ],
  ...[
    'Raw content\n',
    'Metadata\n',
    '<< END OF DOCUMENT >>\n',
    'Show Headers\n',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\ud800',
  ],
];

/** The source with number `seed`: always the same one. A text as the fuzzer makes it, in and among tokens of containers. */
export function sourceOf(seed: number): string {
  const random = new Random(seed);
  const tokens = (most: number) =>
    Array.from({ length: random.int(0, most) }, () => random.pick(TOKENS) ?? '').join(
      random.pick(['', ' ', '\n']),
    );
  let text = inputOf(seed).slice(0, random.int(0, 1500));
  for (let left = random.int(0, 5); left > 0; left--) {
    const at = random.int(0, text.length);
    text = text.slice(0, at) + tokens(6) + text.slice(at);
  }
  return tokens(8) + text;
}

/** Fails where what brings texts in throws, gives what is none, or depends on how a source is divided. */
export async function assertImportable(text: string): Promise<void> {
  const readable = makeReadable(text);
  equal(makeReadable(readable), readable, 'made readable again, it changes');
  const edits = readableEdits(text, makeReadable, true);
  const again = applyEdits(text, edits);
  deepEqual(
    applyEdits(again, readableEdits(again, makeReadable, true)),
    again,
    'its edits again change more',
  );
  await cablesOfPage(text);
  for (const [kind, load] of Object.entries(readers)) {
    const read: Reader = await load();
    const whole = await itemsOf(read, [text]);
    for (const found of whole) {
      if (found.kind === 'telegram') ok(found.text.trim() !== '', `${kind}: a telegram without text`);
      if (found.kind === 'damage') ok(found.reason.trim() !== '', `${kind}: damage without a reason`);
      if (found.kind !== 'none')
        ok((found.row ?? 1) >= 1 && (found.line ?? 1) >= 1, `${kind}: a row before the first`);
    }
    const cut = text.length >> 1;
    deepEqual(
      await itemsOf(read, [text.slice(0, cut), text.slice(cut)]),
      whole,
      `${kind}: other items in two pieces`,
    );
  }
}

async function itemsOf(read: Reader, pieces: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const each of read(pieces)) found.push(each);
  return found;
}
