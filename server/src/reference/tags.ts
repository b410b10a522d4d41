import { readTable } from './table';
import tagsText from './tags.tsv';

export type TagKind = 'subject' | 'program' | 'geo' | 'region' | 'organization';

/** Where code and meaning come from; a meaning that is `unverified` must not be shown as a fact. */
export type TagStatus = 'documented' | 'traffic' | 'listed' | 'general' | 'unverified';

/** One row of `tags.tsv`; its head says what the columns mean. */
export interface TagRow {
  readonly code: string;
  readonly kind: TagKind;
  /** Empty where it is not known. */
  readonly meaning: string;
  readonly status: TagStatus;
  /** The code to use instead, empty for a code that is in order. */
  readonly use: string;
}

/** Every TAGS code known. The list is open: an unknown code proves nothing. */
export const tags: readonly TagRow[] = readTable<keyof TagRow>(tagsText).map(row => ({
  ...row,
  kind: row.kind as TagKind,
  status: row.status as TagStatus,
}));

const byCode = new Map(tags.map(tag => [tag.code, tag]));

/** What is known of a code, upper case, or null. */
export function tagOf(code: string): TagRow | null {
  return byCode.get(code) ?? null;
}

/** The two codes that an unknown code consists of, at least one of them of four letters; null if there are none or several. */
export function splitTag(code: string): readonly [string, string] | null {
  if (code.length < 6 || code.length > 9 || byCode.has(code)) return null;
  const [only, second] = [2, 3, 4, 5, 6, 7].flatMap(at => {
    const halves = [code.slice(0, at), code.slice(at)] as const;
    return halves.some(isSubject) && halves.every(half => byCode.has(half)) ? [halves] : [];
  });
  return only && !second ? only : null;
}

/** No code, and no run of codes that is taken apart, is longer. */
const LONGEST_CODE = 12;
const LONGEST_RUN = 60;

/**
 * The known codes that an unknown one consists of, where two or more have been run together, most of them of four letters; null if there are
 * none, or two ways to divide it into as few.
 */
export function divideTags(code: string): readonly string[] | null {
  if (code.length < 6 || code.length > LONGEST_RUN || byCode.has(code)) return null;
  const pair = splitTag(code);
  if (pair || code.length < 10) return pair;
  // What is known of the letters up to each place: the fewest codes that make them, by how many ways, and where the last begins.
  const best: ({ count: number; ways: number; from: number } | undefined)[] = [
    { count: 0, ways: 1, from: 0 },
  ];
  for (let end = 2; end <= code.length; end++) {
    for (let from = Math.max(0, end - LONGEST_CODE); from <= end - 2; from++) {
      const before = best[from];
      if (!before || !byCode.has(code.slice(from, end))) continue;
      const count = before.count + 1;
      const known = best[end];
      if (!known || count < known.count) best[end] = { count, ways: before.ways, from };
      else if (count === known.count) known.ways += before.ways;
    }
  }
  const whole = best[code.length];
  if (!whole || whole.ways > 1) return null;
  const codes: string[] = [];
  for (let end = code.length; end > 0; end = best[end]?.from ?? 0)
    codes.unshift(code.slice(best[end]?.from ?? 0, end));
  return codes.filter(isSubject).length * 2 > codes.length ? codes : null;
}

function isSubject(code: string): boolean {
  return code.length === 4;
}

/** What a code means, in words that may be shown as a fact; empty where that is not known. */
export function tagWords(code: string): string {
  const tag = tagOf(code);
  return tag && tag.status !== 'unverified' ? tag.meaning : '';
}
