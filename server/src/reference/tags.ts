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
  if (byCode.has(code) || code.length < 6 || code.length > 9) return null;
  const [only, second] = [2, 3, 4, 5, 6, 7].flatMap(at => {
    const halves = [code.slice(0, at), code.slice(at)] as const;
    return halves.some(isSubject) && halves.every(half => byCode.has(half)) ? [halves] : [];
  });
  return only && !second ? only : null;
}

function isSubject(code: string): boolean {
  return code.length === 4;
}
