import { parseMrn, splitMrn } from '../cable/identity';
import { otherName, postKey } from '../reference/posts';
import { folded } from '../text/fold';
import type { CableEntry } from './snapshot';

/** What a user looks for by an id or by words, in forms that can be compared. */
export interface IdOrWords {
  /** The id written in full, with its station's other name. */
  readonly ids: ReadonlySet<string>;
  /** Beginnings of an id, year included: `07MUSCAT7`. */
  readonly starts: readonly string[];
  /** Beginnings of an id without its year: `MUSCAT7`. */
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}

/** The parts of an id or of its beginning, without blanks and signs: year, station, serial. */
const ID_BEGINNING = /^(\d{4}|\d{2})?([A-Z]{1,40})(\d{1,9})?$/;

/** Reads an id in any spelling or the beginning of one, or words of id and subject. */
export function readIdOrWords(query: string): IdOrWords {
  const words = folded(query)
    .split(' ')
    .filter(word => word !== '');
  const [, year, letters = '', serial = ''] = ID_BEGINNING.exec(words.join('')) ?? [];
  // Only a station's full name has aliases: a name that is still being typed is taken literally.
  const posts = serial === '' ? [letters] : namesOf(postKey(letters));
  const beginnings = letters === '' ? [] : posts.map(post => post + serial.replace(/^0+/, ''));
  return {
    ids: new Set(spellingsOf(parseMrn(query))),
    starts: year === undefined ? [] : beginnings.map(beginning => year.slice(-2) + beginning),
    numbers: year === undefined ? beginnings : [],
    words,
  };
}

/** Id, id without its year (`MUSCAT73`), subject and TAGS, folded, with a blank before each word. */
export function searchTextOf({ mrn, subject, tags }: Pick<CableEntry, 'mrn' | 'subject' | 'tags'>): string {
  const id = mrn === null ? '' : `${mrn} ${mrn.slice(2)}`;
  return ` ${folded(`${id} ${subject ?? ''} ${tags.join(' ')}`)}`;
}

/** How well a cable matches: 0 exact id, 1 beginning of the id, 2 beginnings of words, 3 parts of words; null if not at all. */
export function rankOf(
  { entry: { mrn }, searchText }: { readonly entry: Pick<CableEntry, 'mrn'>; readonly searchText: string },
  query: IdOrWords,
): number | null {
  if (mrn !== null) {
    const number = mrn.slice(2);
    if (query.ids.has(mrn) || query.numbers.includes(number)) return 0;
    if (query.starts.some(start => mrn.startsWith(start))) return 1;
    if (query.numbers.some(start => number.startsWith(start))) return 1;
  }
  if (query.words.every(word => searchText.includes(` ${word}`))) return 2;
  return query.words.every(word => searchText.includes(word)) ? 3 : null;
}

function spellingsOf(mrn: string | null): string[] {
  if (mrn === null) return [];
  const parts = splitMrn(mrn);
  return parts ? namesOf(parts.post).map(post => mrn.slice(0, 2) + post + parts.serial) : [mrn];
}

function namesOf(post: string): string[] {
  const other = otherName(post);
  return other === null ? [post] : [post, other];
}
