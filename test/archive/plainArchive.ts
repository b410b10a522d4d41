import type { FileFacts } from '../../server/src/archive/facts';
import { count, keysOf, monthOf, sortedGroups, sortedMonths } from '../../server/src/archive/grouping';
import { type Filed, filed } from '../../server/src/archive/layer';
import { compareCitations, compareEntries, comparePlaces, compareText } from '../../server/src/archive/order';
import { rankOf, readQuery } from '../../server/src/archive/search';
import type { CableEntry, Capped, Grouping, Snapshot } from '../../server/src/archive/snapshot';
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
    citedBy: mrn => {
      const other = otherId(mrn);
      const apart = other !== null && filesOf(mrn).length > 0 && filesOf(other).length > 0;
      const names = other === null || apart ? [mrn] : [mrn, other];
      const citations = names.flatMap(name =>
        files.flatMap(file => file.citations.filter(({ target }) => target === name)),
      );
      return cap(citations.sort(compareCitations), 10_000);
    },
    search: (query, limit) => {
      const wanted = readQuery(query);
      const ranked = files.flatMap(file => {
        const rank = rankOf(file, wanted);
        return rank === null ? [] : [{ rank, entry: file.entry }];
      });
      ranked.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
      return cap(
        ranked.map(({ entry }) => entry),
        limit,
      );
    },
    groups: by => {
      const counts = new Map<string, number>();
      for (const { entry } of files) for (const key of keysOf(entry, by)) count(counts, key);
      return sortedGroups(counts);
    },
    inGroup: (by, key, from, limit) => cap(inGroup(by, key).slice(from), limit),
    missing: limit => {
      const counts = new Map<string, number>();
      for (const { citations } of files)
        for (const target of new Set(citations.map(each => each.target))) count(counts, target);
      const missing = [...counts]
        .filter(([mrn]) => copies(mrn).length === 0)
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
      return { cables: files.length, references: targets.length, resolved };
    },
  };
}

function cap<T>(items: readonly T[], limit: number): Capped<T> {
  return { items: items.slice(0, limit), truncated: items.length > limit };
}
