import { deepEqual, equal, ok } from 'node:assert/strict';
import { cableLinkPath, readCableLink } from '../../server/src/cable/cableLink';
import { noteCitationAt, noteCitations } from '../../server/src/cable/noteCitations';

/** What a note names: the words, then the id and the paragraph. */
function named(text: string): readonly string[] {
  return noteCitations(text).map(
    ({ start, end, mrn, paragraph }) =>
      `${text.slice(start, end)}: ${mrn}${paragraph === null ? '' : ` ¶${paragraph}`}`,
  );
}

describe('ids in notes', () => {
  for (const [text, expected] of [
    ['See 07MUSCAT154.', '07MUSCAT154: 07MUSCAT154'],
    ['see 07muscat154 again', '07muscat154: 07MUSCAT154'],
    ['07Muscat7', '07Muscat7: 07MUSCAT7'],
    ['07 MUSCAT 154 says', '07 MUSCAT 154: 07MUSCAT154'],
    ['07 MUSCAT 7 says', '07 MUSCAT 7: 07MUSCAT7'],
    ['2007 MUSCAT 00154 says', '2007 MUSCAT 00154: 07MUSCAT154'],
    ['1975MUSCAT00154,', '1975MUSCAT00154: 75MUSCAT154'],
    ['07 Tel Aviv 154, and', '07 Tel Aviv 154: 07TELAVIV154'],
    ['as Muscat 154 (07) says', 'Muscat 154 (07): 07MUSCAT154'],
    ['Muscat 154 (2007)', 'Muscat 154 (2007): 07MUSCAT154'],
    ['**07MUSCAT154**', '07MUSCAT154: 07MUSCAT154'],
    ['_07 MUSCAT 154_', '07 MUSCAT 154: 07MUSCAT154'],
    ['`07MUSCAT154`', '07MUSCAT154: 07MUSCAT154'],
    ['[[07MUSCAT154]]', '07MUSCAT154: 07MUSCAT154'],
    ['| 07MUSCAT154 | talks |', '07MUSCAT154: 07MUSCAT154'],
    ['“07MUSCAT154”', '07MUSCAT154: 07MUSCAT154'],
    ['07MUSCAT154 ¶2', '07MUSCAT154 ¶2: 07MUSCAT154 ¶2'],
    ['07MUSCAT154¶2', '07MUSCAT154¶2: 07MUSCAT154 ¶2'],
    ['07MUSCAT154, ¶ 2.', '07MUSCAT154, ¶ 2: 07MUSCAT154 ¶2'],
    ['(07 MUSCAT 154, para 2)', '07 MUSCAT 154, para 2: 07MUSCAT154 ¶2'],
    ['07MUSCAT154 para. 12', '07MUSCAT154 para. 12: 07MUSCAT154 ¶12'],
    ['07MUSCAT154: paragraphs 2-4', '07MUSCAT154: paragraphs 2-4: 07MUSCAT154 ¶2'],
    ['07MUSCAT154 (¶¶2–4)', '07MUSCAT154 (¶¶2–4: 07MUSCAT154 ¶2'],
    ['**07MUSCAT154** ¶2', '07MUSCAT154** ¶2: 07MUSCAT154 ¶2'],
    ['07MUSCAT154\npara 2', '07MUSCAT154\npara 2: 07MUSCAT154 ¶2'],
    ['in para 2 of 07MUSCAT154', 'para 2 of 07MUSCAT154: 07MUSCAT154 ¶2'],
    ['¶2 of 07 MUSCAT 154', '¶2 of 07 MUSCAT 154: 07MUSCAT154 ¶2'],
    [
      'telegram 07MUSCAT154, February 14, 2007, para. 2, Confidential.',
      '07MUSCAT154, February 14, 2007, para. 2: 07MUSCAT154 ¶2',
    ],
  ] as const)
    it(`name a cable: ${JSON.stringify(text)}`, () => deepEqual(named(text), [expected]));

  for (const text of [
    'Muscat 154 says so.',
    'MUSCAT 154',
    'In 2007 Muscat 154 people came.',
    'in 07 Kabul 200 people died',
    'He came on the 12\nMUSCAT 154, as told.',
    '| 07 | MUSCAT | 154 |',
    '[07] MUSCAT 154 is a street',
    '07NOWHERE154',
    '30MUSCAT',
    '12MUSCAT',
    '1945MUSCAT154 is too early.',
    'para 2',
    'https://example.org/cable/07MUSCAT154.html',
    'cables/2007/07MUSCAT154.txt',
    '[the file](07MUSCAT154.txt)',
    '07MUSCAT154x and x07MUSCAT154',
    '07MUSCAT12345678',
    'vscode://another.extension/cable/07MUSCAT154',
  ])
    it(`name none: ${JSON.stringify(text)}`, () => deepEqual(named(text), []));

  it('may be links, named once where a label names the same', () => {
    deepEqual(named('[07MUSCAT154 ¶2](vscode://reftel.reftel/cable/07MUSCAT154?paragraph=2) says'), [
      '07MUSCAT154 ¶2: 07MUSCAT154 ¶2',
      'vscode://reftel.reftel/cable/07MUSCAT154?paragraph=2: 07MUSCAT154 ¶2',
    ]);
    deepEqual(named('[this](vscode-insiders://reftel.reftel/cable/07MUSCAT154)'), [
      'vscode-insiders://reftel.reftel/cable/07MUSCAT154: 07MUSCAT154',
    ]);
  });

  it('do not take a paragraph from further away', () => {
    deepEqual(named('07MUSCAT154 and then para 2'), ['07MUSCAT154: 07MUSCAT154']);
    deepEqual(named('07MUSCAT154 ¶2.5'), ['07MUSCAT154: 07MUSCAT154']);
    deepEqual(named('07MUSCAT154 ¶1234'), ['07MUSCAT154: 07MUSCAT154']);
  });

  it('are told at a place by what stands around it', () => {
    const text = `${'Nothing. '.repeat(200)}See para 2 of 07MUSCAT154, [this](vscode://reftel.reftel/cable/07MUSCAT73), 07 Tel Aviv 15, ¶3 and [a](07MUSCAT9.txt).${' Nothing.'.repeat(200)}`;
    const all = noteCitations(text);
    equal(all.length, 3);
    for (let offset = 0; offset < text.length; offset++)
      deepEqual(
        noteCitationAt(text, offset),
        all.find(({ start, end }) => start <= offset && offset <= end) ?? null,
      );
  });

  it('are found in a large note at once', () => {
    const line =
      'On 12 May the ministry said in Muscat 154 times that 2007 was 07; see **07MUSCAT154** ¶2.\n';
    const text = line.repeat(Math.ceil(200_000 / line.length));
    noteCitations(text);
    const start = performance.now();
    const found = noteCitations(text);
    const took = performance.now() - start;
    equal(found.length, text.length / line.length);
    ok(took < 2000, `${took} ms`);
    for (const [i, { start: from }] of found.entries()) ok(from >= (found[i - 1]?.end ?? 0));
  });
});

describe('links to cables', () => {
  it('are written and read', () => {
    equal(cableLinkPath({ mrn: '07MUSCAT154', paragraph: 2 }), '/cable/07MUSCAT154?paragraph=2');
    equal(cableLinkPath({ mrn: '07MUSCAT154', paragraph: null }), '/cable/07MUSCAT154');
    deepEqual(readCableLink('/cable/07MUSCAT154', 'paragraph=2'), { mrn: '07MUSCAT154', paragraph: 2 });
    deepEqual(readCableLink('/cable/07 Muscat 00154', ''), { mrn: '07MUSCAT154', paragraph: null });
  });

  for (const [path, query] of [
    ['/cable/', ''],
    ['/cable/../../etc/passwd', ''],
    ['/cable/07MUSCAT154/../x', ''],
    ['/cable/Muscat 154', ''],
    ['/cable/07MUSCAT154', 'paragraph=2&command=x'],
    ['/cable/07MUSCAT154', 'paragraph=-1'],
    ['/cable/07MUSCAT154', 'paragraph=9999999999'],
    ['/cable/07MUSCAT154', 'command:workbench.action.terminal.new'],
    ['/cable/[x](command:workbench.action.quit)', ''],
    [`/cable/07${'A'.repeat(1e6)}1`, ''],
    ['/Cable/07MUSCAT154', ''],
    ['cable/07MUSCAT154', ''],
  ] as const)
    it(`are refused where they say anything else: ${path.slice(0, 60)}?${query}`, () =>
      equal(readCableLink(path, query), null));
});
