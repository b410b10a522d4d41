import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archive } from '../../server/src/archive/archive';
import type { CableFacts } from '../../server/src/archive/facts';
import { BatchWriter, type FactsBatch } from '../../server/src/archive/index/build/batch';
import type { Grouping } from '../../server/src/archive/snapshot';
import { loadSaved } from '../../server/src/host/saved/savedArchive';
import { buildBase } from '../archive/index/madeBase';
import { namedBehind } from '../archive/made';
import { saveBase } from '../host/saved/saveBase';
import { printRows, type Row } from './archive/table';
import { citationsOf, dateOf, idOf, type Plan, planOf, postOf, randomOf, rowId } from './generate/plan';
import { below, chance, type Random, randomFrom } from './generate/random';
import { median } from './measure';

const BATCH = 4000;
/** About as many different words as the subjects of a quarter of a million cables have. */
const VOCABULARY = 80_000;
const TAGS = ['PREL', 'PGOV', 'PTER', 'ECON', 'ETRD', 'MARR', 'KDEM', 'PHUM', 'EPET', 'ENRG'];
const LABEL = 'bench';
const LOOKUPS = 20_000;

/** Measures the archive by itself, without files of cables: building, saving, opening and what it answers. */
export async function benchBase(size: number): Promise<void> {
  const plan = planOf(size);
  const writing = cpu();
  const batches = batchesOf(plan);
  const made = writing();
  const building = cpu();
  const base = buildBase(null, batches);
  const built = building();
  const again = cpu();
  buildBase(base, [batches[0] as FactsBatch]);
  const rebuilt = again();
  const folder = mkdtempSync(join(tmpdir(), 'reftel-bench-'));
  try {
    const saved = { path: join(folder, 'x.reftel'), label: LABEL };
    await saveBase(saved, base);
    const bytes = statSync(saved.path).size;
    const opened = median(Array.from({ length: 9 }, () => time(() => loadSaved(saved))));
    const row = (what: string, value: number, unit = 'ms', target?: number): Row =>
      target === undefined ? { what, value, unit } : { what, value, unit, target };
    printRows(`An archive of ${size} cables, ${base.citationCount} citations`, [
      row('a batch from facts, for each file', (1000 * made) / size, 'µs'),
      row('base from batches, CPU', built, 'ms', 2000),
      row('base from a base and a batch, CPU', rebuilt),
      row('cache file', bytes / 1e6, 'MB', 60),
      row('opened', opened, 'ms', 50),
      ...answers(Archive.over({ base, naming: namedBehind('file:///cables/') }), plan),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answers(archive: Archive, plan: Plan): Row[] {
  const ids = Array.from({ length: LOOKUPS }, (_, i) => rowId(plan, Math.imul(i, 7919) % plan.size));
  const each = (what: string, ask: (id: string) => unknown): Row => {
    for (const id of ids.slice(0, 2000)) ask(id);
    const value =
      (1000 *
        time(() => {
          for (const id of ids) ask(id);
        })) /
      ids.length;
    return { what, value, unit: 'µs' };
  };
  const search = (query: string): Row => {
    const first = time(() => archive.search(query, 500));
    const value = median(Array.from({ length: 9 }, () => time(() => archive.search(query, 500))));
    return { what: `search "${query}"`, value, unit: 'ms', target: 25, note: `first ${first.toFixed(1)} ms` };
  };
  const once = (what: string, ask: () => unknown): Row => {
    const first = time(ask);
    const value = median(Array.from({ length: 9 }, () => time(ask)));
    return { what, value, unit: 'ms', note: `first ${first.toFixed(1)} ms` };
  };
  const busiest = archive.groups('post').toSorted((a, b) => b.count - a.count)[0]?.key ?? '';
  const grouped: readonly (readonly [Grouping, string])[] = [
    ['post', busiest],
    ['year', '2007'],
    ['tag', 'PREL'],
    ['classification', 'SECRET'],
  ];
  const facts = factsOfRow(plan, 7, wordsOf(randomFrom(1)));
  return [
    each('find', id => archive.find(id)),
    each('cites', id => archive.cites(id)),
    each('cited by', id => archive.citedBy(id)),
    each('neighbour', id => archive.neighbour(id, 1)),
    ...[
      '',
      'a',
      'ba',
      'bak oli',
      'zzzz',
      '2007',
      '17',
      busiest,
      `${busiest} 7`,
      `07${busiest}73`,
      'prel',
    ].map(search),
    ...(['post', 'year', 'tag', 'classification'] as const).map(by =>
      once(`groups by ${by}`, () => archive.groups(by)),
    ),
    ...grouped.flatMap(([by, key]) => [
      once(`${by} ${key}, 200 in the middle`, () => archive.inGroup(by, key, 1000, 200)),
      once(`${by} ${key}, months`, () => archive.perMonth(by, key)),
    ]),
    once('missing', () => archive.missing(500)),
    once('totals', () => archive.totals()),
    once('one file changed', () => archive.withAll([['file:///cables/2007/01/x.txt', [facts]]])),
    once('one file changed, then totals and missing', () => {
      const changed = archive.withAll([['file:///cables/2007/01/x.txt', [facts]]]);
      changed.totals();
      changed.missing(500);
    }),
  ];
}

function batchesOf(plan: Plan): FactsBatch[] {
  const words = wordsOf(randomFrom(1));
  const batches: FactsBatch[] = [];
  for (let start = 0; start < plan.size; start += BATCH) {
    const writer = new BatchWriter();
    for (let row = start; row < Math.min(plan.size, start + BATCH); row++) {
      const [year = '', month = ''] = dateOf(plan, row).toISOString().split('-');
      const path = `${year}/${month}/${rowId(plan, row)}.txt`;
      writer.add(path, 6800 + (row % 999), 1.7e12 + row / 7, [factsOfRow(plan, row, words)]);
    }
    batches.push(writer.finish());
  }
  return batches;
}

function factsOfRow(plan: Plan, row: number, words: readonly string[]): CableFacts {
  const random = randomOf(row);
  const at = (line: number, end: number) => ({
    start: { line, character: 9 },
    end: { line, character: end },
  });
  const count = 7 + below(random, 8);
  return {
    mrn: rowId(plan, row),
    subject: Array.from({ length: count }, () => wordFrom(words, random)).join(' '),
    instant: dateOf(plan, row).getTime(),
    from: postOf(plan, row).plad,
    to: ['SECSTATE WASHDC'],
    classification: chance(random, 0.1) ? 'SECRET' : chance(random, 0.5) ? 'CONFIDENTIAL' : 'UNCLASSIFIED',
    captions: chance(random, 0.8) ? ['SIPDIS'] : [],
    tags: TAGS.filter(() => chance(random, 0.35)),
    anchor: at(12, 40),
    completeness: 6000 + (row % 999),
    citations: citationsOf(plan, row, random).map((citation, i) => ({
      target: idOf(citation),
      place: citation.place,
      yearSource: 'printed' as const,
      range: at(20 + i, 30),
    })),
  };
}

/** Words as often as in a language: the second half as often as the first, the third a third. */
function wordFrom(words: readonly string[], random: Random): string {
  const word = words[Math.floor(words.length ** random()) - 1] ?? '';
  return chance(random, 0.12) ? `${word}:` : word;
}

function wordsOf(random: Random): string[] {
  const letters = (from: string) => from.charAt(below(random, from.length));
  const syllable = () =>
    letters('BCDFGHKLMNPRSTVZ') + letters('AEIOU') + (chance(random, 0.4) ? letters('LNRSTK') : '');
  return Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 1 + below(random, 4) }, syllable).join(''),
  );
}

/** Milliseconds of processor time: on a busy machine these say more than the clock. */
function time(run: () => unknown): number {
  const spent = cpu();
  run();
  return spent();
}

/** Gives, when it is called, the milliseconds of processor time since then. */
function cpu(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
