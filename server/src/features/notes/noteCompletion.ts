import type { Capped } from '../../archive/snapshot';
import { splitMrn } from '../../cable/identity';
import { findIds } from '../../cable/mentionedIds';
import { caretLineIn, replacedBy, typed } from '../completion/caretLine';
import { COMPLETION_LIMIT, type Completion } from '../completion/completion';
import { paragraphList } from '../paragraphList';
import type { Note } from './note';

/** What opens a list while the user types in a note: the paragraphs of the cable named before it. */
export const NOTE_TRIGGERS = ['¶'];

/** The beginning of an id: `07MUSC`, `07 MUSCAT 1`, `2007 Muscat`, `MUSCAT 15`. */
const ID =
  /(?<![\w/.-])(?:\d{2}(?:\d{2})? ?[A-Za-z]{2,}(?: [A-Za-z]{2,}){0,2} ?\d{0,7}|[A-Z]{3,}(?: [A-Z]{2,}){0,2} \d{1,7})$/;
/** What may stand between an id and the number of a paragraph. */
const BEHIND_ID =
  /(?:[*_`\]]{0,3}[,:]? ?(?:¶{1,2} ?|\(?(?:para|paragraph)s?\.? )|[*_`\]]{0,3},? )(\d{0,3})$/i;

const NONE: Capped<Completion> = { items: [], truncated: false };

/**
 * What may be written at `offset` of a note: behind an id the numbers of its paragraphs, otherwise ids of the archive that begin as what is
 * typed, with their subjects. Nothing is looked up where neither stands before the caret, so that typing costs next to nothing.
 */
export function noteCompletionsAt(note: Note, offset: number): Capped<Completion> {
  const line = caretLineIn(note.text, note.lines, offset);
  const paragraphs = paragraphCompletions(note, line);
  if (paragraphs) return paragraphs;
  const query = typed(line, ID);
  if (query === '') return NONE;
  const { items, truncated } = note.snapshot.search(query, COMPLETION_LIMIT);
  const replaces = replacedBy(line, query);
  const beginning = query.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return {
    items: items.flatMap(({ mrn, subject }): Completion[] => {
      const parts = mrn === null ? null : splitMrn(mrn);
      if (mrn === null || !parts) return [];
      const number = `${parts.post}${parts.serial}`;
      // The words of subjects are searched too, and what is meant here are ids.
      if (![mrn, number, `${parts.year}${number}`].some(id => isBegunBy(id, beginning))) return [];
      return [{ kind: 'cable', text: mrn, detail: subject ?? '', filter: query, replaces }];
    }),
    truncated,
  };
}

/** Zeros before a serial do not count. */
function isBegunBy(id: string, typedId: string): boolean {
  return id.startsWith(typedId) || id.startsWith(typedId.replace(/([A-Z])0+(?=\d*$)/, '$1'));
}

/** The paragraphs of the cable that is named right before the caret; null where none is. */
function paragraphCompletions(note: Note, line: ReturnType<typeof caretLineIn>): Capped<Completion> | null {
  const behind = BEHIND_ID.exec(line.before);
  if (!behind) return null;
  const before = line.before.slice(0, behind.index);
  const id = findIds(before).findLast(({ end }) => end === before.length);
  const [entry] = id ? note.snapshot.find(id.mrn) : [];
  const cable = entry && note.cableOf(entry.uri, entry.anchor.start);
  if (!cable) return null;
  const [whole, digits = ''] = behind;
  // With nothing but a blank behind the id, the sign is written as well.
  const sign = /¶{1,2} ?\d*$/.exec(whole)?.[0] ?? '';
  const isNamed = sign !== '' || /para/i.test(whole);
  const replaces = {
    start: line.offset - (sign === '' ? digits.length : sign.length),
    end: line.offset,
  };
  const items = paragraphList(cable).flatMap(({ number, marking, words }): Completion[] => {
    if (number === null) return [];
    const text = isNamed && sign === '' ? String(number) : `¶${number}`;
    const detail = marking === null ? words : `(${marking}) ${words}`;
    return [{ kind: 'paragraph', text, detail, filter: `${sign.replace(/\d+$/, '')}${number}`, replaces }];
  });
  return { items: items.slice(0, COMPLETION_LIMIT), truncated: false };
}
