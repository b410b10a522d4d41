import postsText from './posts.tsv';
import { list, readTable } from './table';

/** What must be known of stations to tell ids apart: little beside what `stations.ts` knows, and loaded without that. */

const posts = readTable<'key' | 'aliases' | 'same' | 'highest'>(postsText);
const aliases = new Map(posts.flatMap(post => list(post.aliases).map(alias => [alias, post.key] as const)));
const twins = new Map(
  posts.flatMap(post =>
    list(post.same).flatMap(
      same =>
        [
          [post.key, same],
          [same, post.key],
        ] as const,
    ),
  ),
);

const highest = new Map(
  posts.flatMap(post => (post.highest ? [[post.key, Number(post.highest)] as const] : [])),
);

/** The highest serial known of a station in one year; 9999 where none with more digits is known. */
export function highestSerial(key: string): number {
  return highest.get(key) ?? 9999;
}

/**
 * The station part of a cable id for a station's name as written: upper case, letters only, aliases resolved
 * (`Tel Aviv` → `TELAVIV`, `SECSTATE WASHDC` → `STATE`). An unknown name gives its own letters.
 */
export function postKey(name: string): string {
  const letters = isInCapitals(name) ? name : lettersOf(name.toUpperCase());
  return aliases.get(letters) ?? letters;
}

/** Whether a text holds nothing but capitals of the alphabet, as most names do. */
function isInCapitals(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

/** The capitals of the alphabet in a text. */
function lettersOf(text: string): string {
  let letters = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) continue;
    letters += text.slice(start, i);
    start = i + 1;
  }
  return start === 0 ? text : letters + text.slice(start);
}

/** The other ways to write a known station's name, in capitals only, with the part of an id that they stand for. */
export function stationAliases(): ReadonlyMap<string, string> {
  return aliases;
}

/** The key of the same station under its other name (`KYIV` ↔ `KIEV`), or null. */
export function otherName(key: string): string | null {
  return twins.get(key) ?? null;
}

/** The station parts of ids that the table names: those written in other ways, with a second name, or with high serials. */
export function postKeys(): readonly string[] {
  return posts.map(post => post.key);
}
