import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CableFacts } from '../../server/src/archive/facts';
import { readQuery } from '../../server/src/archive/query/query';
import type { CableEntry, Grouping, Range, Snapshot } from '../../server/src/archive/snapshot';

/** Objects like those that the program makes, which have a prototype. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });

/** Ids close to each other: beginnings of others, one station under two names, years of two centuries, and one that nobody has. */
export const IDS = [
  '06KYIV1',
  '06KIEV1',
  '06KIEV17',
  '07MUSCAT7',
  '07MUSCAT73',
  '07MUSCAT735',
  '08MUSCAT73',
  '73MUSCAT1007',
  '99ROME1',
  '07ROMEO1',
  '00STATE100073',
];
const ABSENT = '07PARIS1';

const QUERIES = [
  '',
  ' - ',
  'oil',
  'il',
  'a',
  'É',
  'ss',
  '7',
  '07',
  '73',
  '00',
  'muscat',
  'scat',
  'scat7',
  'muscat 7',
  'muscat 073',
  '7muscat',
  '07 muscat 0073',
  '07muscat7',
  '2007 musc',
  'rome 1',
  'KYIV 1',
  'kiev',
  'prel',
  'james b',
  'oil muscat',
  '07muscat0073 oil',
  'muscat73 oil',
  '073',
  '07 oil',
  'oil and gas in the sultanate of oman and a visit to it by james steinberg on oil and gas',
];

const ORDERS = ['id', 'date', 'classification', 'from', 'subject'] as const;

const FIELD_QUERIES = [
  '',
  'post:muscat',
  'post:kiev',
  '-post:Kyiv,rome',
  'post:none',
  'post:ro*',
  'year:2007',
  'year:>=2007',
  'year:none',
  'class:secret',
  'class:<secret,none',
  'caption:noforn -caption:sipdis',
  'tag:prel',
  'tag:"steinberg, james b."',
  'tag:none',
  'tag:st*',
  'from:secstate',
  'from:none',
  'to:paris',
  '-to:none',
  'before:1990',
  'after:1980-05-01 before:2010',
  'cites:06KYIV1',
  'cites:07MUSCAT73,99ROME1',
  '-cites:06KIEV1',
  'citedby:07MUSCAT73',
  '-citedby:06KYIV1 year:2006',
  'id:06KYIV1,07MUSCAT7',
  'subject:oil',
  'subject:"in the"',
  '-subject:ga,e',
  'is:here post:muscat oil',
  'year:2007 muscat 7',
];

const GROUPS: readonly (readonly [Grouping, string])[] = [
  ['post', 'MUSCAT'],
  ['post', 'ROME'],
  ['post', ''],
  ['post', 'NOWHERE'],
  ['year', '2007'],
  ['year', '1973'],
  ['year', ''],
  ['tag', 'PREL'],
  ['tag', 'MU'],
  ['tag', ''],
  ['classification', 'SECRET'],
  ['classification', ''],
];

const position = record({ line: fc.nat(5), character: fc.nat(3) });
const range = record({ start: position, end: position });
const words = fc.constantFrom(
  'OIL',
  'and',
  'Oman’s',
  'GAS,',
  'É',
  '"visit"',
  '—',
  'Straße',
  'IN THE',
  '73',
  'turmoil',
  '𝒜',
);
const tag = fc.constantFrom('PREL', 'MU', 'STEINBERG, JAMES B.');

/** Facts of cables that have much in common. */
export const someFacts: fc.Arbitrary<CableFacts> = record({
  mrn: fc.option(fc.constantFrom(...IDS)),
  subject: fc.option(fc.array(words, { maxLength: 5 }).map(parts => parts.join(' '))),
  instant: fc.option(fc.integer({ min: -40, max: 500_000 }).map(hours => hours * 3_600_000)),
  from: fc.option(fc.constantFrom('AMEMBASSY MUSCAT', 'SECSTATE WASHDC')),
  to: fc.uniqueArray(fc.constantFrom('SECSTATE WASHDC', 'AMEMBASSY PARIS'), { maxLength: 2 }),
  classification: fc.option(fc.constantFrom('SECRET' as const, 'UNCLASSIFIED' as const)),
  captions: fc.uniqueArray(fc.constantFrom('SIPDIS', 'NOFORN', 'EXDIS'), { maxLength: 2 }),
  tags: fc.uniqueArray(tag, { maxLength: 2 }),
  anchor: range,
  completeness: fc.integer({ min: -2, max: 3 }),
  citations: fc
    .array(
      record({
        target: fc.constantFrom(...IDS, ABSENT),
        place: fc.constantFrom('list' as const, 'text' as const),
        yearSource: fc.option(fc.constantFrom('printed' as const, 'inherited' as const)),
        range,
      }),
      { maxLength: 4 },
    )
    // Facts hold citations in the order of the text, and two do not start at one place.
    .map(citations =>
      citations.map((each, i) => ({ ...each, range: { ...each.range, start: { line: i, character: 0 } } })),
    ),
});

/** Names of a few files in folders whose order is not that of the names' letters alone. */
export const somePath = fc.constantFrom(
  ...[
    'a.txt',
    'Z.cable',
    'b/1.txt',
    'b/2.txt',
    'b/10.txt',
    'b-c/1.txt',
    'b/c/1.txt',
    'é/ü.txt',
    'c d/e%20f.txt',
  ],
);

/** Checks that two archives give the same answer to every question. */
export function checkSameAnswers(actual: Snapshot, expected: Snapshot, context = ''): void {
  const same = (what: string, ask: (snapshot: Snapshot) => unknown) =>
    assert.deepEqual(ask(actual), ask(expected), `${what} ${context}`);
  same('size', archive => archive.size);
  same('totals', archive => archive.totals());
  for (const mrn of [...IDS, ABSENT, '06ROME77', 'no id']) {
    same(`find ${mrn}`, archive => archive.find(mrn));
    same(`cites ${mrn}`, archive => archive.cites(mrn));
    same(`citedBy ${mrn}`, archive => archive.citedBy(mrn));
    same(`next ${mrn}`, archive => archive.neighbour(mrn, 1));
    same(`before ${mrn}`, archive => archive.neighbour(mrn, -1));
  }
  for (const query of QUERIES)
    for (const limit of [1, 100]) same(`search ${query}`, archive => archive.search(query, limit));
  for (const text of FIELD_QUERIES) {
    const { query } = readQuery(text);
    assert.ok(query, text);
    for (const limit of [1, 100]) same(`missing ${text}`, archive => archive.missing(limit, query));
    same(`search ${text}`, archive => archive.search(text, 100));
    for (const by of ORDERS)
      for (const descending of [false, true])
        same(`select ${text} by ${by}`, archive => {
          const list = archive.select(query).inOrder({ by, descending }, entry => citedBy(archive, entry));
          return Array.from({ length: list.length }, (_, i) => list.at(i));
        });
    for (const by of ['post', 'year', 'tag', 'classification'] as const)
      same(`counts of ${text} by ${by}`, archive => new Map([...archive.select(query).counts(by)].sort()));
  }
  for (const by of ['post', 'year', 'tag', 'classification'] as const)
    same(`groups ${by}`, archive => archive.groups(by));
  for (const [by, key] of GROUPS) {
    same(`months of ${by} ${key}`, archive => archive.perMonth(by, key));
    for (const [from, limit] of [
      [0, 100],
      [0, 0],
      [1, 2],
      [2, 1],
      [50, 3],
    ] as const)
      same(`in ${by} ${key}`, archive => archive.inGroup(by, key, from, limit));
  }
  for (const limit of [0, 1, 100]) same('missing', archive => archive.missing(limit));
}

/** A file with up to three telegrams, one below the other; none for a file that is no cable. */
export const someFile: fc.Arbitrary<readonly CableFacts[]> = fc
  .array(someFacts, { maxLength: 3 })
  .map(telegrams => telegrams.map((facts, i) => movedDown(facts, 100 * i)));

function movedDown(facts: CableFacts, lines: number): CableFacts {
  const moved = ({ start, end }: Range): Range => ({
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  });
  const citations = facts.citations.map(citation => ({ ...citation, range: moved(citation.range) }));
  return { ...facts, anchor: moved(facts.anchor), citations };
}

function citedBy(archive: Snapshot, { mrn, uri }: CableEntry): number {
  const citing = mrn === null ? [] : archive.citedBy(mrn).items;
  return new Set(citing.map(({ source }) => source.uri).filter(other => other !== uri)).size;
}
