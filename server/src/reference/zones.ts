import { readTable } from './table';
import zonesText from './zones.tsv';

const zones: ReadonlyMap<string, string> = new Map(
  readTable<'zone' | 'posts'>(zonesText).flatMap(({ zone, posts }) =>
    posts.split(';').map(post => [post, zone] as const),
  ),
);

/** The IANA time zone of a station, by the station part of its ids (`MUSCAT` → `Asia/Muscat`); null if it is not known. */
export function zoneOf(post: string): string | null {
  return zones.get(post) ?? null;
}
