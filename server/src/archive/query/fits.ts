import { splitMrn } from '../../cable/identity';
import { yearOf } from '../grouping';
import type { CableEntry } from '../snapshot';
import type { CableQuery, Condition, LinkCondition, TextField, WordCondition } from './query';

/** Whether a cable cites one of the ids of a condition, or is cited by one of them. */
export type Linked = (condition: LinkCondition) => boolean;

/** Whether all conditions hold for a cable. */
export function fits(conditions: readonly Condition[], entry: CableEntry, linked: Linked): boolean {
  return conditions.every(condition => holdsFor(condition, entry, linked) !== condition.excluded);
}

function holdsFor(condition: Condition, entry: CableEntry, linked: Linked): boolean {
  switch (condition.on) {
    case 'class':
      return condition.fits(entry.classification);
    case 'year':
      return condition.fits(yearOf(entry));
    case 'time':
      return entry.instant !== null && condition.fits(entry.instant);
    case 'id':
      return entry.mrn !== null && condition.ids.has(entry.mrn);
    case 'subject':
      return entry.subject !== null && condition.finder.isIn(entry.subject);
    case 'cites':
    case 'citedby':
      return linked(condition);
    default: {
      const values = valuesOf(entry, condition.on);
      return values.length === 0 ? condition.orNone : values.some(value => condition.fits(value));
    }
  }
}

function valuesOf({ mrn, captions, tags, from, to }: CableEntry, on: TextField): readonly string[] {
  switch (on) {
    case 'post': {
      const post = mrn === null ? null : splitMrn(mrn)?.post;
      return post ? [post] : [];
    }
    case 'caption':
      return captions;
    case 'tag':
      return tags;
    case 'from':
      return from === null ? [] : [from];
    case 'to':
      return to;
  }
}

/** Whether words stand in a cable's subject, or name it by its id: then its text need not be read for them. */
export function isInEntry(
  { finder, ids }: WordCondition,
  { mrn, subject }: Pick<CableEntry, 'mrn' | 'subject'>,
): boolean {
  return (mrn !== null && ids.has(mrn)) || (subject !== null && finder.isIn(subject));
}

/** Whether all words hold for a cable with this text: what is in subject or text, and what is in neither. */
export function wordsFit(
  words: readonly WordCondition[],
  entry: Pick<CableEntry, 'mrn' | 'subject'>,
  text: string,
): boolean {
  return words.every(word => (isInEntry(word, entry) || word.finder.isIn(text)) !== word.excluded);
}

/** What is known of a cable that is not here, but for its id. */
const UNKNOWN: Omit<CableEntry, 'mrn'> = {
  uri: '',
  subject: null,
  instant: null,
  from: null,
  to: [],
  classification: null,
  captions: [],
  tags: [],
  anchor: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};

/** Whether all of a query holds for a cable of which only the id is known: words are sought in that. */
export function fitsId(mrn: string, { conditions, words }: CableQuery, linked: Linked): boolean {
  const text = `${mrn} ${mrn.slice(2)}`;
  const hasWords = words.every(
    ({ phrases, ids, excluded }) =>
      (ids.has(mrn) || phrases.some(phrase => text.includes(phrase.words.join(' ')))) !== excluded,
  );
  return hasWords && fits(conditions, { ...UNKNOWN, mrn }, linked);
}
