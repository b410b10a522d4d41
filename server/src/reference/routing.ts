import { nearIndex, oneLetterAway } from './nearIndex';
import { postKey } from './posts';
import { isKnownPost, type Station, type StationKind, stations } from './stations';

/** What a plain language address stands for, as far as its words tell. */
export type AddressKind = 'post' | 'collective' | 'activity';

const valid = stations.filter(station => station.kind !== 'misspelling');
const byIndicator = groupBy(valid, station => [station.ri]);
const byName = groupBy(valid, station => [station.plad, ...station.also]);
const byMainName = groupBy(valid, station => [station.plad]);
const misspellings = new Map(
  stations.flatMap(station => (station.kind === 'misspelling' ? [[station.ri, station.meant] as const] : [])),
);
const names: ReadonlySet<string> = new Set(stations.flatMap(station => [station.plad, ...station.also]));
const indicatorsNear = nearIndex(() => byIndicator.keys());

/** The rows of the table for a routing indicator; none for one that is unknown or a known misspelling. */
export function stationsAt(ri: string): readonly Station[] {
  return byIndicator.get(ri) ?? [];
}

/** The rows for which a plain language address (PLAD) is the usual name. */
export function stationsNamed(plad: string): readonly Station[] {
  return byMainName.get(plad) ?? [];
}

/** Whether a routing indicator is a gateway that serves many addressees (ACP 117 CAN-US SUPP-1, paragraph 7.a). */
export function isGateway(ri: string): boolean {
  return stationsAt(ri).some(station => station.kind === 'gateway');
}

/** Known routing indicators one letter away from an unknown one. */
export function indicatorsLike(ri: string): readonly string[] {
  return indicatorsNear(ri);
}

/** The routing indicator that a known misspelling stands for, or null. */
export function meantBy(ri: string): string | null {
  return misspellings.get(ri) ?? null;
}

/** Whether a routing indicator is known to serve exactly this address. */
export function serves(ri: string, plad: string): boolean {
  return stationsAt(ri).some(station => station.plad === plad || station.also.includes(plad));
}

const POSTS: ReadonlySet<StationKind> = new Set(['embassy', 'consulate', 'mission', 'other-post', 'post']);
const POST_WORDS = new Set([
  'AMEMBASSY',
  'AMCONSUL',
  'USMISSION',
  'USINT',
  'USLO',
  'REO',
  'AIT',
  'USEU',
  'USDEL',
]);

/** What an address stands for: from the table, otherwise from its words. */
export function kindOfAddress(plad: string): AddressKind {
  const [row] = byName.get(plad) ?? [];
  if (row) return row.kind === 'collective' ? 'collective' : POSTS.has(row.kind) ? 'post' : 'activity';
  if (plad.endsWith('COLLECTIVE')) return 'collective';
  return POST_WORDS.has(plad.slice(0, plad.indexOf(' ') + 1).trim()) ? 'post' : 'activity';
}

/**
 * The station part of a cable id for an originator's address: `AMEMBASSY TEL AVIV` → `TELAVIV`, `SECSTATE WASHDC` → `STATE`.
 * Null where the address names no known station.
 */
export function postOfAddress(plad: string): string | null {
  const row = byMainName.get(plad)?.find(station => station.post !== '');
  if (row) return row.post;
  const blank = plad.indexOf(' ');
  const place = POST_WORDS.has(plad.slice(0, blank)) ? plad.slice(blank + 1) : plad;
  const key = postKey(place);
  return isKnownPost(key) ? key : null;
}

const places = new Map(
  valid.flatMap(({ post, plad }) => {
    const place = plad.slice(plad.indexOf(' ') + 1);
    return post !== '' && place.replace(/[^A-Z]+/g, '') === post ? [[post, place] as const] : [];
  }),
);

/** A station as references write it: `TEL AVIV` for the key `TELAVIV`; the key itself where it is not known otherwise. */
export function placeOf(post: string): string {
  return places.get(post) ?? post;
}

let frames: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * Known addresses that differ from an unknown one by a single letter, in a word of six letters or more: short words
 * differ by a letter and mean different things (CIFA is not CIA). Empty for a known address.
 */
export function addressesLike(plad: string): readonly string[] {
  if (names.has(plad)) return [];
  frames ??= groupBy([...names], name => framesOf(name.split(' ')).map(([frame]) => frame));
  const found = new Set<string>();
  for (const [frame, word, place] of framesOf(plad.split(' ')))
    for (const candidate of frames.get(frame) ?? [])
      if (isMisspelling(word, candidate.split(' ')[place] ?? '')) found.add(candidate);
  return [...found].sort();
}

function isMisspelling(word: string, near: string): boolean {
  return word.length > 5 && near.length > 5 && oneLetterAway(word, near);
}

/** An address with each of its words left out in turn: the frame, the word, its place. */
function framesOf(words: readonly string[]): readonly (readonly [string, string, number])[] {
  if (words.length > 20) return [];
  return words.map((word, place) => [
    words.map((other, i) => (i === place ? '*' : other)).join(' '),
    word,
    place,
  ]);
}

function groupBy<T>(
  values: readonly T[],
  keysOf: (value: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values)
    for (const key of keysOf(value)) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  return groups;
}
