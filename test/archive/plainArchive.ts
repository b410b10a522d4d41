import type { FileFacts } from '../../server/src/archive/facts';
import { count, keysOf, monthOf, sortedGroups, sortedMonths } from '../../server/src/archive/grouping';
import { type Filed, filed } from '../../server/src/archive/layer';
import {
  comparatorOf,
  compareCitations,
  compareEntries,
  comparePlaces,
  compareText,
} from '../../server/src/archive/order';
import { fits } from '../../server/src/archive/query/fits';
import { type CableQuery, everything, readQuery } from '../../server/src/archive/query/query';
import { rankOf, readIdOrWords } from '../../server/src/archive/search';
import type {
  CableEntry,
  CableSelection,
  Capped,
  Grouping,
  Snapshot,
} from '../../server/src/archive/snapshot';
import { otherId, splitMrn } from '../../server/src/cable/identity';

/** The answers of an archive in the plainest way, by looking at every file: what the quick ways are compared with. */
export function plainArchive(facts: ReadonlyMap<string, FileFacts>): Snapshot {
  const files: readonly Filed[] = [...facts].flatMap(([uri, each]) => filed(uri, each));
  const filesOf = (mrn: string) =>
    files
      .filter(({ entry }) => entry.mrn === mrn)
      .sort((a, b) => b.completeness - a.completeness || comparePlaces(a.entry, b.entry));
  const copies = (mrn: string) => {
    const here = filesOf(mrn);
    return here.length > 0 ? here : filesOf(otherId(mrn) ?? '');
  };
  const inGroup = (by: Grouping, key: string): CableEntry[] =>
    files
      .map(({ entry }) => entry)
      .filter(entry => keysOf(entry, by).includes(key))
      .sort(compareEntries);
  const citedBy = (mrn: string) =>
    new Set(copies(mrn).flatMap(copy => copy.citations.map(each => each.target)));
  const isCitedBy = (ids: readonly string[], mrn: string | null) =>
    ids.some(id =>
      [...citedBy(id)].some(
        target => target === mrn || copies(target).some(({ entry }) => entry.mrn === mrn),
      ),
    );
  const holds = ({ entry, citations }: Filed, { conditions }: CableQuery) =>
    fits(conditions, entry, ({ on, ids }) =>
      on === 'cites'
        ? citations.some(({ target }) => ids.some(id => namesOf(id).includes(target)))
        : entry.mrn !== null && isCitedBy(ids, entry.mrn),
    );
  const isMissing = (mrn: string, { conditions, words }: CableQuery) =>
    words.every(({ ids, phrases, excluded }) => {
      const text = `${mrn} ${mrn.slice(2)}`;
      return (ids.has(mrn) || phrases.some(phrase => text.includes(phrase.words.join(' ')))) !== excluded;
    }) && fits(conditions, { ...nothing, mrn }, ({ on, ids }) => on === 'citedby' && isCitedBy(ids, mrn));
  const namesOf = (mrn: string) => {
    const other = otherId(mrn);
    const apart = other !== null && filesOf(mrn).length > 0 && filesOf(other).length > 0;
    return other === null || apart ? [mrn] : [mrn, other];
  };
  return {
    size: files.length,
    find: mrn => copies(mrn).map(({ entry }) => entry),
    cites: mrn => {
      const seen = new Set<string>();
      const citations = copies(mrn).flatMap((copy, i) => {
        const more = copy.citations.filter(({ target }) => i === 0 || !seen.has(target));
        for (const { target } of more) seen.add(target);
        return more;
      });
      return cap(citations, 10_000);
    },
    citedBy: (mrn, limit = 10_000) => {
      const citations = namesOf(mrn).flatMap(name =>
        files.flatMap(file => file.citations.filter(({ target }) => target === name)),
      );
      return cap(citations.sort(compareCitations), limit);
    },
    search: (text, limit) => {
      const read = readQuery(text).query;
      const wanted = readIdOrWords(read?.plainWords ?? text);
      const ranked = files
        .filter(file => holds(file, read ?? everything))
        .flatMap(file => {
          const rank = rankOf(file, wanted);
          return rank === null ? [] : [{ rank, entry: file.entry }];
        });
      ranked.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
      return cap(
        ranked.map(({ entry }) => entry),
        limit,
      );
    },
    select: query => {
      const found = query.missing ? [] : files.filter(file => holds(file, query));
      return plainSelection(found.map(({ entry }) => entry).sort(compareEntries));
    },
    groups: by => {
      const counts = new Map<string, number>();
      for (const { entry } of files) for (const key of keysOf(entry, by)) count(counts, key);
      return sortedGroups(counts);
    },
    inGroup: (by, key, from, limit) => cap(inGroup(by, key).slice(from), limit),
    missing: (limit, query = everything) => {
      const counts = new Map<string, number>();
      for (const { citations } of files)
        for (const target of new Set(citations.map(each => each.target))) count(counts, target);
      const missing = [...counts]
        .filter(([mrn]) => copies(mrn).length === 0 && isMissing(mrn, query))
        .map(([mrn, number]) => ({ mrn, count: number }))
        .sort((a, b) => b.count - a.count || compareText(a.mrn, b.mrn));
      return cap(missing, limit);
    },
    perMonth: (by, key) => {
      const counts = new Map<number, number>();
      for (const { instant } of inGroup(by, key)) if (instant !== null) count(counts, monthOf(instant));
      return sortedMonths(counts);
    },
    neighbour: (mrn, step) => {
      const id = splitMrn(mrn);
      const [nearest] = inGroup('post', id?.post ?? '')
        .filter(entry => {
          const other = splitMrn(entry.mrn ?? '');
          return id && other && step * (other.year - id.year || other.serial - id.serial) > 0;
        })
        .sort((a, b) => step * compareEntries(a, b));
      return nearest?.mrn ? (copies(nearest.mrn)[0]?.entry ?? null) : null;
    },
    totals: () => {
      const targets = files.flatMap(({ citations }) => citations.map(({ target }) => target));
      const resolved = targets.filter(target => copies(target).length > 0).length;
      const missing = new Set(targets.filter(target => copies(target).length === 0)).size;
      return { cables: files.length, references: targets.length, resolved, missing };
    },
  };
}

function cap<T>(items: readonly T[], limit: number): Capped<T> {
  return { items: items.slice(0, limit), truncated: items.length > limit };
}

const nothing: CableEntry = {
  uri: '',
  mrn: null,
  subject: null,
  instant: null,
  from: null,
  to: [],
  classification: null,
  captions: [],
  tags: [],
  anchor: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};

function plainSelection(entries: readonly CableEntry[]): CableSelection {
  return {
    length: entries.length,
    inOrder({ by, descending }, citedBy) {
      const sorted = [...entries].sort(comparatorOf(by, citedBy));
      if (descending) sorted.reverse();
      return { length: sorted.length, at: index => sorted[index] as CableEntry };
    },
    counts(by) {
      const counts = new Map<string, number>();
      for (const entry of entries) for (const key of keysOf(entry, by)) count(counts, key);
      return counts;
    },
    seek: () => {
      throw new Error('there are no texts');
    },
  };
}
