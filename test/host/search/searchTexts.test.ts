import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Archive } from '../../../server/src/archive/archive';
import { factsOf } from '../../../server/src/archive/facts';
import { BatchWriter } from '../../../server/src/archive/index/build/batch';
import { readQuery } from '../../../server/src/archive/query/query';
import { scanText } from '../../../server/src/archive/scan';
import type { CableSelection } from '../../../server/src/archive/snapshot';
import { parseDocument } from '../../../server/src/cable/document';
import { type CableRecord, recordOf } from '../../../server/src/cable/record';
import { TextReader } from '../../../server/src/host/search/searchTexts';
import { newCancellationFlag } from '../../../server/src/host/threads/cooperative';
import { buildBase } from '../../archive/index/madeBase';
import { namedBehind } from '../../archive/made';
import { textOf } from '../../bench/generate/cable';
import { planOf } from '../../bench/generate/plan';
import { wholeCables } from '../../texts';
import { withFolder } from '../folder';

/** A cable as anybody can see it: its record, and its text. */
interface Plain {
  readonly record: CableRecord;
  readonly text: string;
}

const plan = planOf(40);
const several = [textOf(plan, 1), textOf(plan, 2), textOf(plan, 3)].join('\n\n');
const files = new Map([
  ...wholeCables.map(({ path, text }) => [path, text] as const),
  ...Array.from({ length: 40 }, (_, row) => [`made/${row % 3}/${row}.txt`, textOf(plan, row)] as const),
  ['several.txt', several] as const,
  [
    'accents.txt',
    'SECRET MUSCAT 000077\n\nSUBJECT: CAFÉ\n\n1. (S) François met Müller at the cafe\u0301; Œuvre.\n',
  ] as const,
]);
const cables: readonly Plain[] = [...files].flatMap(([file, text]) =>
  parseDocument(text, file).map(cable => ({
    record: recordOf(file, cable),
    text: text.slice(cable.telegram.start, cable.telegram.end),
  })),
);

/** A look at records and texts that has nothing in common with the program's. */
const lower = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string) =>
  lower(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

function hasPhrase(text: string, phrase: string): boolean {
  const sought = wordsIn(phrase);
  const there = wordsIn(text);
  return there.some((_, at) =>
    sought.every((word, i) =>
      i === sought.length - 1 ? there[at + i]?.startsWith(word) : there[at + i] === word,
    ),
  );
}

const LEVELS = ['UNCLASSIFIED', 'LIMITED OFFICIAL USE', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'];
const levelOf = ({ classification }: CableRecord) => LEVELS.indexOf(classification ?? '');

/** Parts of queries, and what they mean. */
const parts: readonly (readonly [string, (plain: Plain) => boolean])[] = [
  ...[
    'oman',
    'end summary',
    'iran',
    's e c r e t',
    'francois',
    'Müller',
    'cafe',
    'the',
    'bin alawi',
    '1 c',
    'secstate',
  ].map(
    phrase =>
      [
        `"${phrase}"`,
        ({ record, text }: Plain) => hasPhrase(text, phrase) || hasPhrase(record.subject ?? '', phrase),
      ] as const,
  ),
  ['gas,oil', ({ text }) => hasPhrase(text, 'gas') || hasPhrase(text, 'oil')],
  ['post:muscat', ({ record }) => /^\d\dMUSCAT\d/.test(record.mrn ?? '')],
  ['post:muscat,tunis', ({ record }) => /^\d\d(?:MUSCAT|TUNIS)\d/.test(record.mrn ?? '')],
  ['class:secret', ({ record }) => record.classification === 'SECRET'],
  ['class:>=confidential', ({ record }) => levelOf(record) >= 2],
  ['class:<secret', ({ record }) => levelOf(record) >= 0 && levelOf(record) < 3],
  ['caption:noforn,sipdis', ({ record }) => record.captions.some(one => /^(?:NOFORN|SIPDIS)$/.test(one))],
  ['tag:PREL', ({ record }) => record.tags.includes('PREL')],
  ['to:secstate', ({ record }) => record.to.some(({ name }) => hasPhrase(name, 'secstate'))],
  ['from:muscat', ({ record }) => hasPhrase(record.from ?? '', 'muscat')],
  ['before:2007-06-01', ({ record }) => record.dtg !== null && record.dtg < '2007-06-01'],
  ['after:2007-06-01', ({ record }) => record.dtg !== null && record.dtg >= '2007-06-01'],
  [
    'subject:omani,visit',
    ({ record }) => ['omani', 'visit'].some(word => hasPhrase(record.subject ?? '', word)),
  ],
  [
    'cites:06MUSCAT1735',
    ({ record }) => [...record.references, ...record.mentions].some(({ mrn }) => mrn === '06MUSCAT1735'),
  ],
];

const someParts = fc.array(fc.tuple(fc.constantFrom(...parts), fc.boolean()), { minLength: 1, maxLength: 4 });

const RUNS = Number(process.env.REFTEL_RUNS ?? 200);

describe('queries over records and texts', function () {
  this.timeout(60_000);

  it('give what a plain look at each of them gives', async () => {
    await withFolder({}, folder => {
      const writer = new BatchWriter();
      for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
        writer.add(file, text.length, 1, scanText(text, file));
      }
      const saved = Archive.over({
        base: buildBase(null, [writer.finish()]),
        naming: { ...namedBehind(''), folder },
      });
      const changed = Archive.empty.withAll(
        [...files].map(([file, text]) => [file, parseDocument(text, file).map(factsOf)] as const),
      );
      const reader = new TextReader();
      fc.assert(
        fc.property(someParts, chosen => {
          const text = chosen.map(([[part], excluded]) => (excluded ? `-${part}` : part)).join(' ');
          const { query } = readQuery(text);
          assert.ok(query, text);
          const expected = cables
            .filter(cable => chosen.every(([[, holds], excluded]) => holds(cable) !== excluded))
            .map(({ record }) => `${record.file}:${record.telegram.line}`);
          for (const archive of [saved, changed]) {
            let selection: CableSelection = archive.select(query);
            if (query.words.length > 0) {
              const search = selection.seek(query.words);
              for (const task of search.tasks(7))
                search.take(
                  task,
                  reader.search({ ...task, words: query.words, cancelled: newCancellationFlag() }).found,
                );
              search.takeChanged(({ uri, anchor }) => {
                const cable = parseDocument(files.get(uri) ?? '', uri).findLast(
                  ({ lines, telegram }) => lines.lineAt(telegram.start) <= anchor.start.line,
                );
                return cable?.text.slice(cable.telegram.start, cable.telegram.end) ?? null;
              });
              selection = search.found();
            }
            const list = selection.inOrder({ by: 'id', descending: false }, () => 0);
            const found = Array.from({ length: list.length }, (_, i) => {
              const { uri, anchor } = list.at(i);
              const telegram = cables.findLast(
                ({ record }) => record.file === uri && record.telegram.line <= anchor.start.line + 1,
              );
              return `${uri}:${telegram?.record.telegram.line}`;
            });
            assert.deepEqual(found.sort(), expected.sort(), text);
          }
        }),
        { numRuns: RUNS },
      );
    });
  });
});
